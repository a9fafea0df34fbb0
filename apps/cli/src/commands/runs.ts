import type { Run } from '@cartograph/core';
import { isBrokenOff, shownRun } from '@cartograph/sync';
import { type CommonOptions, chooseConnections, createApp } from '../app.js';
import { createHolder } from '../holder.js';
import { describeRun } from '../output/run.js';
import type { Shell } from '../shell.js';
import { readCount } from './count.js';

export interface RunsOptions extends CommonOptions {
  readonly limit: string;
}

/** The last runs of each connection, newest first: what each stream read in which window, and whether it met the end. */
export async function runs(shell: Shell, names: readonly string[], options: RunsOptions): Promise<void> {
  const app = createApp(shell, options);
  const limit = readCount('--limit', options.limit, 1);
  const { isDead } = createHolder(app.host.now);
  const found = await app.withStorage(async storage => {
    const connections = await chooseConnections(storage, names);
    const kept = (await Promise.all(connections.map(({ id }) => storage.runs(id, limit)))).flat();
    return kept.map(run => ({ run: shownRun(run, isDead), when: whenOf(run, isBrokenOff(run, isDead)) }));
  });
  if (app.terminal.json) return app.terminal.printJson({ runs: found.map(({ run }) => run) });
  if (found.length === 0) return app.terminal.print('No runs yet: start one with "cartograph sync".');
  for (const { run, when } of found) app.terminal.print(`${when}\n${describeRun(run)}`);
}

function whenOf({ startedAt, finishedAt }: Run, brokenOff: boolean): string {
  if (finishedAt !== null) return `${startedAt} to ${finishedAt}`;
  return `${startedAt}, ${brokenOff ? 'broken off' : 'not finished'}`;
}
