import type { Run, StreamRun } from '@cartograph/core';

const reason = 'broken off: its process ended without a word; the next run goes on from here';

/** Whether the run will never be finished, for its process is dead. */
export const isBrokenOff = ({ finishedAt, owner }: Run, isDead: (owner: string) => boolean): boolean =>
  finishedAt === null && owner !== undefined && isDead(owner);

/** A run as it is to be shown: what still says `running` of one that broke off is incomplete. */
export function shownRun(run: Run, isDead: (owner: string) => boolean): Run {
  if (!isBrokenOff(run, isDead)) return run;
  const shown = (stream: StreamRun): StreamRun =>
    stream.outcome === 'running' ? { ...stream, outcome: 'incomplete', reason } : stream;
  const streams = Object.entries(run.streams).map(([name, stream]) => [name, shown(stream)] as const);
  return { ...run, streams: Object.fromEntries(streams) };
}
