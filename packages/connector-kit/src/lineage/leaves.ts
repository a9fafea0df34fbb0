import type { ModelRecord } from '@cartograph/core';
import { below } from '../mapping/path.js';
import type { Reading, Recorder } from './recorder.js';

/** A value of a model record that has no fields below it, with the row that made it. */
export interface Leaf {
  readonly path: string;
  readonly value: unknown;
  /** Null for what no mapper made. */
  readonly reading: Reading | null;
  /** False for a part of what the row made, as of a list that it wrote out. */
  readonly isWhole: boolean;
}

/** The leaves of a record by their path, and the lengths of its lists by theirs. */
export interface Leaves {
  readonly byPath: ReadonlyMap<string, Leaf>;
  readonly lengths: ReadonlyMap<string, number>;
}

export function leavesOf({ record }: ModelRecord, { readingsOf, original }: Recorder): Leaves {
  const byPath = new Map<string, Leaf>();
  const lengths = new Map<string, number>();
  const walk = (given: unknown, path: string, reading: Reading | null, isWhole: boolean): void => {
    const value = original(given);
    const isList = Array.isArray(value);
    if (isList) lengths.set(path, value.length);
    const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
    if (entries.length === 0) byPath.set(path, { path, value, reading, isWhole });
    const readings = typeof value === 'object' && value !== null ? readingsOf(value) : undefined;
    for (const [key, inner] of entries) {
      const own = readings?.get(key);
      walk(inner, below(path, isList ? Number(key) : key), own ?? reading, own !== undefined);
    }
  };
  walk(record, '', null, false);
  return { byPath, lengths };
}

/** Whether a path leads through a list that another record has with another length: what stands there is not the same thing. */
export function isShifted(path: string, before: Leaves, after: Leaves): boolean {
  for (const [list, length] of before.lengths) {
    if (path.startsWith(`${list}[`) && after.lengths.get(list) !== length) return true;
  }
  return false;
}
