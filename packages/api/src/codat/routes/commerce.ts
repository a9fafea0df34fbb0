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
import type { Connection, Connector, Storage } from '@cartograph/core';
import { jsonBytes } from '../../http/json.js';
import type { CodatCall, CodatRoute } from '../call.js';
import type { CodatConnection } from '../directory.js';
import { CodatError } from '../error.js';
import { type Page, pageResponse, readPage } from '../paging.js';
import { supplement } from '../supplements.js';

/** Of the documents: so that a request waits some seconds at most for those that are being made. */
const mostSteps = 100;

const base = '/companies/{companyId}/connections/{connectionId}/data/';
const infoPath = 'commerce-info';

interface Opened {
  readonly connector: Connector;
  readonly stored: Connection;
}

/** What the connections have, as it was when it was synced last. */
export function commerceRoutes(storage: Storage, documents: DocumentKeeper): readonly CodatRoute[] {
  async function open(call: CodatCall, dataType: DataType): Promise<Opened> {
    const connection = call.directory.connection(call.path.companyId ?? '', call.path.connectionId ?? '');
    const stored = await ready(storage, connection, dataType);
    if (await documents.catchUp(mostSteps)) return { connector: connection.connector, stored };
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
      const opened = await open(call, dataType);
      const { documents: found, total } = await find(opened.stored.id, dataType, page);
      const results = await supplement(storage, opened, dataType, found);
      return pageResponse(pathOf(call, dataType), page, results, total);
    },
  });
  const one = (dataType: DataType): CodatRoute => ({
    method: 'GET',
    path: `${base}${dataType.path}/{id}`,
    scope: 'read',
    async handle(call) {
      const opened = await open(call, dataType);
      const id = call.path.id ?? '';
      const name = { collection: dataType.path, connectionId: opened.stored.id, id };
      return documentResponse(opened, dataType, id, listed(await storage.document(codatView, name)));
    },
  });
  const info = (dataType: DataType): CodatRoute => ({
    ...list(dataType),
    async handle(call) {
      const opened = await open(call, dataType);
      const { id } = opened.stored;
      const { documents: found, count } = await find(id, dataType, { number: 1, size: 1, query: '', orderBy: '' });
      return documentResponse(opened, dataType, id, count === 0 ? null : found);
    },
  });

  async function documentResponse(
    opened: Opened,
    dataType: DataType,
    id: string,
    list: Uint8Array | null,
  ): Promise<Response> {
    if (list === null) throw new CodatError(404, `No data available for ${dataType.name} for ID ${id.slice(0, 100)}`);
    // Without the brackets of the list.
    return jsonBytes(Buffer.from((await supplement(storage, opened, dataType, list)).subarray(1, -1)));
  }
  return dataTypes.flatMap(type => (type.path === infoPath ? [info(type)] : [list(type), one(type)]));
}

/** A list of the one; null where there is none. */
const listed = (document: string | null): Uint8Array | null =>
  document === null ? null : Buffer.from(`[${document}]`);

/** The connection as it is stored. Throws a CodatError where its platform has no such data, or it was never read to its end. */
async function ready(storage: Storage, connection: CodatConnection, dataType: DataType): Promise<Connection> {
  const { connector, stored } = connection;
  const streams = streamsOf(connector, dataType);
  if (streams.length === 0)
    throw new CodatError(404, `Datatype ${dataType.name} not supported by platform(s) ${connector.title}`);
  const checkpoints = stored && (await storage.checkpoints(stored.id));
  if (stored && streams.every(stream => checkpoints?.get(stream)?.mark)) return stored;
  throw new CodatError(409, 'The data set has not been requested.');
}

const pathOf = ({ path }: CodatCall, dataType: DataType): string =>
  `/companies/${encodeURIComponent(path.companyId ?? '')}/connections/${encodeURIComponent(path.connectionId ?? '')}/data/${dataType.path}`;
