import { platformKeyOf } from '@cartograph/codat';
import { type Connector, type Instant, isComplete, type Run, type Storage } from '@cartograph/core';
import type { CodatConnection, Company } from './directory.js';
import { uuidOf } from './uuid.js';

/** To the second, as the documents have it. */
export const toDate = (instant: Instant): string => instant.replace(/\.\d+Z$/, 'Z');

/** Runs of a connection that are looked at, the newest. */
const mostRuns = 50;

export const runsOf = async (storage: Storage, { stored }: CodatConnection): Promise<readonly Run[]> =>
  stored ? storage.runs(stored.id, mostRuns) : [];

export async function showConnection(storage: Storage, connection: CodatConnection, origin: string) {
  const { stored, status, created } = connection;
  const runs = await runsOf(storage, connection);
  const dataConnectionErrors =
    status === 'Deauthorized' ? [errorOf(stored?.pausedBecause ?? '', runs[0]?.finishedAt ?? created)] : [];
  return {
    ...shapeOf(connection, origin, runs.find(isComplete)?.finishedAt ?? null),
    dataConnectionErrors,
    connectionInfo: infoOf(stored),
  };
}

/**
 * What is known of a connection besides its runs. `origin` is where the API is: links of Codat lead to pages for merchants, and
 * these to where credentials are put.
 */
export const shapeOf = (
  { id, companyId, connector, status, created }: Omit<CodatConnection, 'stored' | 'platform'>,
  origin: string,
  lastSync: Instant | null = null,
) => ({
  id,
  ...platformOf(connector),
  platformName: connector.title,
  linkUrl: `${origin}/companies/${companyId}/connections/${id}/authorization`,
  status,
  ...(lastSync === null ? {} : { lastSync: toDate(lastSync) }),
  created: toDate(created),
});

export const infoOf = (
  stored: { readonly id: string; readonly shop: { readonly name: string | null } } | null,
): Readonly<Record<string, string>> =>
  stored ? { connection: stored.id, ...(stored.shop.name ? { shop: stored.shop.name } : {}) } : {};

export const platformOf = (connector: Connector) => ({
  integrationId: uuidOf('integration', connector.id),
  integrationKey: platformKeyOf(connector),
  sourceId: uuidOf('source', connector.id),
  sourceType: 'Commerce',
});

export const errorOf = (errorMessage: string, at: Instant) => ({
  ...{ statusCode: '401', statusText: 'Unauthorized', errorMessage },
  ...{ erroredOnUtc: toDate(at), status: 'Active' },
});

export async function showCompany(
  storage: Storage,
  company: Company,
  connections: readonly CodatConnection[],
  origin: string,
) {
  const dataConnections = await Promise.all(connections.map(one => showConnection(storage, one, origin)));
  const lastSync = dataConnections
    .flatMap(one => one.lastSync ?? [])
    .toSorted()
    .at(-1);
  return {
    ...detailsOf(company, origin),
    ...(lastSync === undefined ? {} : { lastSync }),
    ...{ referenceSubsidiaryCompanies: [], dataConnections },
  };
}

/** A company without its connections. */
export const detailsOf = ({ id, name, description, tags, products, created }: Company, origin: string) => ({
  ...{ id, name },
  ...(description === null ? {} : { description }),
  redirect: `${origin}/companies/${id}/connections`,
  created: toDate(created),
  ...{ products, tags },
});
