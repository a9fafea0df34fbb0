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

/** `origin` is where the API is: links of Codat lead to pages for merchants, and these to where credentials are put. */
export async function showConnection(storage: Storage, connection: CodatConnection, origin: string) {
  const { id, companyId, connector, stored, status, created } = connection;
  const runs = await runsOf(storage, connection);
  const last = runs.find(isComplete)?.finishedAt;
  const broken =
    status === 'Deauthorized' ? [errorOf(stored?.pausedBecause ?? '', runs[0]?.finishedAt ?? created)] : [];
  return {
    id,
    ...platformOf(connector),
    platformName: connector.title,
    linkUrl: `${origin}/companies/${companyId}/connections/${id}/authorization`,
    status,
    ...(last ? { lastSync: toDate(last) } : {}),
    created: toDate(created),
    dataConnectionErrors: broken,
    connectionInfo: stored ? { connection: stored.id, ...(stored.shop.name ? { shop: stored.shop.name } : {}) } : {},
  };
}

export const platformOf = (connector: Connector) => ({
  integrationId: uuidOf('integration', connector.id),
  integrationKey: platformKeyOf(connector),
  sourceId: uuidOf('source', connector.id),
  sourceType: 'Commerce',
});

const errorOf = (errorMessage: string, at: Instant) => ({
  ...{ statusCode: '401', statusText: 'Unauthorized', errorMessage },
  ...{ erroredOnUtc: toDate(at), status: 'Active' },
});

export async function showCompany(
  storage: Storage,
  { id, name, description, tags, products, created }: Company,
  connections: readonly CodatConnection[],
  origin: string,
) {
  const dataConnections = await Promise.all(connections.map(one => showConnection(storage, one, origin)));
  const lastSync = dataConnections
    .flatMap(one => one.lastSync ?? [])
    .toSorted()
    .at(-1);
  return {
    ...{ id, name },
    ...(description === null ? {} : { description }),
    redirect: `${origin}/companies/${id}/connections`,
    ...(lastSync === undefined ? {} : { lastSync }),
    created: toDate(created),
    ...{ products, tags, referenceSubsidiaryCompanies: [], dataConnections },
  };
}
