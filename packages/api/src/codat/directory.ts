import type { ApiKey, Connection, Connector, Instant, Storage } from '@cartograph/core';
import { visibleTo } from '../visible.js';
import { CodatError } from './error.js';
import { uuidOf } from './uuid.js';

export interface Company {
  /** UUID, in lower case. */
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly tags: Readonly<Record<string, string>>;
  /** Names of what the operator sells to it. */
  readonly products: readonly string[];
  readonly created: Instant;
}

/** A connection as Codat's clients made it: before it is authorized there is nothing else of it. */
export interface Link {
  /** UUID, in lower case; also the id under which the connection is stored. */
  readonly id: string;
  readonly companyId: string;
  /** Of the connector. */
  readonly platform: string;
  readonly created: Instant;
}

export interface CodatConnection extends Link {
  readonly connector: Connector;
  /** Null while it is not authorized. */
  readonly stored: Connection | null;
  readonly status: 'PendingAuth' | 'Linked' | 'Unlinked' | 'Deauthorized';
}

export const companyKind = 'codat company';
const linkKind = 'codat connection';

/** Why a connection is paused that a client unlinked. */
export const unlinkedBecause = 'it was unlinked through the API';

/** Companies and connections that a key may see. */
export interface Directory {
  readonly companies: readonly Company[];
  readonly connections: readonly CodatConnection[];
  /** Throws a CodatError where there is none of the id. */
  company(id: string): Company;
  connectionsOf(company: Company): readonly CodatConnection[];
  connection(companyId: string, id: string): CodatConnection;
}

/** Has the connections that were made elsewhere; there while there are such. */
export const defaultCompanyId = uuidOf('company');

export async function readDirectory(
  storage: Storage,
  connectors: readonly Connector[],
  key: Pick<ApiKey, 'connections'>,
): Promise<Directory> {
  const stored = await visibleTo(key, storage);
  const links = await read<Link>(storage, linkKind);
  const sees = ({ id }: { id: string }) => key.connections === null || key.connections.includes(id);
  const linked = new Map(links.map(link => [link.id, link]));
  const made = stored
    .filter(({ id }) => !linked.has(id))
    .map(connection => toConnection(connectors, toLink(connection), connection));
  const authorized = new Map(stored.map(connection => [connection.id, connection]));
  const own = links.filter(sees).map(link => toConnection(connectors, link, authorized.get(link.id) ?? null));
  const connections = [...made, ...own].filter(connection => connection !== null);
  const kept = (await read<Company>(storage, companyKind)).map(withProducts);
  const all = made.length > 0 && !kept.some(({ id }) => id === defaultCompanyId) ? [unnamed(stored), ...kept] : kept;
  const has = ({ id }: Company) => connections.some(({ companyId }) => companyId === id);
  return find(key.connections === null ? all : all.filter(has), connections);
}

function find(companies: readonly Company[], connections: readonly CodatConnection[]): Directory {
  const company = (id: string): Company => {
    const found = companies.find(one => one.id === id.toLowerCase());
    if (found) return found;
    throw new CodatError(404, `No company was found with ID ${id.slice(0, 100)}`, 'ClientsApi');
  };
  return {
    companies,
    connections,
    company,
    connectionsOf: ({ id }) => connections.filter(({ companyId }) => companyId === id),
    connection(companyId, id) {
      const { id: owner } = company(companyId);
      const found = connections.find(one => one.companyId === owner && one.id === id.toLowerCase());
      if (found) return found;
      throw new CodatError(404, `Data connection ${id.slice(0, 100)} not found`);
    },
  };
}

/** Companies that were made before there were products have none. */
const withProducts = (company: Omit<Company, 'products'> & Partial<Company>): Company => ({ products: [], ...company });

async function read<Value>(storage: Storage, kind: string): Promise<readonly Value[]> {
  return (await storage.entries(kind)).map(({ body }): Value => JSON.parse(body));
}

const toLink = ({ id, platform, createdAt }: Connection): Link => ({
  id: uuidOf('connection', id),
  companyId: defaultCompanyId,
  platform,
  created: createdAt,
});

/** Null where no connector knows the platform. */
function toConnection(connectors: readonly Connector[], link: Link, stored: Connection | null): CodatConnection | null {
  const connector = connectors.find(({ id }) => id === link.platform);
  return connector ? { ...link, connector, stored, status: statusOf(stored) } : null;
}

function statusOf(stored: Connection | null): CodatConnection['status'] {
  if (stored === null) return 'PendingAuth';
  if (stored.pausedBecause === null) return 'Linked';
  return stored.pausedBecause === unlinkedBecause ? 'Unlinked' : 'Deauthorized';
}

const unnamed = (stored: readonly Connection[]): Company => ({
  id: defaultCompanyId,
  name: 'Default company',
  description: null,
  tags: {},
  products: [],
  created: stored.map(({ createdAt }) => createdAt).toSorted()[0] ?? new Date(0).toISOString(),
});

export const saveCompany = (storage: Storage, company: Company): Promise<void> =>
  storage.saveEntry({ kind: companyKind, id: company.id, body: JSON.stringify(company) });

export const saveLink = (storage: Storage, link: Link): Promise<void> => {
  const { id, companyId, platform, created } = link;
  return storage.saveEntry({ kind: linkKind, id, body: JSON.stringify({ id, companyId, platform, created }) });
};

/** With everything that was read through it. */
export async function removeConnection(storage: Storage, { id, stored }: CodatConnection, at: Instant): Promise<void> {
  if (stored) await storage.deleteConnection(stored.id, at);
  await storage.deleteEntry(linkKind, id);
}
