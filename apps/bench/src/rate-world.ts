import { createRateBudgets } from '@cartograph/connector-kit';
import { createVirtualClock } from '@cartograph/connector-kit/virtual-clock';
import { type Connector, type Host, type Lane, parseConfig, type Session } from '@cartograph/core';
import type { Simulator } from '@cartograph/simulators';

export interface RateWorldOptions {
  readonly connector: Connector;
  /** A shop on a clock that starts at a whole second. */
  readonly simulator: (elapsedMs: () => number) => Simulator;
  /** What a connection is told beside its credentials. */
  readonly settings?: object;
  readonly windowMs: number;
  /** Shortest and longest time from sending to answer. */
  readonly latencyMs: readonly [number, number];
  /** Called when one of our requests arrives, with what sends one for another application. */
  readonly other?: ((sent: number, take: () => Promise<void>) => Promise<void>) | undefined;
  /** An answer in place of the shop's. */
  readonly instead?: (sent: number, elapsedMs: number) => Response | null;
}

export type RateWorld = ReturnType<typeof createRateWorld>;

/** A simulated shop behind a network with latency, in virtual time: what is read from it comes out the same each time. */
export function createRateWorld(options: RateWorldOptions) {
  const { connector, settings, windowMs, other, instead, latencyMs } = options;
  const [shortest, longest] = latencyMs;
  const clock = createVirtualClock('2026-07-01T00:00:00Z');
  const simulator = options.simulator(clock.elapsed);
  const answered = new Map<number, number>();
  const arrivals: number[] = [];
  const refusals: number[] = [];
  let sent = 0;

  const reach = async (request: Request): Promise<Response> => {
    const response = await simulator.fetch(request);
    const window = Math.floor(Date.parse(response.headers.get('date') ?? '') / windowMs);
    if (response.status !== 429) answered.set(window, (answered.get(window) ?? 0) + 1);
    return response;
  };

  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    // Tokens are no part of the quota.
    if (new URL(request.url).pathname.startsWith('/oauth/')) return simulator.fetch(request);
    sent += 1;
    const number = sent;
    const delayMs = (shortest + ((number * 7919) % (longest - shortest + 1))) / 2;
    await clock.host.sleep(delayMs);
    arrivals.push(clock.elapsed());
    const again = request.clone();
    await other?.(number, async () => {
      await reach(again.clone());
    });
    const response = instead?.(number, clock.elapsed()) ?? (await reach(request));
    if (response.status === 429) refusals.push(clock.elapsed());
    await clock.host.sleep(delayMs);
    return response;
  };

  const base: Host = { ...clock.host, fetch };
  const host: Host = { ...base, budgets: createRateBudgets({ host: base }) };
  const config = parseConfig(connector, { ...simulator.config('https://shop.example'), ...settings });
  return {
    clock,
    /** Virtual milliseconds at which our requests arrived. */
    arrivals,
    /** Virtual milliseconds at which ours were refused. */
    refusals,
    /** Requests of anybody that each window answered, in the order of the windows. */
    windows: () => [...answered].sort(([one], [next]) => one - next).map(([, count]) => count),
    open: (lane: Lane): Session => connector.open(config, { ...host, lane }),
  };
}
