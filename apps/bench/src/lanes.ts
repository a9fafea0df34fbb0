import { bigcommerce } from '@cartograph/bigcommerce';
import { everything, type ReadQuery, type Session } from '@cartograph/core';
import { createBigCommerceSimulator } from '@cartograph/simulators';
import { median } from './median.js';
import { createRateWorld } from './rate-world.js';

/** How long a run for what is new takes beside a backfill that uses the whole quota, in virtual time. */
export interface LanesResult {
  /** In the shop, all of them to be read by the backfill. */
  readonly orders: number;
  /** Of one run. */
  readonly requests: number;
  readonly aloneMs: number;
  readonly besideMs: number;
  /** `besideMs / aloneMs`, both the medians. */
  readonly ratio: number;
  /** The slowest of the runs. */
  readonly slowestAloneMs: number;
  readonly slowestBesideMs: number;
  /** Of the requests that the platform allowed while both ran, how many were used. */
  readonly share: number;
  readonly refused: number;
}

export const windowMs = 30_000;
export const quota = 150;
/** Runs begin this far apart, so that they meet the windows at different times. */
const apartMs = 37_000;
/** What a run reads: some ten orders are as young as this in a shop of this size. */
const recentMs = (orders: number) => 12_600_000_000 / orders;
const streams = ['customers', 'products', 'orders', 'refunds'];

/** Every run reads the same, so that runs can be compared. */
async function windowOf(session: Session, orders: number): Promise<ReadQuery> {
  await session.check();
  const now = session.now().getTime();
  return { ...everything, since: new Date(now - recentMs(orders)).toISOString(), until: new Date(now).toISOString() };
}

async function readNews(session: Session, query: ReadQuery): Promise<void> {
  await session.check();
  for (const stream of streams) for await (const { next } of session.read(stream, query)) if (next === null) break;
}

/** The same runs twice in one shop on the smallest plan: alone, and beside a backfill. */
export async function benchLanes(orders: number, runs: number): Promise<LanesResult> {
  const world = createRateWorld({
    connector: bigcommerce,
    simulator: elapsedMs => createBigCommerceSimulator({ orders, plan: 'standard', elapsedMs }),
    windowMs,
    latencyMs: [60, 140],
  });
  const { clock } = world;
  const untilNext = (stepMs: number) => clock.host.sleep(stepMs - (clock.elapsed() % stepMs));

  const timed = async (query: ReadQuery) => {
    const took: number[] = [];
    for (let run = 0; run < runs; run++) {
      await untilNext(apartMs);
      const from = clock.elapsed();
      await readNews(world.open('incremental'), query);
      took.push(clock.elapsed() - from);
    }
    return took;
  };

  let isOver = false;
  const backfill = async () => {
    while (!isOver)
      for await (const { next } of world.open('backfill').read('orders', everything))
        if (isOver || next === null) break;
  };

  const both = async () => {
    const query = await windowOf(world.open('incremental'), orders);
    const before = world.arrivals.length;
    const alone = await timed(query);
    const requests = (world.arrivals.length - before) / runs;
    await untilNext(windowMs);
    const quiet = world.windows().length;
    const running = backfill();
    const beside = await timed(query);
    isOver = true;
    await running;
    const full = world.windows().slice(quiet + 1, -1);
    return { alone, beside, requests, share: full.reduce((sum, used) => sum + used, 0) / (full.length * quota) };
  };

  const { alone, beside, requests, share } = await clock.run(both());
  return {
    orders,
    requests,
    aloneMs: median(alone),
    besideMs: median(beside),
    ratio: median(beside) / median(alone),
    slowestAloneMs: Math.max(...alone),
    slowestBesideMs: Math.max(...beside),
    share,
    refused: world.refusals.length,
  };
}
