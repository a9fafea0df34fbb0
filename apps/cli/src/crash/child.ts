import { once } from 'node:events';
import { createHost } from '@cartograph/connector-kit';
import { findConnector } from '@cartograph/connectors';
import { type Connection, parseConfig } from '@cartograph/core';
import { createSqliteStorage } from '@cartograph/storage';
import { syncConnection } from '@cartograph/sync';
import { createHolder } from '../holder.js';
import { flaws } from './flaws.js';
import type { Job } from './job.js';
import { createPoints, pointsInFetch, pointsInStorage } from './points.js';

/** The process that is killed: one run, told in JSON by its first argument. Prints the run. */
const job: Job = JSON.parse(process.argv[2] ?? '');
const connector = findConnector(job.platform);
const config = parseConfig(connector, job.config);
const now = () => new Date(job.at);

const die = (): null => {
  process.kill(process.pid, 'SIGKILL');
  return null;
};
const wait = async (): Promise<void> => {
  process.stdout.write('holds\n');
  await once(process.stdin, 'data');
  process.stdin.destroy();
};

const points = createPoints(job.log, job.end, job.hold ? wait : die);
const sound = createSqliteStorage({ path: job.database });
const storage = pointsInStorage(points, job.flaw === null ? sound : flaws[job.flaw](sound));
const host = createHost({ now, sleep: () => Promise.resolve() });
const fresh: Connection = {
  id: 'shop',
  platform: job.platform,
  settings: '',
  shop: connector.emptyShop,
  createdAt: job.at,
  pausedBecause: null,
};
const connection = (await storage.connection(fresh.id)) ?? fresh;
if (connection === fresh) await storage.saveConnection(fresh);
const run = await syncConnection({
  connection,
  connector,
  config,
  storage,
  host: { ...host, fetch: pointsInFetch(points, host.fetch) },
  runId: crypto.randomUUID(),
  full: job.full,
  holder: createHolder(now),
});
await storage.close();
process.stdout.write(`${JSON.stringify(run)}\n`);
