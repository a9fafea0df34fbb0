import type { ModelRecord } from '@cartograph/core';
import { type Path, pathText } from '@cartograph/core';
import { type Leaves, leavesOf } from './leaves.js';
import { createRecorder, type Reading, recorded } from './recorder.js';

/** Everything that records are made from, as one tree: paths in it begin with `body` or `shop`. */
export interface World<Body, Shop> {
  readonly body: Body;
  readonly shop: Shop;
}

export type Normalize<Body, Shop> = (body: Body, shop: Shop) => readonly ModelRecord[];

export interface Made {
  readonly records: readonly ModelRecord[];
  /** Of each record. */
  readonly leaves: readonly Leaves[];
  readonly readings: readonly Reading[];
}

/** The name of a native path for a person: of the body it is understood, `shop.currency` says where it stands. */
export const nameOf = ([root = '', ...path]: Path): string => pathText(root === 'body' ? path : [root, ...path]);

/** Makes the records and keeps what each row read; native reads only where `name` names them, as they cost time. */
export function make<Body, Shop>(
  world: World<Body, Shop>,
  normalize: Normalize<Body, Shop>,
  name: typeof nameOf | null = null,
): Made {
  const recorder = createRecorder(name);
  const { body, shop } = recorder.native(world, []);
  const records = recorded(recorder, () => normalize(body, shop));
  return { records, readings: recorder.readings, leaves: records.map(record => leavesOf(record, recorder)) };
}

export const valueAt = (within: unknown, path: Path): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown> | null | undefined)?.[key], within);

/** A copy with another value at one place. */
export function replaced(within: unknown, [head, ...rest]: Path, value: unknown): unknown {
  if (head === undefined) return value;
  const copy = (Array.isArray(within) ? [...within] : { ...(within as object) }) as Record<string | number, unknown>;
  copy[head] = replaced(copy[head], rest, value);
  return copy;
}
