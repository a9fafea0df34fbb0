import type { Checkpoint, Stream } from '@cartograph/core';

/** What is to be done with a stream, and from when on. */
export interface Task {
  readonly stream: string;
  readonly kind: 'read' | 'sweep';
  /** What may take long goes its own way, so that what changed does not wait for it. */
  readonly pace: 'quick' | 'long';
  /** Milliseconds since 1970; 0 for at once. */
  readonly dueMs: number;
  /** After it was done: how long until the next time. */
  readonly everyMs: number;
}

/** What keeps a task from its time: a failure, or that it was done. */
export interface Hold {
  /** In a row. */
  readonly failures: number;
  readonly untilMs: number;
}

export const taskKey = ({ stream, kind }: Pick<Task, 'stream' | 'kind'>): string => `${kind} ${stream}`;

/** The tasks of one stream. Pure: the same checkpoint makes the same plan, also after the process was started anew. */
export function tasksOf(
  name: string,
  stream: Pick<Stream, 'everyMs' | 'sweepEveryMs' | 'incremental'>,
  checkpoint: Checkpoint | null,
  holds: ReadonlyMap<string, Hold>,
): readonly Task[] {
  const held = (kind: Task['kind']) => holds.get(taskKey({ stream: name, kind }))?.untilMs ?? 0;
  const { everyMs, sweepEveryMs } = stream;
  const isOpen = checkpoint?.window != null || checkpoint?.backfill != null;
  const readMs = isOpen ? 0 : after(checkpoint?.completedAt, everyMs);
  const reading: Task = {
    stream: name,
    kind: 'read',
    pace: isLong(stream, checkpoint) ? 'long' : 'quick',
    dueMs: Math.max(readMs, held('read')),
    everyMs,
  };
  if (sweepEveryMs === null || !checkpoint || !maySweep(checkpoint)) return [reading];
  const sweepMs = checkpoint.sweep ? 0 : after(checkpoint.enumeratedAt, sweepEveryMs);
  const dueMs = Math.max(sweepMs, held('sweep'));
  return [reading, { stream: name, kind: 'sweep', pace: 'long', dueMs, everyMs: sweepEveryMs }];
}

/** Everything is enumerated anyway while the stream was never read whole, or is being read whole again. */
const maySweep = ({ mark, window, backfill }: Checkpoint): boolean => mark !== null && !window?.full && !backfill;

const isLong = ({ incremental }: Pick<Stream, 'incremental'>, checkpoint: Checkpoint | null): boolean =>
  incremental === 'none' || !checkpoint || !maySweep(checkpoint);

const after = (at: string | null | undefined, ms: number): number => (at == null ? 0 : Date.parse(at) + ms);
