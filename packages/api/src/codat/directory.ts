import type { ApiKey, Connection, Connector, Instant, NewEvent, Storage } from '@cartograph/core';
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
  /** Once it is gone. It is kept for those who are still to be told what happened. */
  readonly deletedAt?: Instant;
}

/** A connection as Codat's clients made it: before it is authorized there is nothing else of it. */
export interface Link {
  /** UUID, in lower case; also the id under which the connection is stored. */
  readonly id: string;
  readonly companyId: string;
  /** Of the connector. */
  readonly platform: string;
  readonly created: Instant;
  /** As with a company. */
  readonly deletedAt?: Instant;
}

export interface CodatConnection extends Link {
  readonly connector: Connector;
  /** Null while it is not authorized. */
  readonly stored: Connection | null;
  readonly status: 'PendingAuth' | 'Linked' | 'Unlinked' | 'Deauthorized';
}

const companyKind = 'codat company';
const linkKind = 'codat connection';

const isThere = ({ deletedAt }: Company | Link): boolean => deletedAt === undefined;

export const readLinks = (storage: Storage): Promise<readonly Link[]> => read(storage, linkKind);
export const readCompanies = async (storage: Storage): Promise<readonly Company[]> =>
  (await read<Company>(storage, companyKind)).map(withProducts);

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
  const links = (await readLinks(storage)).filter(isThere);
  const sees = ({ id }: { id: string }) => key.connections === null || key.connections.includes(id);
  const linked = new Map(links.map(link => [link.id, link]));
  const made = stored
    .filter(({ id }) => !linked.has(id))
    .map(connection => toConnection(connectors, toLink(connection), connection));
  const authorized = new Map(stored.map(connection => [connection.id, connection]));
  const own = links.filter(sees).map(link => toConnection(connectors, link, authorized.get(link.id) ?? null));
  const connections = [...made, ...own].filter(connection => connection !== null);
  const kept = (await readCompanies(storage)).filter(isThere);
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

/** Of a connection that was made elsewhere. */
export const toLink = ({ id, platform, createdAt }: Pick<Connection, 'id' | 'platform' | 'createdAt'>): Link => ({
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

export function statusOf(stored: Pick<Connection, 'pausedBecause' | 'pausedByUser'> | null): CodatConnection['status'] {
  if (stored === null) return 'PendingAuth';
  if (stored.pausedBecause === null) return 'Linked';
  return stored.pausedByUser ? 'Unlinked' : 'Deauthorized';
}

/** The one of those that were made elsewhere. */
export const unnamed = (stored: readonly Connection[]): Company => ({
  id: defaultCompanyId,
  name: 'Default company',
  description: null,
  tags: {},
  products: [],
  created: stored.map(({ createdAt }) => createdAt).toSorted()[0] ?? new Date(0).toISOString(),
});

export const saveCompany = (storage: Storage, company: Company, tell: readonly NewEvent[] = []): Promise<void> =>
  storage.writeEntries({ put: [{ kind: companyKind, id: company.id, body: JSON.stringify(company) }], tell });

export const removeCompany = (storage: Storage, company: Company, at: Instant): Promise<void> =>
  saveCompany(storage, { ...company, deletedAt: at }, [companyEvent('company.deleted', company, at)]);

export const companyEvent = (type: `company.${string}`, company: Company, at: Instant): NewEvent => ({
  ...{ type, connectionId: null, at },
  data: company,
});

/** What happens to a connection before it is authorized. Storage tells the rest. */
export type LinkEventType = 'link.created' | 'link.deleted';

const saveLink = (storage: Storage, link: Link, type: LinkEventType | null, at: Instant): Promise<void> => {
  const { id, companyId, platform, created, deletedAt } = link;
  const data = { id, companyId, platform, created };
  const body = JSON.stringify({ ...data, ...(deletedAt === undefined ? {} : { deletedAt }) });
  const tell = type === null ? [] : [{ type, connectionId: id, at, data }];
  return storage.writeEntries({ put: [{ kind: linkKind, id, body }], tell });
};

export const addLink = (storage: Storage, link: Link): Promise<void> =>
  saveLink(storage, link, 'link.created', link.created);

/** With everything that was read through it. */
export async function removeConnection(storage: Storage, connection: CodatConnection, at: Instant): Promise<void> {
  const { id, stored } = connection;
  if (stored) await storage.deleteConnection(stored.id, at);
  if (stored === null || stored.id === id)
    await saveLink(storage, { ...connection, deletedAt: at }, stored ? null : 'link.deleted', at);
}
