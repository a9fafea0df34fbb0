import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Storage } from '@cartograph/core';
import { createSqliteStorage } from '@cartograph/storage';
import { smallOrder } from './small-orders.js';

/** Commits small orders, a page after the other, and tells what those cost that follow after each size. */
const { sizes }: { sizes: readonly number[] } = JSON.parse(await text(process.stdin));

const pageOrders = 250;
/** Long enough that the log is copied into the file several times in it. */
const measuredOrders = 60_000;

const folder = mkdtempSync(join(tmpdir(), 'cartograph-commits-'));
const storage = createSqliteStorage({ path: join(folder, 'bench.db') });
const at = new Date(0).toISOString();
let stored = 0;

/** Making the orders is not counted. */
async function commit(into: Storage): Promise<{ time: number; work: number }> {
  const natives = Array.from({ length: pageOrders }, (_, position) => smallOrder(stored + position));
  const [started, before] = [performance.now(), process.cpuUsage()];
  await into.commit({
    connectionId: 'bench',
    platform: 'bench',
    stream: 'orders',
    runId: 'bench',
    mapperVersion: 1,
    at,
    natives,
    setAside: [],
    checkpoint: { mark: null, window: { since: null, until: at, resume: String(stored), runId: 'bench', full: true } },
  });
  const { user, system } = process.cpuUsage(before);
  stored += pageOrders;
  return { time: (performance.now() - started) * 1000, work: user + system };
}

try {
  const shop = { name: null, currency: null, timeZone: null };
  const pausedBecause = null;
  await storage.saveConnection({ id: 'bench', platform: 'bench', settings: '', shop, createdAt: at, pausedBecause });
  const costs = [];
  for (const size of sizes) {
    while (stored < size) await commit(storage);
    const [from, sum] = [stored, { time: 0, work: 0 }];
    while (stored < from + measuredOrders) {
      const { time, work } = await commit(storage);
      sum.time += time;
      sum.work += work;
    }
    const fileBytes = readdirSync(folder).reduce((bytes, name) => bytes + statSync(join(folder, name)).size, 0);
    const peakBytes = process.resourceUsage().maxRSS * 1024;
    costs.push({
      stored: size,
      time: sum.time / measuredOrders,
      work: sum.work / measuredOrders,
      peakBytes,
      fileBytes,
    });
  }
  process.stdout.write(`${JSON.stringify(costs)}\n`);
} finally {
  await storage.close();
  rmSync(folder, { recursive: true });
}
