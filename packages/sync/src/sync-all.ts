import type { Run } from '@cartograph/core';
import PQueue from 'p-queue';
import { tasksOf } from './schedule/plan.js';
import { type SyncOptions, syncConnection } from './sync-connection.js';

export interface SyncAllOptions extends Omit<SyncOptions, 'runId'> {
  readonly newRunId: () => string;
}

/**
 * Runs several connections side by side; each has its own limits, so one that waits does not hold up another. What was read
 * is swept after that, where its time has come or `sweep` asks for it. Each sweeping is a run of its own.
 */
export async function syncAll(all: readonly SyncAllOptions[], concurrency = 4): Promise<readonly Run[]> {
  const queue = new PQueue({ concurrency });
  return (await queue.addAll(all.map(options => () => readAndSweep(options)))).flat();
}

async function readAndSweep({ newRunId, sweep = false, ...options }: SyncAllOptions): Promise<readonly Run[]> {
  const read = await syncConnection({ ...options, runId: newRunId() });
  const complete = Object.keys(read.streams).filter(name => read.streams[name]?.outcome === 'complete');
  const swept: string[] = [];
  for (const name of complete) if (await isSweepDue(options, name, sweep)) swept.push(name);
  if (swept.length === 0) return [read];
  return [read, await syncConnection({ ...options, runId: newRunId(), sweep: true, streams: swept })];
}

async function isSweepDue(
  { connector, connection, storage, host }: Omit<SyncAllOptions, 'newRunId'>,
  name: string,
  atOnce: boolean,
): Promise<boolean> {
  const stream = connector.streams[name];
  if (!stream) return false;
  const tasks = tasksOf(name, stream, await storage.checkpoint(connection.id, name), new Map());
  const sweep = tasks.find(({ kind }) => kind === 'sweep');
  return sweep !== undefined && (atOnce || sweep.dueMs <= host.now().getTime());
}
