import type { ModelRecord, Path } from '@cartograph/core';
import { isShifted, type Leaf } from './leaves.js';
import type { Reading } from './recorder.js';
import { substitutes } from './substitutes.js';
import { type Made, make, type Normalize, nameOf, replaced, valueAt, type World } from './world.js';

/** Native fields behind a leaf that were found by changing them. */
export interface Influences {
  /** They change the value itself. */
  readonly onValue: Set<string>;
  /** They change a computed value that its row read. */
  readonly onInput: Set<string>;
}

/** Makes the records again and again, each time with one native field changed, and tells what else has changed then. */
export function influencesOf<Body, Shop>(
  made: Made,
  world: World<Body, Shop>,
  normalize: Normalize<Body, Shop>,
): ReadonlyMap<Leaf, Influences> {
  const found = new Map<Leaf, Influences>();
  for (const path of unsettled(made)) {
    for (const other of substitutes(valueAt(world, path))) {
      const after = tryMake(replaced(world, path, other) as World<Body, Shop>, normalize);
      if (!after) continue;
      for (const [leaf, on] of changes(made, after)) {
        const influences = found.get(leaf) ?? { onValue: new Set(), onInput: new Set() };
        influences[on].add(nameOf(path));
        found.set(leaf, influences);
      }
    }
  }
  return found;
}

/** Null for a value that the mapping refuses: it tells nothing. */
function tryMake<Body, Shop>(world: World<Body, Shop>, normalize: Normalize<Body, Shop>): Made | null {
  try {
    return make(world, normalize);
  } catch {
    return null;
  }
}

/** What was read by anything but a row that made one single value: only there it can be lost what became of it. */
function unsettled({ leaves, readings }: Made): Iterable<Path> {
  const settled = new Set<Reading | null>();
  for (const { byPath } of leaves) {
    for (const { reading, isWhole } of byPath.values()) if (isWhole) settled.add(reading);
  }
  return new Map(readings.filter(reading => !settled.has(reading)).flatMap(({ native }) => [...native])).values();
}

function* changes(before: Made, after: Made): Generator<[Leaf, keyof Influences]> {
  const partnerOf = partners(before.records, after.records);
  for (const [index, was] of before.leaves.entries()) {
    const is = after.leaves[partnerOf(index)];
    if (!is) continue;
    for (const leaf of was.byPath.values()) {
      const other = is.byPath.get(leaf.path);
      const onValue = !other || !isSameValue(leaf.value, other.value);
      const onInput = leaf.reading && other?.reading && !isSameList(leaf.reading.inputs, other.reading.inputs);
      if (!(onValue || onInput) || isShifted(leaf.path, was, is)) continue;
      if (onValue) yield [leaf, 'onValue'];
      if (onInput) yield [leaf, 'onInput'];
    }
  }
}

/** Which record of another list is the same one: by position while the kinds agree, since ids may change; else by id. */
function partners(before: readonly ModelRecord[], after: readonly ModelRecord[]): (index: number) => number {
  const kinds = (records: readonly ModelRecord[]) => records.map(({ resource }) => resource).join();
  if (kinds(before) === kinds(after)) return index => index;
  const name = ({ resource, record }: ModelRecord) => `${resource} ${record.id}`;
  const names = after.map(name);
  return index => names.indexOf(name(before[index] as ModelRecord));
}

/** Leaves that are objects are empty. */
const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;
const isSameValue = (left: unknown, right: unknown): boolean => left === right || (isObject(left) && isObject(right));

const isSameList = (left: readonly unknown[], right: readonly unknown[]): boolean =>
  left.length === right.length && left.every((value, index) => value === right[index]);
