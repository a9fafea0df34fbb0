import type { Progress } from '@cartograph/sync';
import { duration } from './duration.js';
import { figure } from './table.js';
import type { Terminal } from './terminal.js';

/** One line for all connections that are read at the same time. */
export function createProgressLine(terminal: Pick<Terminal, 'progress'>): (progress: Progress) => void {
  const stands = new Map<string, string>();
  return progress => {
    stands.set(progress.connectionId, describeProgress(progress));
    terminal.progress([...stands.values()].join('   '));
  };
}

function describeProgress({ connectionId, stream, run, total, leftMs, remaining, requests }: Progress): string {
  const share = total === null ? figure(run.seen) : `${figure(total - (remaining ?? 0))}/${figure(total)}`;
  const left = leftMs === null || leftMs === 0 ? '' : `, ${duration(leftMs)} left`;
  return `${connectionId} ${stream} ${share} (${figure(requests)} requests${left})`;
}
