import { type Checkpoint, type Connector, resourceNames, type StreamRun } from '@cartograph/core';
import { createSqliteStorage } from '@cartograph/storage';

/**
 * What is in a database after a step, as far as a crash may not change it. The shapes of native records are left out: they
 * count every reading, and a page that broke off is read again. What they tell of drift is here.
 */
export interface State {
  readonly records: readonly unknown[];
  readonly natives: readonly unknown[];
  readonly setAside: readonly unknown[];
  readonly changes: readonly unknown[];
  readonly drifts: readonly unknown[];
  readonly checkpoints: Readonly<Record<string, unknown>>;
  /** The first complete one of each stream, whatever number of runs it took. */
  readonly certificates: Readonly<Record<string, unknown>>;
  /** Later ones of the same step, of runs that read again what was complete, as far as they brought anything: none. */
  readonly surplus: readonly unknown[];
}

const connectionId = 'shop';
const mostRuns = 1000;

/** `since` is when the first run of the step began. */
export async function readState(database: string, { streams }: Connector, since: string): Promise<State> {
  const storage = createSqliteStorage({ path: database });
  const names = Object.keys(streams);
  try {
    const records = resourceNames.map(resource => collect(storage.records({ resource, includeDeleted: true })));
    const checkpoints = await Promise.all(
      names.map(async stream => [stream, positionOf(await storage.checkpoint(connectionId, stream))] as const),
    );
    const runs = await storage.runs(connectionId, mostRuns);
    const certificates = runs
      .filter(({ startedAt }) => startedAt >= since)
      .toReversed()
      .flatMap(({ streams }) => Object.entries(streams).map(([stream, run]) => ({ stream, ...certificateOf(run) })))
      .filter(({ outcome }) => outcome === 'complete');
    const isFirst = (one: Certificate) => certificates.find(({ stream }) => stream === one.stream) === one;
    return {
      records: (await Promise.all(records)).flat(),
      natives: (await collect(storage.natives({ connectionId, streams: names }))).flat(),
      setAside: await storage.setAside(connectionId),
      changes: await collect(storage.changes({ since: 0 })),
      drifts: await storage.drifts(connectionId),
      checkpoints: Object.fromEntries(checkpoints),
      certificates: Object.fromEntries(certificates.filter(isFirst).map(one => [one.stream, one])),
      surplus: certificates.filter(one => !isFirst(one) && one.stored > 0),
    };
  } finally {
    await storage.close();
  }
}

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** Run ids are drawn anew by every process; what is null in a checkpoint may as well be left out. */
const positionOf = (checkpoint: Checkpoint | null): unknown =>
  JSON.parse(
    JSON.stringify(checkpoint, (key, value) => (key === 'runId' || value === null ? undefined : value)) ?? '{}',
  );

type Certificate = Omit<StreamRun, 'requests' | 'pages'> & { readonly stream: string };

/** A page that was read and not committed is read again, and where reading went on the pages may be cut otherwise. */
function certificateOf({ requests, pages, ...certificate }: StreamRun) {
  return certificate;
}
