import type { Run } from '@cartograph/core';
import { type CommonOptions, chooseConnections, createApp } from '../app.js';
import type { Shell } from '../shell.js';
import { readCount } from './count.js';
import { describeRun } from './sync.js';

export interface RunsOptions extends CommonOptions {
  readonly limit: string;
}

/** The last runs of each connection, newest first: what each stream read in which window, and whether it met the end. */
export async function runs(shell: Shell, names: readonly string[], options: RunsOptions): Promise<void> {
  const app = createApp(shell, options);
  const limit = readCount('--limit', options.limit, 1);
  const found = await app.withStorage(async storage => {
    const connections = await chooseConnections(storage, names);
    return (await Promise.all(connections.map(({ id }) => storage.runs(id, limit)))).flat();
  });
  if (app.terminal.json) return app.terminal.printJson({ runs: found });
  if (found.length === 0) return app.terminal.print('No runs yet: start one with "cartograph sync".');
  for (const run of found) app.terminal.print(`${whenOf(run)}\n${describeRun(run)}`);
}

const whenOf = ({ startedAt, finishedAt }: Run): string =>
  finishedAt === null ? `${startedAt}, not finished` : `${startedAt} to ${finishedAt}`;
