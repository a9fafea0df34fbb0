import type { ModelRecord } from '@cartograph/core';
import { below } from '@cartograph/core';
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

/** The leaves of a record by their path, and the ids of what its lists hold by theirs. */
export interface Leaves {
  readonly byPath: ReadonlyMap<string, Leaf>;
  readonly lists: ReadonlyMap<string, readonly unknown[]>;
}

const idOf = (item: unknown): unknown => (item as { readonly id?: unknown } | null | undefined)?.id;

export function leavesOf({ record }: ModelRecord, { readingsOf, original }: Recorder): Leaves {
  const byPath = new Map<string, Leaf>();
  const lists = new Map<string, readonly unknown[]>();
  const walk = (given: unknown, path: string, reading: Reading | null, isWhole: boolean): void => {
    const value = original(given);
    const isList = Array.isArray(value);
    if (isList) lists.set(path, value.map(idOf));
    const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
    if (entries.length === 0) byPath.set(path, { path, value, reading, isWhole });
    const readings = typeof value === 'object' && value !== null ? readingsOf(value) : undefined;
    for (const [key, inner] of entries) {
      const own = readings?.get(key);
      walk(inner, below(path, isList ? Number(key) : key), own ?? reading, own !== undefined);
    }
  };
  walk(record, '', null, false);
  return { byPath, lists };
}

/**
 * Whether what stands at a path is another thing in another record: a list on the way has become longer or shorter, or has
 * been put in another order.
 */
export function isShifted(path: string, before: Leaves, after: Leaves): boolean {
  for (const [list, ids] of before.lists) {
    if (!path.startsWith(`${list}[`)) continue;
    const others = after.lists.get(list);
    if (others?.length !== ids.length) return true;
    const position = Number.parseInt(path.slice(list.length + 1), 10);
    if (ids[position] !== others[position] && path !== `${list}[${position}].id`) return true;
  }
  return false;
}
