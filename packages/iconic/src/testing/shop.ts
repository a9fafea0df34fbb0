import { type ClientOptions, createHost } from '@cartograph/connector-kit';
import { createIconicSimulator, type IconicSimulatorOptions } from '@cartograph/simulators';
import { createIconicClient } from '../client.js';
import type { IconicConfigInput } from '../config.js';

/** A client of a simulated shop, and the requests that reached it; time passes only where somebody waits. */
export function openShop(options: IconicSimulatorOptions = {}, clientOptions: ClientOptions = {}) {
  let elapsed = 0;
  const simulator = createIconicSimulator({ orders: 130, elapsedMs: () => elapsed, ...options });
  const requests: Request[] = [];
  const host = createHost({
    fetch: async (input, init) => {
      const request = new Request(input, init);
      if (!request.url.includes('/oauth/client')) requests.push(request.clone());
      return simulator.fetch(request);
    },
    now: () => new Date(Date.parse('2026-07-01T00:00:00Z') + elapsed),
    sleep: async ms => {
      elapsed += ms;
    },
  });
  const config = simulator.config('http://shop.test') as unknown as IconicConfigInput;
  const client = createIconicClient(config, host, clientOptions);
  /** `GET /v2/orders`, without the queries. */
  const calls = () => requests.map(({ method, url }) => `${method} ${new URL(url).pathname}`);
  /** When no webhook is on its way. */
  const settled = () => simulator.settled();
  return { client, simulator, requests, calls, settled };
}

export async function taken<Row>(rows: AsyncIterable<Row>): Promise<Row[]> {
  const all: Row[] = [];
  for await (const row of rows) all.push(row);
  return all;
}
