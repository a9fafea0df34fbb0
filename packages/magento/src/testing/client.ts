import { createVirtualClock } from '@cartograph/conformance';
import { silentLogger } from '@cartograph/core';
import { createMagentoSimulator, type MagentoSimulatorOptions } from '@cartograph/simulators';
import { createMagentoClient, type MagentoClientOptions } from '../client.js';
import type { MagentoConfigInput } from '../config.js';

export interface Asked {
  readonly method: string;
  /** Below `/rest`. */
  readonly path: string;
  readonly body: unknown;
}

/** A client of a simulated shop that keeps what it asked. Time passes only while it waits. */
export function openClient(options: MagentoSimulatorOptions = {}, own: MagentoClientOptions = {}) {
  const clock = createVirtualClock(new Date('2026-07-01T00:00:00Z'));
  const simulator = createMagentoSimulator({ seed: 5, orders: 120, elapsedMs: clock.elapsedMs, ...options });
  const asked: Asked[] = [];
  const host = {
    fetch: async (input: string | URL | Request, init?: RequestInit) => {
      const request = new Request(input, init);
      const text = await request.clone().text();
      const path = new URL(request.url).pathname.replace(/^.*\/rest\//, '');
      asked.push({ method: request.method, path, body: text === '' ? null : JSON.parse(text) });
      return simulator.fetch(request);
    },
    now: clock.now,
    sleep: clock.sleep,
    logger: silentLogger,
  };
  const config = simulator.config('https://shop.example') as unknown as MagentoConfigInput;
  return { client: createMagentoClient(config, host, own), simulator, asked, host, config };
}
