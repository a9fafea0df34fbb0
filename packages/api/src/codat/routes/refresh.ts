import { type DataType, dataTypes, pullOperationSchema, streamsOf } from '@cartograph/codat';
import { json } from '../../http/json.js';
import type { Services } from '../../route.js';
import type { CodatCall, CodatRoute } from '../call.js';
import { datasetOf, datasetsOf } from '../datasets.js';
import type { CodatConnection } from '../directory.js';
import { CodatError, invalid } from '../error.js';
import { listResponse } from '../listing.js';
import { dataTypeOf } from '../named.js';
import { isLinked, type Refresher } from '../refresher.js';
import { fetchedOnLink } from '../sync-settings.js';

/** What Codat does not let be asked for: it is worked out. */
const querySchema = pullOperationSchema.omit({ isCompleted: true, isErrored: true });

/** Reading the shops anew, and what came of it. */
export function refreshRoutes({ storage }: Services, refresher: Refresher): readonly CodatRoute[] {
  const { asked, start } = refresher;
  const own = ({ directory, path }: CodatCall): readonly CodatConnection[] =>
    directory.connectionsOf(directory.company(path.companyId ?? ''));
  const datasets = (call: CodatCall) => datasetsOf(storage, own(call), asked);
  const path = '/companies/{companyId}';

  return [
    {
      ...{ method: 'POST', path: `${path}/data/all`, scope: 'write' },
      async handle(call) {
        const wanted = await fetchedOnLink(storage, call.directory.company(call.path.companyId ?? '').id);
        await refresher.refresh(own(call), wanted);
        return new Response(null, { status: 204 });
      },
    },
    {
      ...{ method: 'POST', path: `${path}/data/queue/{dataType}`, scope: 'write' },
      async handle(call) {
        const dataType = dataTypeOf(call.path.dataType ?? '');
        const connection = chosen(call, own(call), dataType);
        const runId = await start(connection, streamsOf(connection.connector, dataType));
        if (runId === null) throw inProgress(connection, dataType);
        const run = (await storage.runs(connection.stored?.id ?? '', 10)).find(({ id }) => id === runId);
        return json(run && datasetOf(connection, dataType, run, asked));
      },
    },
    {
      ...{ method: 'GET', path: `${path}/dataStatus`, scope: 'read' },
      async handle(call) {
        const all = await datasets(call);
        const provided = dataTypes.filter(type =>
          own(call).some(({ connector }) => streamsOf(connector, type).length > 0),
        );
        return json(Object.fromEntries(provided.map(({ name }) => [name, statusOf(name, all)])));
      },
    },
    {
      ...{ method: 'GET', path: `${path}/data/history`, scope: 'read' },
      async handle(call) {
        const { id } = call.directory.company(call.path.companyId ?? '');
        return listResponse(call, `/companies/${id}/data/history`, await datasets(call), querySchema);
      },
    },
    {
      ...{ method: 'GET', path: `${path}/data/history/{datasetId}`, scope: 'read' },
      async handle(call) {
        const id = call.path.datasetId ?? '';
        const found = (await datasets(call)).find(dataset => dataset.id === id.toLowerCase());
        if (found) return json(found);
        throw new CodatError(404, `No data set was found with ID ${id.slice(0, 100)}`);
      },
    },
  ];
}

/** The one that is named, or the first that has such data. Throws a CodatError where there is none. */
function chosen(call: CodatCall, connections: readonly CodatConnection[], dataType: DataType): CodatConnection {
  const id = call.query.get('connectionid');
  const named = id === undefined ? connections : [call.directory.connection(call.path.companyId ?? '', id)];
  const able = named.filter(({ connector }) => streamsOf(connector, dataType).length > 0);
  const titles = [...new Set(named.map(({ connector }) => connector.title))].join(', ');
  if (able.length === 0) throw new CodatError(404, `Datatype ${dataType.name} not supported by platform(s) ${titles}`);
  const linked = able.find(isLinked);
  if (linked) return linked;
  throw invalid('there is no connection that is Linked');
}

const inProgress = ({ companyId, id }: CodatConnection, { name }: DataType): CodatError =>
  new CodatError(
    400,
    `DatasetAlreadyInProgressException: Cannot queue ${name} sync for ${companyId} as previous sync of ${id} is still in progress`,
  );

function statusOf(dataType: string, datasets: Awaited<ReturnType<typeof datasetsOf>>) {
  const own = datasets.filter(dataset => dataset.dataType === dataType);
  const [latest] = own;
  const successful = own.find(({ isCompleted }) => isCompleted);
  return {
    dataType,
    currentStatus: latest?.status ?? 'Initial',
    ...(latest ? { latestSyncId: latest.id } : {}),
    ...(successful
      ? { lastSuccessfulSync: successful.completed ?? successful.requested, latestSuccessfulSyncId: successful.id }
      : {}),
  };
}
