import { randomUUID } from 'node:crypto';
import type { Connection, Run, Storage } from '@cartograph/core';
import { type Progress, syncAll } from '@cartograph/sync';
import { type App, type CommonOptions, chooseConnections, createApp } from '../app.js';
import { figure, table } from '../output/table.js';
import type { Shell } from '../shell.js';

export interface SyncCommandOptions extends CommonOptions {
  readonly full?: boolean;
  readonly stream?: readonly string[];
}

export async function sync(shell: Shell, names: readonly string[], options: SyncCommandOptions): Promise<void> {
  const app = createApp(shell, options);
  const { runs, differences } = await app.withStorage(async storage => {
    const done = await runAll(app, storage, await chooseConnections(storage, names), options);
    return { runs: done, differences: await countDrift(storage, done) };
  });
  if (app.terminal.json) app.terminal.printJson({ runs });
  else for (const run of runs) app.terminal.print(describeRun(run));
  if (differences > 0)
    app.terminal.say(`${figure(differences)} new in what the shops send: "cartograph drift" shows it.`);
  if (runs.some(hasStopped)) shell.exitCode = 1;
}

/** Drift that these runs noticed. */
async function countDrift(storage: Storage, runs: readonly Run[]): Promise<number> {
  let count = 0;
  for (const { connectionId, startedAt } of runs) {
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
  const stands = new Map<string, string>();
  const onProgress = (progress: Progress) => {
    stands.set(progress.connectionId, describeProgress(progress));
    app.terminal.progress([...stands.values()].join('   '));
  };
  return syncAll(
    connections.map(connection => ({
      ...app.unsealed(connection),
      connection,
      storage,
      host: app.host,
      newRunId: randomUUID,
      full: options.full ?? false,
      onProgress,
      ...(options.stream ? { streams: options.stream } : {}),
    })),
  );
}

export const hasStopped = ({ streams }: Run): boolean =>
  Object.values(streams).some(({ outcome }) => outcome !== 'complete');

function describeProgress({ connectionId, stream, run, total, requests }: Progress): string {
  const share = total === null ? figure(run.seen) : `${figure(run.seen)}/${figure(total)}`;
  return `${connectionId} ${stream} ${share} (${figure(requests)} requests)`;
}

export function describeRun(run: Run): string {
  const rows = Object.entries(run.streams).map(([name, stream]) => [
    name,
    // A stream that was never begun has no window.
    stream.until === null ? '–' : (stream.since ?? 'all'),
    ...[stream.requests, stream.seen, stream.stored, stream.unchanged, stream.setAside, stream.deleted].map(count =>
      figure(count),
    ),
    stream.outcome,
  ]);
  const kind = run.full ? 'full refresh' : 'run';
  const head = ['stream', 'since', 'requests', 'read', 'stored', 'unchanged', 'set aside', 'deleted', 'outcome'];
  const title = `${run.connectionId}: ${kind}, ${figure(run.requests)} requests, ${figure(run.limited)} answered 429`;
  return `${[title, table(head, rows), ...describeReasons(run)].join('\n')}\n`;
}

/** Each sentence once, with the streams that it stopped. */
function describeReasons({ streams }: Run): string[] {
  const stopped = new Map<string, string[]>();
  for (const [name, { reason }] of Object.entries(streams))
    if (reason !== null) stopped.set(reason, [...(stopped.get(reason) ?? []), name]);
  return [...stopped].map(([reason, names]) => `${names.join(', ')}: ${reason}`);
}
