import { findConnector } from '@cartograph/connectors';
import { everything, type Lane } from '@cartograph/core';
import { createBigCommerceSimulator, createIconicSimulator, createMagentoSimulator } from '@cartograph/simulators';
import { createRateWorld, type RateWorld, type RateWorldOptions } from './rate-world.js';

/** What else uses the same quota. */
export const others = ['nobody', 'a third', 'a third, in bursts'] as const;
export type Others = (typeof others)[number];

export interface RateResult {
  readonly platform: string;
  readonly quota: string;
  readonly lane: Lane;
  readonly inFlight: number;
  readonly others: Others;
  /** Of the requests that full windows allowed, how many were used, by anybody. */
  readonly share: number;
  /** How many of ours were refused. */
  readonly refused: number;
}

interface Quota {
  readonly platform: 'bigcommerce' | 'iconic' | 'magento';
  readonly requests: number;
  readonly windowMs: number;
  readonly simulator: RateWorldOptions['simulator'];
  /** For a quota of which `ours` is to be used, by so many requests at the same time. */
  readonly settings: (ours: number, inFlight: number) => object;
  readonly announced: boolean;
}

export const quotas: readonly Quota[] = [
  {
    platform: 'bigcommerce',
    requests: 150,
    windowMs: 30_000,
    simulator: elapsedMs => createBigCommerceSimulator({ orders: 10, plan: 'standard', elapsedMs }),
    settings: () => ({}),
    announced: true,
  },
  {
    platform: 'iconic',
    requests: 30,
    windowMs: 1000,
    simulator: elapsedMs => createIconicSimulator({ orders: 10, elapsedMs }),
    settings: requestsPerSecond => ({ requestsPerSecond }),
    announced: false,
  },
  {
    platform: 'magento',
    requests: 300,
    windowMs: 60_000,
    simulator: elapsedMs =>
      createMagentoSimulator({ orders: 10, elapsedMs, auth: 'bearer', limit: { requests: 300, windowMs: 60_000 } }),
    settings: (requests, concurrency) => ({ concurrency, limit: { requests, seconds: 60 } }),
    announced: false,
  },
];

/** One window of others for two of ours: evenly, or all at once. */
const otherOf = (others: Others, ours: number): RateWorldOptions['other'] => {
  if (others === 'nobody') return undefined;
  const burst = Math.floor(ours / 2);
  return async (sent, take) => {
    if (others === 'a third' && sent % 2 === 0) await take();
    if (others === 'a third, in bursts' && sent % ours === Math.floor(ours / 3))
      for (let one = 0; one < burst; one += 1) await take();
  };
};

/** So many workers ask for one thing, again and again. */
export async function keepAsking(world: RateWorld, lane: Lane, workers: number, untilMs: number): Promise<void> {
  const session = world.open(lane);
  const worker = async () => {
    while (world.clock.elapsed() < untilMs)
      for await (const { next } of session.read('company', everything)) if (next === null) break;
  };
  await world.clock.run(Promise.all(Array.from({ length: workers }, worker)));
}

/** Asks a shop as fast as the budget lets it, and counts what its windows were used for. */
export async function benchRate(quota: Quota, lane: Lane, inFlight: number, others: Others): Promise<RateResult> {
  const { platform, requests, windowMs, announced, simulator, settings } = quota;
  const connector = findConnector(platform);
  const shared = Math.floor((requests * 2) / 3);
  // Where nothing is announced, what others use has to be left to them.
  const ours = others === 'nobody' || announced ? requests : shared;
  const latencyMs = inFlight === 1 && windowMs === 1000 ? ([10, 25] as const) : ([60, 140] as const);
  const world = createRateWorld({
    connector,
    simulator,
    settings: settings(ours, inFlight),
    windowMs,
    latencyMs,
    other: otherOf(others, shared),
  });
  const windows = windowMs === 1000 ? 16 : 5;
  await keepAsking(world, lane, inFlight, windows * windowMs);
  // The first windows and the last are not whole, and in the first the quota is still to be learnt.
  const full = world.windows().slice(2, -1);
  return {
    platform,
    quota: `${requests} in ${windowMs / 1000} s`,
    lane,
    inFlight,
    others,
    share: full.reduce((sum, used) => sum + used, 0) / (full.length * requests),
    refused: world.refusals.length,
  };
}

/** Every quota, one request and eight at the same time, beside nobody and others. */
export async function benchRates(): Promise<RateResult[]> {
  const results: RateResult[] = [];
  for (const quota of quotas)
    for (const inFlight of [1, 8])
      for (const beside of others) results.push(await benchRate(quota, 'incremental', inFlight, beside));
  return results;
}
