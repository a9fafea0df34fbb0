import { measureChild, startChild } from './child.js';
import type { ServerConfig } from './full-sync.js';
import { median } from './median.js';

/** What a full sync of so many orders holds in memory. */
export interface MemoryResult {
  readonly orders: number;
  /** The most that the process held, in bytes. */
  readonly peakBytes: number;
  /** Against the peak at the first size. */
  readonly ratio: number;
}

/**
 * Each size is read by fresh processes, `rounds` times, and the medians count. The shop is not warmed up: how fast it answers
 * is nothing that the memory of its reader depends on, and its own is that of another process.
 */
export async function benchMemory(sizes: readonly number[], rounds: number): Promise<MemoryResult[]> {
  const results: MemoryResult[] = [];
  for (const orders of sizes) {
    const peakBytes = await peakOf(orders, rounds);
    results.push({ orders, peakBytes, ratio: peakBytes / (results[0]?.peakBytes ?? peakBytes) });
  }
  return results;
}

async function peakOf(orders: number, rounds: number): Promise<number> {
  const server = startChild('./server.js', [String(orders)]);
  try {
    const config = { ...((await server.answer) as ServerConfig), fulfillments: 'none' };
    const peaks: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const { records, peakBytes } = await measureChild('./measure-sync.js', config);
      if (records !== orders) throw new Error(`${records} records were read of ${orders}`);
      peaks.push(peakBytes);
    }
    return median(peaks);
  } finally {
    server.process.kill();
  }
}
