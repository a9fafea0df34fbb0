import type { Run, StreamRun } from '@cartograph/core';
import { figure, table } from './table.js';

const head = [
  'stream',
  'kind',
  'since',
  'requests',
  'read',
  'stored',
  'unchanged',
  'set aside',
  'deleted',
  'restored',
  'outcome',
];

/** The certificates of a run: what each stream read in which window, and whether that was all. */
export function describeRun(run: Run): string {
  const rows = Object.entries(run.streams).map(([name, stream]) => [
    name,
    stream.kind,
    sinceOf(stream),
    ...countsOf(stream),
    stream.outcome,
  ]);
  const title = `${run.connectionId}: ${titleOf(run)}, ${figure(run.requests)} requests, ${figure(run.limited)} answered 429`;
  return `${[title, table(head, rows), ...describeReasons(run)].join('\n')}\n`;
}

function titleOf({ full, streams }: Run): string {
  if (full) return 'full refresh';
  const kinds = new Set(Object.values(streams).map(({ kind }) => kind));
  return kinds.size === 1 && kinds.has('sweep') ? 'sweep' : 'run';
}

/** A stream that was never begun has no window, and a sweep needs none. */
const sinceOf = ({ since, until }: StreamRun): string => (until === null ? '–' : (since ?? 'all'));

const countsOf = ({ requests, seen, stored, unchanged, setAside, deleted, restored }: StreamRun): string[] =>
  [requests, seen, stored, unchanged, setAside, deleted, restored].map(count => figure(count));

/** Each sentence once, with the streams that it stopped. */
function describeReasons({ streams }: Run): string[] {
  const stopped = new Map<string, string[]>();
  for (const [name, { reason }] of Object.entries(streams))
    if (reason !== null) stopped.set(reason, [...(stopped.get(reason) ?? []), name]);
  return [...stopped].map(([reason, names]) => `${names.join(', ')}: ${reason}`);
}
