import {
  type Connection,
  type Connector,
  type NativeRecord,
  parseConfig,
  type ResourceName,
  type Run,
  resourceNames,
  type Storage,
  type Stored,
  silentLogger,
} from '@cartograph/core';
import { createMemoryStorage } from '@cartograph/storage';
import { beatMs } from '../lease.js';
import type { Stop } from '../stop.js';
import { syncConnection } from '../sync-connection.js';

/** A shop that answers in this process, as a simulator does. */
export interface ShopInMemory {
  fetch(request: Request): Promise<Response>;
  /** The connection settings. */
  config(origin: string): Record<string, unknown>;
}

/** Time that the test owns. */
interface TestClock {
  readonly now: () => Date;
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
}

export interface ReplicaOptions<Config> {
  readonly connector: Connector<Config>;
  readonly shop: ShopInMemory;
  readonly clock: TestClock;
  /** Beside, or in place of, what the shop says. */
  readonly settings?: Partial<Config>;
  /** An empty one in memory unless told. */
  readonly storage?: Storage;
}

/** What the engine makes of a shop, run by run. */
export interface Replica {
  readonly storage: Storage;
  /** Runs until all streams are complete. Throws where that takes too many runs, with the reasons. */
  sync(options?: SyncWish): Promise<Run>;
  /** The ids of the records of a kind that are not deleted, sorted. */
  ids(resource: ResourceName): Promise<readonly string[]>;
  /** All that is not deleted, by `resource id`, without what the store adds, and without what came of some native records. */
  records(but?: ReadonlySet<string>): Promise<ReadonlyMap<string, unknown>>;
  /** The native records that are set aside, by `stream id`. */
  setAside(): Promise<ReadonlySet<string>>;
}

export interface SyncWish {
  readonly full?: boolean;
  readonly streams?: readonly string[];
  /** Runs at most, where what ends one may pass; 1 unless told. What may not pass is thrown at once. */
  readonly mostRuns?: number;
}

const betweenRunsMs = 60_000;
const origin = 'https://shop.example';

export function createReplica<Config>(options: ReplicaOptions<Config>): Replica {
  const { connector, shop, clock, settings, storage = createMemoryStorage() } = options;
  const config = parseConfig(connector, { ...shop.config(origin), ...settings });
  const host = {
    fetch: (input: string | URL | Request, init?: RequestInit) => shop.fetch(new Request(input, init)),
    now: clock.now,
    // Time is moved by the waits of the work, and not by the lease that is renewed beside it, as often as there is a turn.
    sleep: (ms: number, signal?: AbortSignal) => (ms === beatMs && signal ? aborted(signal) : clock.sleep(ms, signal)),
    logger: silentLogger,
  };
  const id = 'replica';
  const fresh: Connection = {
    id,
    platform: connector.id,
    settings: '',
    shop: connector.emptyShop,
    createdAt: clock.now().toISOString(),
    pausedBecause: null,
  };
  let runs = 0;

  async function* all(resource: ResourceName) {
    yield* storage.records({ resource, connectionId: id });
  }

  async function runOnce(what: SyncWish): Promise<{ readonly run: Run; readonly stops: readonly Stop[] }> {
    const connection = (await storage.connection(id)) ?? fresh;
    if (connection === fresh) await storage.saveConnection(fresh);
    runs += 1;
    const stops: Stop[] = [];
    const run = await syncConnection({
      connection,
      connector: connector as Connector,
      config,
      storage,
      host,
      runId: `run ${runs}`,
      onEnd: (_stream, stop) => {
        if (stop) stops.push(stop);
      },
      ...what,
    });
    return { run, stops };
  }

  return {
    storage,
    async sync({ mostRuns = 1, ...what } = {}) {
      for (let left = mostRuns - 1; ; left -= 1) {
        const { run, stops } = await runOnce(what);
        const unfinished = Object.entries(run.streams).filter(([, { outcome }]) => outcome !== 'complete');
        if (unfinished.length === 0) return run;
        if (left === 0 || stops.some(({ recovery }) => recovery !== 'retry'))
          throw new Error(JSON.stringify(Object.fromEntries(unfinished), null, 1));
        await clock.sleep(betweenRunsMs);
      }
    },
    async ids(resource) {
      const ids: string[] = [];
      for await (const record of all(resource)) ids.push(record.id);
      return ids.toSorted();
    },
    async records(but = new Set()) {
      const records = new Map<string, unknown>();
      for (const resource of resourceNames) {
        for await (const record of all(resource)) {
          const native = but.size === 0 ? null : await storage.nativeOf(id, resource, record.id);
          if (native === null || !but.has(keyOf(native))) records.set(`${resource} ${record.id}`, contentOf(record));
        }
      }
      return records;
    },
    setAside: async () => new Set((await storage.setAside(id)).map(({ native }) => keyOf(native))),
  };
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    else signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });

const keyOf = ({ stream, id }: Pick<NativeRecord, 'stream' | 'id'>): string => `${stream} ${id}`;

function contentOf(record: Stored): unknown {
  const { connectionId, platform, syncedAt, deletedAt, deletedBecause, mapperVersion, ...content } = record;
  return content;
}
