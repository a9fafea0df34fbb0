import { measureChild, startChild } from '../child.js';
import type { Measured } from '../measured.js';
import { median } from '../median.js';
import type { Platform } from './clients.js';
import { known } from './known.js';

/** Listing all orders of a shop: one way of doing it, beside the bare loop over the same pages in the same run. */
export interface IterateResult {
  readonly platform: Platform;
  readonly records: number;
  readonly requests: number;
  readonly reader: string;
  /** Of all the listing, in milliseconds of processor time. */
  readonly cpuMs: number;
  /** Against the bare loop. */
  readonly ratio: number;
  readonly peakBytes: number;
}

interface Config {
  readonly baseUrl: string;
}

const platforms: readonly Platform[] = ['iconic', 'bigcommerce', 'magento'];

/** All readers take turns, `rounds` times, each in a fresh process; the medians count. */
export async function benchIterate(orders: number, rounds: number): Promise<IterateResult[]> {
  const results: IterateResult[] = [];
  for (const platform of platforms) results.push(...(await benchPlatform(platform, orders, rounds)));
  return results;
}

async function benchPlatform(platform: Platform, orders: number, rounds: number): Promise<IterateResult[]> {
  const server = startChild('./server.js', [String(orders), platform]);
  try {
    const config = (await server.answer) as Config;
    const { origin } = new URL(config.baseUrl);
    const plain = { platform, config, validate: false };
    // Makes the pages, so that the shop has them ready for all that follow.
    await measureChild('./iterate/measure-ours.js', plain);
    const paths = (await (await fetch(`${origin}/pages`)).json()) as string[];
    const bare = { origin, paths, headers: { accept: 'application/json' } };
    const readers: Record<string, () => Promise<Measured>> = {
      'bare fetch + JSON.parse': () => measureChild('./iterate/measure-bare.js', bare),
      'iterate, not validated': () => measureChild('./iterate/measure-ours.js', plain),
      'iterate, validated': () => measureChild('./iterate/measure-ours.js', { ...plain, validate: true }),
    };
    for (const client of Object.keys(known[platform] ?? {})) {
      readers[client] = () => measureChild('./iterate/measure-known.js', { platform, client, config });
      await readers[client]();
    }
    const measured = new Map<string, Measured[]>(Object.keys(readers).map(name => [name, []]));
    for (let round = 0; round < rounds; round++)
      for (const [name, read] of Object.entries(readers)) measured.get(name)?.push(await read());
    return resultsOf(platform, orders, paths.length, measured);
  } finally {
    server.process.kill();
  }
}

function resultsOf(
  platform: Platform,
  orders: number,
  requests: number,
  measured: ReadonlyMap<string, readonly Measured[]>,
): IterateResult[] {
  const cpuOf = (runs: readonly Measured[]) => median(runs.map(({ cpuSeconds }) => cpuSeconds * 1000));
  const [bare = []] = measured.values();
  const least = cpuOf(bare);
  return [...measured].map(([reader, runs]) => {
    const records = runs[0]?.records ?? 0;
    // Pages of The Iconic overlap by a row, so that the bare loop meets some twice.
    if (records < orders) throw new Error(`${reader}: ${records} records were read of ${orders}`);
    const cpuMs = cpuOf(runs);
    const peakBytes = Math.max(...runs.map(run => run.peakBytes));
    return { platform, records, requests, reader, cpuMs, ratio: cpuMs / least, peakBytes };
  });
}
