import type { FieldCoverage, Provision } from '@cartograph/core';
import { recorder } from '../lineage/recorder.js';
import { FieldError } from './field-error.js';

/** One field of the target: a pure expression of the native record and its context. */
export interface Row<Source, Context, Value> {
  (source: Source, context: Context): Value;
  /** How the field is filled; a bare function is `provided`. */
  readonly provision?: Provision;
  /** The row that this one adds a provision to: compiled tables call it and leave out the step between. */
  readonly inner?: Row<Source, Context, Value>;
  /** The literal that every record gets in this field, where it is one: compiled tables write it out. */
  readonly literal?: string;
  /** The coverage of the mapper behind a nested row, and what stands between the names: `.` or `[].`. */
  readonly nested?: { readonly coverage: FieldCoverage; readonly joint: string };
}

export type Rows<Source, Target, Context> = {
  readonly [Field in keyof Target]-?: Row<Source, Context, Target[Field]>;
};

export interface Mapper<Source, Target, Context = undefined> {
  /** Throws a FieldError that names the path of the row that failed. */
  (source: Source, context: Context): Target;
  readonly coverage: FieldCoverage;
}

/** A mapper from its table, one row a field: a field that the model gains is an error here until it has a row. */
export function mapper<Source, Target extends object, Context = undefined>(
  table: Rows<Source, Target, Context>,
): Mapper<Source, Target, Context> {
  const fields = Object.entries(table) as [string, Row<Source, Context, unknown>][];
  const names = fields.map(([name]) => name);
  const readers = fields.map(([, row]) => row);
  const make = compiled<Source, Target, Context>(names, readers);
  const map = (source: Source, context: Context): Target => {
    if (recorder === null && make !== null) {
      try {
        return make(source, context);
      } catch {
        // Rows are pure: taken once more, one by one, they tell which of them it was.
      }
    }
    const target: Record<string, unknown> = {};
    const rows = recorder === null ? readers : recorder.follow(target, names, readers);
    let current = 0;
    try {
      for (; current < rows.length; current += 1) {
        target[names[current] as string] = (rows[current] as Row<Source, Context, unknown>)(source, context);
      }
    } catch (cause) {
      throw FieldError.within(names[current] ?? '', cause);
    }
    return target as Target;
  };
  return Object.assign(map, { coverage: coverageOf(fields) });
}

/**
 * The table as one function that returns one literal, made from text: the engine then knows the shape of the target and
 * draws the rows in. Null where functions may not be made from text.
 */
function compiled<Source, Target, Context>(
  names: readonly string[],
  readers: readonly Row<Source, Context, unknown>[],
): ((source: Source, context: Context) => Target) | null {
  const parameters = readers.map((_, index) => `row${index}`);
  const fields = readers.map(
    ({ literal }, index) => `${JSON.stringify(names[index])}: ${literal ?? `row${index}(source, context)`}`,
  );
  try {
    return new Function(...parameters, `return (source, context) => ({ ${fields.join(', ')} });`)(
      ...readers.map(row => row.inner ?? row),
    );
  } catch {
    return null;
  }
}

function coverageOf(fields: readonly (readonly [string, Row<never, never, unknown>])[]): FieldCoverage {
  const coverage: Record<string, Provision> = {};
  for (const [field, { provision, nested }] of fields) {
    coverage[field] = provision ?? { kind: 'provided' };
    for (const [inner, provided] of Object.entries(nested?.coverage ?? {})) {
      coverage[`${field}${nested?.joint}${inner}`] = provided;
    }
  }
  return coverage;
}
