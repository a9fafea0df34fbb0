import { type DataType, dataTypes, streamsOf } from '@cartograph/codat';
import type { Run, Storage, StreamRun } from '@cartograph/core';
import type { CodatConnection } from './directory.js';
import { runsOf, toDate } from './shapes.js';
import { uuidOf } from './uuid.js';

/** What a run makes of one data type of a connection, as Codat tells a sync. */
export type Dataset = ReturnType<typeof showDataset>;

/** By stored connection the run that was asked for last: what other runs will read is not known before they begin a stream. */
export type AskedRuns = ReadonlyMap<string, { readonly runId: string; readonly streams: readonly string[] }>;

export function datasetOf(connection: CodatConnection, dataType: DataType, run: Run, asked: AskedRuns): Dataset | null {
  const wanted = streamsOf(connection.connector, dataType);
  const last = asked.get(run.connectionId);
  const awaited = run.finishedAt === null && last?.runId === run.id ? last.streams : [];
  const streams = wanted.filter(name => name in run.streams || awaited.includes(name));
  if (streams.length === 0) return null;
  return showDataset(
    connection,
    dataType,
    run,
    streams.map(name => run.streams[name]),
  );
}

function showDataset(
  { id, companyId }: CodatConnection,
  { name }: DataType,
  run: Run,
  streams: readonly (StreamRun | undefined)[],
) {
  const failed = streams.find(stream => stream?.outcome === 'incomplete');
  const complete = streams.filter(stream => stream?.outcome === 'complete').length;
  const status = failed ? 'FetchError' : complete === streams.length ? 'Complete' : statusOf(streams);
  const ended = failed !== undefined || status === 'Complete';
  return {
    id: uuidOf('dataset', run.id, name),
    companyId,
    connectionId: id,
    dataType: name,
    status,
    ...(failed?.reason ? { errorMessage: failed.reason } : {}),
    requested: toDate(run.startedAt),
    ...(ended && run.finishedAt !== null ? { completed: toDate(run.finishedAt) } : {}),
    progress: Math.floor((100 * complete) / streams.length),
    isCompleted: status === 'Complete',
    isErrored: failed !== undefined,
  };
}

const statusOf = (streams: readonly (StreamRun | undefined)[]): 'Queued' | 'Fetching' =>
  streams.every(stream => stream === undefined) ? 'Queued' : 'Fetching';

/** Newest first. */
export async function datasetsOf(
  storage: Storage,
  connections: readonly CodatConnection[],
  asked: AskedRuns,
): Promise<readonly Dataset[]> {
  const found: Dataset[] = [];
  for (const connection of connections)
    for (const run of await runsOf(storage, connection))
      found.push(...dataTypes.flatMap(dataType => datasetOf(connection, dataType, run, asked) ?? []));
  return found.sort((one, other) => Date.parse(other.requested) - Date.parse(one.requested));
}
