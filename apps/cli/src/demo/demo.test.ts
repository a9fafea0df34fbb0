import { join } from 'node:path';
import { provenResources } from '@cartograph/core';
import { expect, onTestFinished, test } from 'vitest';
import { startServer } from '../sandbox/server.js';
import { createSimulator } from '../sandbox/simulators.js';
import { createFolder } from '../testing/folder.js';
import { platforms } from '../testing/platforms.js';
import { createTestShell } from '../testing/shell.js';
import { demo } from './demo.js';
import type { DemoReport } from './report.js';
import type { StartSandbox } from './sandboxes.js';

/** A sandbox in this process; of its own settings only the pace is another. */
const start: StartSandbox = async (platform, orders, later) => {
  const simulator = createSimulator(platform, { orders });
  simulator.advance(later);
  const { url, close } = await startServer(simulator, 0);
  onTestFinished(close);
  const pace = platform === 'iconic' ? { requestsPerSecond: 1000 } : {};
  return { platform, url, config: { ...simulator.config(url), ...pace }, stop: close };
};

async function runDemo(db: string, json: boolean) {
  const shell = createTestShell();
  await demo(shell, { db, orders: '40', json }, start);
  return { out: shell.stdout.text(), err: shell.stderr.text(), exitCode: shell.exitCode };
}

test('the demo reads three shops, proves them, and the second time reads only what changed', async () => {
  const db = join(createFolder(), 'demo.db');
  const first = await runDemo(db, true);
  expect(first.exitCode).toBe(0);
  expect(first.out).toMatch(/^[^\n]+\n$/);
  const report: DemoReport = JSON.parse(first.out);
  expect(report).toMatchObject({ incremental: false, database: db });
  expect(report.shops.map(({ platform }) => platform)).toEqual(platforms);
  for (const { run, records, reconciliation } of report.shops) {
    expect(run.requests).toBeGreaterThan(0);
    expect(Object.values(run.streams).map(({ outcome }) => outcome)).not.toContain('incomplete');
    expect(records.orders).toBeGreaterThan(30);
    expect(reconciliation.unproven).toEqual([]);
    for (const resource of provenResources) {
      const tallies = reconciliation.tallies.filter(tally => tally.resource === resource);
      expect(tallies.reduce((sum, { count }) => sum + count, 0)).toBe(records[resource]);
    }
  }
  expect(report.revenue.length).toBeGreaterThan(3);

  const { out, err, exitCode } = await runDemo(db, false);
  expect(exitCode).toBe(0);
  expect(err).toContain('Reading what changed since the last run…');
  expect(out).toMatch(/Incremental run: read [\d,]+ native records from 3 shops in \d+\.\d s; only what changed/);
  for (const platform of platforms)
    expect(out).toMatch(new RegExp(`demo-${platform}: run, \\d+ requests, 0 answered 429`));
  expect(out).toContain("Does all money add up to the platforms' own figures?");
  expect(out).toContain('Revenue over all shops, by currency and month');
  expect(out).toContain('What to try next');
  const third: DemoReport = JSON.parse((await runDemo(db, true)).out);
  for (const [number, { run }] of third.shops.entries()) {
    const before = report.shops[number]?.run.streams.orders?.seen ?? 0;
    expect(run.streams.orders?.since).not.toBeNull();
    expect(run.streams.orders?.seen).toBeLessThan(before);
  }
});
