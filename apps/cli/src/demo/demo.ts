import { mkdirSync } from 'node:fs';
import { connectors, findConnector } from '@cartograph/connectors';
import { type Connection, parseConfig, type Run, type Storage } from '@cartograph/core';
import { reconcile } from '@cartograph/sync';
import { type App, type CommonOptions, createApp } from '../app.js';
import { readCount } from '../commands/count.js';
import { hasStopped, runAll } from '../commands/sync.js';
import type { Shell } from '../shell.js';
import { type DemoReport, describeReport } from './report.js';
import { revenueByMonth } from './revenue.js';
import { type RunningSandbox, type StartSandbox, startSandbox } from './sandboxes.js';

const folder = '.cartograph';
/** What happens in each shop between two runs of the demo. */
const eventsBetweenRuns = 25;

/** The main job on made-up shops: connect, sync, prove, report. The database stays, so a second run is incremental. */
export async function demo(
  shell: Shell,
  options: CommonOptions & { readonly orders: string },
  start: StartSandbox = startSandbox,
): Promise<void> {
  if (options.db === undefined) mkdirSync(folder, { recursive: true });
  const database = options.db ?? `${folder}/demo.db`;
  const app = createApp(shell, { ...options, db: database });
  const orders = readCount('--orders', options.orders, 1);
  const report = await app.withStorage(storage => runDemo(app, storage, orders, start));
  if (app.terminal.json) app.terminal.printJson(report);
  else app.terminal.print(describeReport(report));
  if (report.shops.some(({ run, reconciliation }) => hasStopped(run) || reconciliation.unproven.length > 0))
    shell.exitCode = 1;
}

async function runDemo(app: App, storage: Storage, orders: number, start: StartSandbox): Promise<DemoReport> {
  const platforms = connectors.map(({ id }) => id);
  const earlier = Math.min(...(await Promise.all(platforms.map(platform => completeRuns(storage, platform)))));
  app.terminal.say(`Starting ${platforms.length} sandboxes on 127.0.0.1, ${orders} orders each…`);
  const sandboxes = await Promise.all(platforms.map(platform => start(platform, orders, earlier * eventsBetweenRuns)));
  try {
    const connections: Connection[] = [];
    for (const sandbox of sandboxes) connections.push(await connectSandbox(app, storage, sandbox));
    app.terminal.say(
      earlier === 0 ? 'Connected. Reading everything…' : 'Connected. Reading what changed since the last run…',
    );
    const started = performance.now();
    const runs = await runAll(app, storage, connections, {});
    const seconds = (performance.now() - started) / 1000;
    app.terminal.say('Proving all money…');
    const shops = await Promise.all(
      connections.map(async connection => ({
        connection: connection.id,
        platform: connection.platform,
        run: runOf(runs, connection),
        records: await storage.counts(connection.id),
        reconciliation: await reconcile(storage, connection),
        anOrder: await anOrderOf(storage, connection.id),
      })),
    );
    return { database: app.database, incremental: earlier > 0, seconds, shops, revenue: await revenueByMonth(storage) };
  } finally {
    await Promise.all(sandboxes.map(({ stop }) => stop()));
  }
}

async function anOrderOf(storage: Storage, connectionId: string): Promise<string | null> {
  for await (const { id } of storage.records({ resource: 'orders', connectionId, limit: 1 })) return id;
  return null;
}

const nameOf = (platform: string): string => `demo-${platform}`;

async function completeRuns(storage: Storage, platform: string): Promise<number> {
  const runs = await storage.runs(nameOf(platform), 10_000);
  return runs.filter(run => run.finishedAt !== null && !hasStopped(run)).length;
}

async function connectSandbox(app: App, storage: Storage, { platform, config }: RunningSandbox): Promise<Connection> {
  const connector = findConnector(platform);
  const shop = await connector.open(parseConfig(connector, config), app.host).check();
  const id = nameOf(platform);
  const known = await storage.connection(id);
  const createdAt = known?.createdAt ?? app.host.now().toISOString();
  const connection = { id, platform, settings: app.sealSettings(id, config), shop, createdAt, pausedBecause: null };
  await storage.saveConnection(connection);
  return connection;
}

function runOf(runs: readonly Run[], { id }: Connection): Run {
  const run = runs.find(({ connectionId }) => connectionId === id);
  if (!run) throw new TypeError(`no run for ${id}`);
  return run;
}
