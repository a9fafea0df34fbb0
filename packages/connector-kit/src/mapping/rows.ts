import { FieldError } from './field-error.js';
import type { Mapper, Row } from './mapper.js';

/** The platform has no such field. The reason goes to the coverage page. */
export const absent = (reason: string): Row<unknown, unknown, null> =>
  Object.assign(() => null, { provision: { kind: 'absent', reason } as const, literal: 'null' });

/** The platform has no such list. */
export const absentList = (reason: string): Row<unknown, unknown, never[]> =>
  Object.assign(() => [], { provision: { kind: 'absent', reason } as const, literal: '[]' });

/** The field follows from others by a rule; the rule goes to the coverage page. A nested row keeps its table. */
export const derived = <Source, Context, Value>(
  rule: string,
  read: Row<Source, Context, Value>,
): Row<Source, Context, Value> =>
  Object.assign((source: Source, context: Context) => read(source, context), {
    provision: { kind: 'derived', rule } as const,
    inner: read,
    ...(read.nested ? { nested: read.nested } : {}),
  });

/** A constant that is true of the platform; `rule` says why. */
export const always = <const Value extends string | boolean | number | null>(
  value: Value,
  rule: string,
): Row<unknown, unknown, Value> =>
  Object.assign(() => value, { provision: { kind: 'derived', rule } as const, literal: JSON.stringify(value) });

/** A nested record with a table of its own; null stays null. */
export function nest<Source, Context, Inner, Target>(
  map: Mapper<Inner, Target, Context>,
  select: (source: Source, context: Context) => Inner,
): Row<Source, Context, Target>;
export function nest<Source, Context, Inner, Target>(
  map: Mapper<Inner, Target, Context>,
  select: (source: Source, context: Context) => Inner | null | undefined,
): Row<Source, Context, Target | null>;
export function nest<Source, Context, Inner, Target>(
  map: Mapper<Inner, Target, Context>,
  select: (source: Source, context: Context) => Inner | null | undefined,
): Row<Source, Context, Target | null> {
  const row = (source: Source, context: Context) => {
    const inner = select(source, context);
    return inner === null || inner === undefined ? null : map(inner, context);
  };
  return Object.assign(row, { nested: { coverage: map.coverage, joint: '.' } });
}

/** A list of records with a table of its own. What one entry needs of its surroundings goes into the selected item. */
export function each<Source, Context, Inner, Target>(
  map: Mapper<Inner, Target, Context>,
  select: (source: Source, context: Context) => readonly Inner[],
): Row<Source, Context, Target[]> {
  const row = (source: Source, context: Context) =>
    select(source, context).map((inner, index) => {
      try {
        return map(inner, context);
      } catch (cause) {
        throw FieldError.within(`[${index}]`, cause);
      }
    });
  return Object.assign(row, { nested: { coverage: map.coverage, joint: '[].' } });
}
