import {
  codatView,
  commerceSchemas,
  type DataType,
  type DocumentKeeper,
  dataTypes,
  resolveOrderBy,
  resolveQuery,
  streamsOf,
} from '@cartograph/codat';
import type { Connection, DocumentPage, Storage } from '@cartograph/core';
import type { CodatCall, CodatRoute } from '../call.js';
import type { CodatConnection } from '../directory.js';
import { CodatError } from '../error.js';
import { type Page, pageResponse, readPage } from '../paging.js';

/** Of the documents: so that a request waits some seconds at most for those that are being made. */
const mostSteps = 100;

const base = '/companies/{companyId}/connections/{connectionId}/data/';
const infoPath = 'commerce-info';

/** What the connections have, as it was when it was synced last. */
export function commerceRoutes(storage: Storage, documents: DocumentKeeper): readonly CodatRoute[] {
  async function open(call: CodatCall, dataType: DataType): Promise<Connection> {
    const connection = call.directory.connection(call.path.companyId ?? '', call.path.connectionId ?? '');
    const stored = await ready(storage, connection, dataType);
    if (await documents.catchUp(mostSteps)) return stored;
    throw new CodatError(503, 'The data is being prepared. Please try again later.');
  }
  const find = (connectionId: string, { path }: DataType, { number, size, query, orderBy }: Page) =>
    storage.queryDocuments({
      ...{ view: codatView, collection: path, connectionId },
      where: resolveQuery({ schema: commerceSchemas[path] }, query),
      sort: resolveOrderBy({ schema: commerceSchemas[path] }, orderBy),
      offset: (number - 1) * size,
      limit: size,
    });

  const list = (dataType: DataType): CodatRoute => ({
    method: 'GET',
    path: `${base}${dataType.path}`,
    scope: 'read',
    async handle(call) {
      const page = readPage(call.query);
      const { id } = await open(call, dataType);
      const { documents: found, total } = await find(id, dataType, page);
      return pageResponse(pathOf(call, dataType), page, found, total);
    },
  });
  const one = (dataType: DataType): CodatRoute => ({
    method: 'GET',
    path: `${base}${dataType.path}/{id}`,
    scope: 'read',
    async handle(call) {
      const { id: connectionId } = await open(call, dataType);
      const id = call.path.id ?? '';
      const body = await storage.document(codatView, { collection: dataType.path, connectionId, id });
      return documentResponse(body, dataType, id);
    },
  });
  const info = (dataType: DataType): CodatRoute => ({
    ...list(dataType),
    async handle(call) {
      const { id } = await open(call, dataType);
      const found = await find(id, dataType, { number: 1, size: 1, query: '', orderBy: '' });
      return documentResponse(onlyOne(found), dataType, id);
    },
  });
  return dataTypes.flatMap(type => (type.path === infoPath ? [info(type)] : [list(type), one(type)]));
}

/** The connection as it is stored. Throws a CodatError where its platform has no such data, or it was never read to its end. */
async function ready(storage: Storage, connection: CodatConnection, dataType: DataType): Promise<Connection> {
  const { connector, stored } = connection;
  const streams = streamsOf(connector, dataType);
  if (streams.length === 0)
    throw new CodatError(404, `Datatype ${dataType.name} not supported by platform(s) ${connector.title}`);
  for (const stream of streams) {
    const mark = stored && (await storage.checkpoint(stored.id, stream))?.mark;
    if (!mark) throw new CodatError(409, 'The data set has not been requested.');
  }
  if (stored === null) throw new CodatError(409, 'The data set has not been requested.');
  return stored;
}

const pathOf = ({ path }: CodatCall, dataType: DataType): string =>
  `/companies/${encodeURIComponent(path.companyId ?? '')}/connections/${encodeURIComponent(path.connectionId ?? '')}/data/${dataType.path}`;

/** Without the brackets of the list. */
const onlyOne = ({ documents, count }: DocumentPage): Uint8Array | null =>
  count === 0 ? null : documents.subarray(1, -1);

function documentResponse(body: string | Uint8Array | null, { name }: DataType, id: string): Response {
  if (body === null) throw new CodatError(404, `No data available for ${name} for ID ${id.slice(0, 100)}`);
  return new Response(typeof body === 'string' ? body : Buffer.from(body), {
    headers: { 'content-type': 'application/json' },
  });
}
