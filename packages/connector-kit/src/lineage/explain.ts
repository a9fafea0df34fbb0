import type { ExplainedField, ExplainedRecord, FieldSource, ModelRecord, ShopContext } from '@cartograph/core';
import { type Path, pathText } from '../mapping/path.js';
import { isShifted, type Leaf, type Leaves, leavesOf } from './leaves.js';
import { createRecorder, type Reading, recorded } from './recorder.js';
import { substitutes } from './substitutes.js';

/** A native record beside its shop, as one tree: `body.order.id`, `shop.currency`. */
interface World<Body, Shop> {
  readonly body: Body;
  readonly shop: Shop;
}

interface Made {
  readonly records: readonly ModelRecord[];
  readonly leaves: readonly Leaves[];
  readonly readings: readonly Reading[];
}

/** The paths behind a leaf that were found by trying. */
interface Influences {
  /** What changes the value itself. */
  readonly onValue: Set<string>;
  /** What changes a computed value that its row read. */
  readonly onInput: Set<string>;
}

/** `body` is understood. The others are named by where they stand. */
const shown = ([root, ...path]: Path): string => pathText(root === 'body' ? path : [root ?? '', ...path]);

/**
 * Where each value of the records comes from. What a row reads of the native record is seen while it runs. A value that was
 * computed before the row ran has lost its origin; so each native field that was read outside of rows is changed, one at a
 * time, and where what the row reads is then another, the field is one of its origins.
 */
export function explainRecords<Body, Shop extends ShopContext>(
  { body, shop, sent }: World<Body, Shop> & { readonly sent: unknown },
  normalize: (body: Body, shop: Shop) => readonly ModelRecord[],
): readonly ExplainedRecord[] {
  // A copy, so that nothing is frozen and nothing of the caller's is touched.
  const world: World<Body, Shop> = structuredClone({ body, shop });
  const made = make(world, normalize, shown);
  const influences = influencesOf(made, world, normalize);
  return made.records.map(({ resource, record }, index) => {
    const leaves = made.leaves[index]?.byPath.values() ?? [];
    const fields = [...leaves].map(leaf => explained(leaf, influences.get(leaf), made, { body: sent, shop }));
    return { resource, id: record.id, fields };
  });
}

function make<Body, Shop>(
  world: World<Body, Shop>,
  normalize: (body: Body, shop: Shop) => readonly ModelRecord[],
  name: typeof shown | null,
): Made {
  const recorder = createRecorder(name);
  const { body, shop } = recorder.native(world, []);
  const records = recorded(recorder, () => normalize(body, shop));
  const { readings } = recorder;
  return { records, readings, leaves: records.map(record => leavesOf(record, recorder)) };
}

function influencesOf<Body, Shop>(
  made: Made,
  world: World<Body, Shop>,
  normalize: (body: Body, shop: Shop) => readonly ModelRecord[],
): ReadonlyMap<Leaf, Influences> {
  const found = new Map<Leaf, Influences>();
  for (const path of unsettled(made)) {
    for (const other of substitutes(valueAt(world, path))) {
      let after: Made;
      try {
        after = make(replaced(world, path, other) as World<Body, Shop>, normalize, null);
      } catch {
        continue; // A value that the mapping refuses tells nothing.
      }
      compare(made, after, (leaf, on) => {
        const own = found.get(leaf) ?? { onValue: new Set(), onInput: new Set() };
        found.set(leaf, own);
        own[on].add(shown(path));
      });
    }
  }
  return found;
}

/** What was read by anything but a row that made one single value: only there it can be lost what became of it. */
function unsettled({ leaves, readings }: Made): Iterable<Path> {
  const settled = new Set<Reading | null>();
  for (const { byPath } of leaves) {
    for (const { reading, isWhole } of byPath.values()) if (isWhole) settled.add(reading);
  }
  return new Map(readings.filter(reading => !settled.has(reading)).flatMap(({ native }) => [...native])).values();
}

function compare(before: Made, after: Made, tell: (leaf: Leaf, on: keyof Influences) => void): void {
  const partner = partners(before.records, after.records);
  for (const [index, was] of before.leaves.entries()) {
    const is = after.leaves[partner(index)];
    if (!is) continue;
    for (const leaf of was.byPath.values()) {
      const other = is.byPath.get(leaf.path);
      const onValue = !other || !isSame(leaf.value, other.value);
      const onInput = leaf.reading && other?.reading && !isEqual(leaf.reading.inputs, other.reading.inputs);
      if (!(onValue || onInput) || isShifted(leaf.path, was, is)) continue;
      if (onValue) tell(leaf, 'onValue');
      if (onInput) tell(leaf, 'onInput');
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

const isEmpty = (value: unknown): boolean => typeof value === 'object' && value !== null;
const isSame = (left: unknown, right: unknown): boolean => left === right || (isEmpty(left) && isEmpty(right));
const isEqual = (left: readonly unknown[], right: readonly unknown[]): boolean =>
  left.length === right.length && left.every((value, index) => value === right[index]);

function explained(leaf: Leaf, influences: Influences | undefined, made: Made, world: object): ExplainedField {
  const { path, value, reading, isWhole } = leaf;
  const ofRow = [...(reading?.native.keys() ?? []), ...(influences?.onInput ?? [])];
  const ofPart = [...(influences?.onValue ?? [])];
  const names = !isWhole && ofPart.length > 0 ? ofPart : ofRow;
  const paths = new Map(made.readings.flatMap(({ native }) => [...native]));
  return {
    path,
    value,
    sources: innermost(new Set(names)).map(
      (name): FieldSource => ({ path: name, value: valueAt(world, paths.get(name) ?? []) }),
    ),
    provision: reading?.provision ?? { kind: 'provided' },
  };
}

/** A list is left out where something in it was read as well. */
const innermost = (names: ReadonlySet<string>): string[] =>
  [...names].filter(name => ![...names].some(other => other.startsWith(`${name}.`) || other.startsWith(`${name}[`)));

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown> | null | undefined)?.[key], value);

function replaced(within: unknown, [head, ...rest]: Path, value: unknown): unknown {
  if (head === undefined) return value;
  const inner = replaced((within as Record<string | number, unknown>)[head], rest, value);
  return Array.isArray(within) ? within.with(Number(head), inner) : { ...(within as object), [head]: inner };
}
