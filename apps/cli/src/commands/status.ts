import { findConnector } from '@cartograph/connectors';
import type { Connection, Run, Storage } from '@cartograph/core';
import { atCadence, type Cadence, type Freshness, freshnessOf, isBrokenOff, shownRun } from '@cartograph/sync';
import { type CommonOptions, createApp } from '../app.js';
import { readCadence } from '../cadence.js';
import { createHolder } from '../holder.js';
import { duration } from '../output/duration.js';
import { recordTable } from '../output/record-table.js';
import { figure, table } from '../output/table.js';
import type { Shell } from '../shell.js';

export interface StatusOptions extends CommonOptions {
  readonly every?: readonly string[];
}

export async function status(shell: Shell, options: StatusOptions): Promise<void> {
  const app = createApp(shell, options);
  const { isDead } = createHolder(app.host.now);
  const found = await app.withStorage(async storage => {
    const connections = await storage.connections();
    const cadence = readCadence(options.every ?? [], connections);
    return Promise.all(
      connections.map(async connection => {
        const { id, platform, pausedBecause } = connection;
        const [run = null] = await storage.runs(id, 1);
        return {
          name: id,
          platform,
          pausedBecause,
          records: await storage.counts(id),
          setAside: (await storage.setAside(id)).length,
          lastRun: run && shownRun(run, isDead),
          streams: await freshness(storage, connection, { cadence, now: app.host.now() }),
        };
      }),
    );
  });
  if (app.terminal.json) return app.terminal.printJson({ connections: found });
  if (found.length === 0) return app.terminal.print('No connections yet: add one with "cartograph connect".');
  const rows = found.map(({ name, setAside, lastRun, pausedBecause }) => [
    name,
    figure(setAside),
    pausedBecause ? `paused: ${pausedBecause}` : describe(lastRun, isDead),
  ]);
  const parts = [table(['name', 'set aside', 'last run'], rows), recordTable(found), freshnessTable(found)];
  app.terminal.print(parts.join('\n\n'));
}

function describe(run: Run | null, isDead: (owner: string) => boolean): string {
  if (run === null) return 'never: run "cartograph sync"';
  if (run.finishedAt === null) {
    const state = isBrokenOff(run, isDead) ? 'broken off' : 'not finished';
    return `${run.startedAt}, ${state}: the next one goes on from there`;
  }
  const stopped = Object.entries(run.streams).find(([, { outcome }]) => outcome !== 'complete');
  return stopped
    ? `${run.finishedAt}, ${stopped[0]} ${stopped[1].outcome}: ${stopped[1].reason}`
    : `${run.finishedAt}, complete`;
}

type StreamFreshness = Freshness & { readonly stream: string };

async function freshness(
  storage: Storage,
  { id, platform }: Connection,
  { cadence, now }: { readonly cadence: Cadence; readonly now: Date },
): Promise<StreamFreshness[]> {
  const { streams } = atCadence(findConnector(platform), cadence);
  const checkpoints = await storage.checkpoints(id);
  return Object.entries(streams).map(([stream, definition]) => ({
    stream,
    ...freshnessOf(definition, checkpoints.get(stream) ?? null, now.getTime()),
  }));
}

function freshnessTable(
  found: readonly { readonly name: string; readonly streams: readonly StreamFreshness[] }[],
): string {
  const rows = found.flatMap(({ name, streams }) =>
    streams.map(({ stream, completedAt, lagMs, state, newestAt, open }) => [
      name,
      stream,
      state ?? 'never read',
      lagMs === null ? '–' : duration(lagMs),
      completedAt ?? '–',
      newestAt ?? '–',
      open === null ? '' : `${open} to go on with`,
    ]),
  );
  return table(['name', 'stream', 'state', 'lag', 'last complete', 'newest record', 'under way'], rows);
}
