import { randomUUID } from 'node:crypto';
import { ConfigError, type Connection, type Run, type Storage } from '@cartograph/core';
import { syncAll, watch } from '@cartograph/sync';
import { type App, type CommonOptions, chooseConnections, createApp } from '../app.js';
import { openAt, readCadence } from '../cadence.js';
import { createHolder } from '../holder.js';
import { createProgressLine } from '../output/progress-line.js';
import { describeRun } from '../output/run.js';
import { figure } from '../output/table.js';
import type { Shell } from '../shell.js';

export interface SyncCommandOptions extends CommonOptions {
  readonly full?: boolean;
  readonly newestFirst?: boolean;
  readonly sweep?: boolean;
  readonly watch?: boolean;
  readonly every?: readonly string[];
  readonly stream?: readonly string[];
}

export async function sync(shell: Shell, names: readonly string[], options: SyncCommandOptions): Promise<void> {
  const app = createApp(shell, options);
  if (options.watch) return watchAll(app, names, options);
  if (options.every) throw new ConfigError('--every is how often --watch reads: it needs --watch');
  const { runs, differences } = await app.withStorage(async storage => {
    const chosen = await chooseConnections(storage, names);
    const done = await runAll(app, storage, names.length > 0 ? chosen : unpaused(app, chosen), options);
    return { runs: done, differences: await countDrift(storage, done) };
  });
  if (app.terminal.json) app.terminal.printJson({ runs });
  else for (const run of runs) app.terminal.print(describeRun(run));
  if (differences > 0)
    app.terminal.say(`${figure(differences)} new in what the shops send: "cartograph drift" shows it.`);
  if (runs.some(hasStopped)) shell.exitCode = 1;
}

/** Those that nobody paused. */
function unpaused({ terminal }: App, connections: readonly Connection[]): readonly Connection[] {
  for (const { id, pausedBecause, pausedByUser } of connections)
    if (pausedByUser) terminal.say(`${id} is paused: ${pausedBecause}. "cartograph resume ${id}" goes on.`);
  return connections.filter(({ pausedByUser }) => !pausedByUser);
}

/** Prints each run as it ends, until Ctrl-C. */
async function watchAll(app: App, names: readonly string[], options: SyncCommandOptions): Promise<void> {
  if (options.full || options.sweep)
    throw new ConfigError('--watch reads and sweeps when it is due: leave out --full and --sweep');
  const { terminal, host } = app;
  await app.withStorage(async storage => {
    const cadence = readCadence(options.every ?? [], await chooseConnections(storage, names));
    terminal.say('Watching. Ctrl-C ends it.');
    await watch({
      storage,
      host,
      ...(names.length > 0 && { connections: names }),
      ...(options.stream && { streams: options.stream }),
      newestFirst: options.newestFirst ?? false,
      holder: createHolder(host.now),
      newRunId: randomUUID,
      open: openAt(app, cadence),
      onProgress: createProgressLine(terminal),
      onRun: run => (terminal.json ? terminal.printJson({ run }) : terminal.print(describeRun(run))),
      onPause: (name, reason) => terminal.say(`${name} is left until its settings change: ${reason}`),
    });
  });
}

/** Drift that these runs noticed. */
async function countDrift(storage: Storage, runs: readonly Run[]): Promise<number> {
  const since = new Map<string, string>();
  for (const { connectionId, startedAt } of runs) if (!since.has(connectionId)) since.set(connectionId, startedAt);
  let count = 0;
  for (const [connectionId, startedAt] of since) {
    const drifts = await storage.drifts(connectionId);
    count += drifts.filter(({ at }) => at >= startedAt).length;
  }
  return count;
}

/** Syncs the connections side by side and shows where each stands. */
export function runAll(
  app: App,
  storage: Storage,
  connections: readonly Connection[],
  options: SyncCommandOptions,
): Promise<readonly Run[]> {
  const onProgress = createProgressLine(app.terminal);
  const holder = createHolder(app.host.now);
  return syncAll(
    connections.map(connection => ({
      ...app.unsealed(connection),
      connection,
      storage,
      host: app.host,
      holder,
      newRunId: randomUUID,
      full: options.full ?? false,
      newestFirst: options.newestFirst ?? false,
      sweep: options.sweep ?? false,
      onProgress,
      ...(options.stream ? { streams: options.stream } : {}),
    })),
  );
}

export const hasStopped = ({ streams }: Run): boolean =>
  Object.values(streams).some(({ outcome }) => outcome !== 'complete');
