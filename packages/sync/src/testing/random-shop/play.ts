import { type Connector, type IdPage, type NativeRecord, type Storage, TransportError } from '@cartograph/core';
import { syncConnection } from '../../sync-connection.js';
import { createLiteralShop, literalConnection, literalConnector, literalHost } from '../literal.js';
import type { History, RequestPlan, RunPlan } from './history.js';
import type { Ask, Reader } from './readers.js';
import { lagMs, RandomShop, toNative } from './shop.js';

/** What the store says otherwise than the shop, once the dust has settled. */
export interface Difference {
  /** In the shop and not in the store. */
  readonly lost: readonly string[];
  /** Stored as they were once. */
  readonly stale: readonly string[];
  /** In the store and no longer in the shop, after everything was enumerated. */
  readonly ghosts: readonly string[];
}

/** The process is gone: what it had committed stays, and nothing else. */
class Killed extends Error {}

/**
 * Plays a history, then lets the shop rest: an incremental run must bring in all that is there, as it is, and a sweep of the
 * ids tell what is gone.
 */
export async function play(history: History, reader: Reader, storage: Storage): Promise<Difference> {
  const shop = new RandomShop();
  for (const happening of history.first) shop.happen(happening);
  await storage.saveConnection(literalConnection);
  let number = 0;
  const run = (plan: Pick<RunPlan, 'kind' | 'requests'>) =>
    runOnce(shop, reader, storage, { ...plan, runId: `run-${++number}` });

  for (const plan of history.runs) {
    await run(plan);
    shop.happen({ kind: 'time', ms: plan.pauseMs });
  }
  shop.happen({ kind: 'time', ms: 2 * lagMs });
  // A run that was broken off is ended first, in the window that it had.
  await run({ kind: 'incremental', requests: [] });
  shop.happen({ kind: 'time', ms: 2 * lagMs });
  await run({ kind: 'incremental', requests: [] });
  const { lost, stale } = await compare(shop, storage);
  // One that was broken off has met what may have gone since.
  for (let sweeps = 0; sweeps < 2; sweeps++) await run({ kind: 'sweep', requests: [] });
  const { ghosts } = await compare(shop, storage);
  return { lost, stale, ghosts };
}

interface OneRun extends Pick<RunPlan, 'kind' | 'requests'> {
  readonly runId: string;
}

async function runOnce(shop: RandomShop, reader: Reader, storage: Storage, { kind, requests, runId }: OneRun) {
  const connector = connectorOf(shop, reader, requests.values());
  const connection = (await storage.connection(literalConnection.id)) ?? literalConnection;
  const host = { ...literalHost(), now: () => new Date(shop.clock) };
  // Every run is a process of its own, and those before it have ended or were killed.
  const holder = { owner: runId, holder: runId, isDead: (owner: string) => owner !== runId };
  const common = { connection, connector, config: {}, storage, host, runId, holder };
  const how = { full: kind === 'full', sweep: kind === 'sweep', newestFirst: kind === 'newestFirst' };
  try {
    await syncConnection({ ...common, ...how });
  } catch (error) {
    if (!(error instanceof Killed)) throw error;
  }
}

function connectorOf(shop: RandomShop, reader: Reader, plans: Iterator<RequestPlan>): Connector {
  const ask: Ask = answer => {
    const { value, done } = plans.next();
    if (!done) {
      for (const happening of value.happenings) shop.happen(happening);
      if (value.fault === 'killed') throw new Killed();
      if (value.fault === 'refused') throw new TransportError('the shop gave no answer');
    }
    return answer();
  };
  const { streams, ...literal } = literalConnector(createLiteralShop());
  const payments = { ...streams.payments, lagMs: reader.lagMs } as NonNullable<typeof streams.payments>;
  return {
    ...literal,
    streams: { payments },
    open: (config, host) => ({
      ...literal.open(config, host),
      now: () => new Date(reader.now(shop)),
      read: (_stream, query) => reader.read(shop, query, ask),
      find: async (_stream, ids) => ask(() => findRows(shop, ids)),
      ids: (_stream, resume) => readIds(shop, resume, ask),
    }),
  };
}

function findRows(shop: RandomShop, ids: readonly string[]): Map<string, NativeRecord | null> {
  const rows = new Map(shop.rows().map(row => [String(row.id), toNative(row)]));
  return new Map(ids.map(id => [id, rows.get(id) ?? null]));
}

async function* readIds(shop: RandomShop, resume: string | null, ask: Ask): AsyncGenerator<IdPage> {
  for (let after = Number(resume ?? 0); ; ) {
    const ids = ask(() =>
      shop
        .rows()
        .map(({ id }) => id)
        .filter(id => id > after)
        .slice(0, 5),
    );
    after = ids.at(-1) ?? after;
    yield { ids: ids.map(String), next: ids.length > 0 ? String(after) : null };
    if (ids.length === 0) return;
  }
}

async function compare(shop: RandomShop, storage: Storage): Promise<Difference> {
  const stored = new Map<string, string>();
  for await (const { id, amount } of storage.records({ resource: 'payments' })) stored.set(id, amount);
  const rows = shop.rows().map(({ id, version }) => [String(id), String(version)] as const);
  const there = new Set(rows.map(([id]) => id));
  return {
    lost: rows.flatMap(([id]) => (stored.has(id) ? [] : [id])),
    stale: rows.flatMap(([id, version]) => (stored.has(id) && stored.get(id) !== version ? [id] : [])),
    ghosts: [...stored.keys()].filter(id => !there.has(id)),
  };
}
