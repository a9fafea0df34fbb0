import type { Path, Provision } from '@cartograph/core';

/** What one row of a mapper read. */
export interface Reading {
  readonly provision: Provision | undefined;
  /** Native values, by the text of their path. */
  readonly native: Map<string, Path>;
  /** Values that were worked out before the row ran, and reached it through its source. In the order of reading. */
  readonly inputs: unknown[];
}

type AnyRow = ((source: never, context: never) => unknown) & { readonly provision?: Provision };

export interface Recorder {
  /** The value, seen through a proxy that notes what is read of it under this path. */
  native<Value>(value: Value, path: Path): Value;
  /** The rows of a mapper, each noting what it reads on its way to a field of `target`. */
  follow<Row extends AnyRow>(target: object, names: readonly string[], rows: readonly Row[]): readonly Row[];
  /** What the rows behind a value read, by field; undefined for what no mapper made. */
  readingsOf(target: object): ReadonlyMap<string, Reading> | undefined;
  /** Every reading, first of all that of what ran outside of any row. */
  readonly readings: readonly Reading[];
  /** The value without its proxy. */
  original<Value>(value: Value): Value;
}

/** The recorder of the explanation that is under way; null otherwise, so that mappers run bare. */
export let recorder: Recorder | null = null;

/** Runs `work`, which is synchronous, with every mapper recorded. */
export function recorded<Result>(by: Recorder, work: () => Result): Result {
  const before = recorder;
  recorder = by;
  try {
    return work();
  } finally {
    recorder = before;
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Lists and plain objects; a Map or a Date does not work through a proxy. */
const isPlain = (value: unknown): value is object =>
  isObject(value) && (Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype);

/** `text` names a native path; without it native reads are not noted, only what is computed: that is quicker. */
export function createRecorder(text: ((path: Path) => string) | null): Recorder {
  const readings: Reading[] = [];
  const open = (provision?: Provision): Reading => {
    const reading: Reading = { provision, native: new Map(), inputs: [] };
    readings.push(reading);
    return reading;
  };
  const running: Reading[] = [open()];
  const targets = new WeakMap<object, Map<string, Reading>>();
  const views = new WeakMap<object, object>();
  const originals = new WeakMap<object, object>();

  const note = (path: Path | null, value: unknown) => {
    const reading = running.at(-1);
    if (path === null) reading?.inputs.push(value);
    else if (text) reading?.native.set(text(path), path);
  };

  /** `path` is null for what is computed. */
  function view<Value>(value: Value, path: Path | null): Value {
    if (!isPlain(value) || originals.has(value)) return value;
    const known = views.get(value);
    if (known) return known as Value;
    const below = (key: string): Path | null =>
      path && text ? [...path, Array.isArray(value) && /^\d+$/.test(key) ? Number(key) : key] : path;
    const seen = new Proxy<object>(value, {
      get: (target, key) => {
        const found: unknown = Reflect.get(target, key);
        if (typeof key === 'symbol' || typeof found === 'function') return found;
        if (Array.isArray(target) && key === 'length') note(path, found);
        else if (!isObject(found)) note(below(key), found);
        // Of a frozen object a proxy must give what is there.
        return Object.isFrozen(target) ? found : view(found, below(key));
      },
      has: (target, key) => {
        const isThere = Reflect.has(target, key);
        // The methods of lists ask for every position before they read it.
        if (typeof key === 'string' && !Array.isArray(target)) note(below(key), isThere);
        return isThere;
      },
      ownKeys: target => {
        note(path, Reflect.ownKeys(target).length);
        return Reflect.ownKeys(target);
      },
    });
    views.set(value, seen);
    originals.set(seen, value);
    return seen as Value;
  }

  return {
    readings,
    native: view,
    follow: (target, names, rows) => {
      const fields = new Map<string, Reading>();
      targets.set(target, fields);
      return rows.map((row, index) => {
        const reader = (source: never, context: never): unknown => {
          const reading = open(row.provision);
          fields.set(names[index] ?? '', reading);
          if (!isObject(source)) reading.inputs.push(source);
          running.push(reading);
          try {
            return row(view(source, null), context);
          } finally {
            running.pop();
          }
        };
        return reader as unknown as typeof row;
      });
    },
    readingsOf: target => targets.get(target),
    original: value => (isObject(value) ? ((originals.get(value) as typeof value | undefined) ?? value) : value),
  };
}
