import type { Run } from '@cartograph/core';
import { type CommonOptions, createApp } from '../app.js';
import { recordTable } from '../output/record-table.js';
import { figure, table } from '../output/table.js';
import type { Shell } from '../shell.js';

export async function status(shell: Shell, options: CommonOptions): Promise<void> {
  const app = createApp(shell, options);
  const found = await app.withStorage(async storage =>
    Promise.all(
      (await storage.connections()).map(async ({ id, platform, pausedBecause }) => {
        const [lastRun = null] = await storage.runs(id, 1);
        const setAside = (await storage.setAside(id)).length;
        return { name: id, platform, pausedBecause, records: await storage.counts(id), setAside, lastRun };
      }),
    ),
  );
  if (app.terminal.json) return app.terminal.printJson({ connections: found });
  if (found.length === 0) return app.terminal.print('No connections yet: add one with "cartograph connect".');
  const rows = found.map(({ name, setAside, lastRun, pausedBecause }) => [
    name,
    figure(setAside),
    pausedBecause ? `paused: ${pausedBecause}` : describe(lastRun),
  ]);
  app.terminal.print(`${table(['name', 'set aside', 'last run'], rows)}\n\n${recordTable(found)}`);
}

function describe(run: Run | null): string {
  if (run === null) return 'never: run "cartograph sync"';
  if (run.finishedAt === null) return `${run.startedAt}, not finished: the next one goes on from there`;
  const stopped = Object.entries(run.streams).find(([, { outcome }]) => outcome !== 'complete');
  return stopped
    ? `${run.finishedAt}, ${stopped[0]} ${stopped[1].outcome}: ${stopped[1].reason}`
    : `${run.finishedAt}, complete`;
}
