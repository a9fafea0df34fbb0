import { type Connector, type Storage, TransportError } from '@cartograph/core';
import { syncConnection } from '../sync-connection.js';
import { createLiteralShop, literalConnection, literalConnector, literalHost } from '../testing/literal.js';
import type { History, RequestPlan, RunPlan } from './history.js';
import type { Reader } from './readers.js';
import { lagMs, RandomShop } from './shop.js';

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
 * Plays a history, then lets the shop rest: one incremental run must bring in all that is there, as it is, and a full one
 * tell what is gone.
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
  await run({ kind: 'full', requests: [] });
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
  try {
    await syncConnection({ connection, connector, config: {}, storage, host, runId, full: kind === 'full' });
  } catch (error) {
    if (!(error instanceof Killed)) throw error;
  }
}

function connectorOf(shop: RandomShop, reader: Reader, plans: Iterator<RequestPlan>): Connector {
  const ask = <Answer>(answer: () => Answer): Answer => {
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
    }),
  };
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
