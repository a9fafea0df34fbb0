import { z } from 'zod';

/** The most rows that a page may be asked for. */
const usualLimit = 250;

const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/;

/** A time with its zone: the platform completes a bare date with the time of day at which it is asked. */
export const instant = z.union([
  z.date(),
  z.string().regex(instantPattern, 'a time with its zone: 2026-01-31T10:00:00Z'),
]);

/** Names a record. */
export const id = z.number().int().min(0);
/** At least one: what has no ids would not be filtered at all. */
export const ids = z.array(id).min(1).readonly();
export const word = z.string().min(1);
export const words = z.array(word).min(1).readonly();
export const whole = z.number().int();
export const count = whole.min(0);
export const flag = z.boolean();
export const text = z.string();
export const upTo = (length: number) => z.string().max(length);
/** Not blank. */
export const name = (length: number) => z.string().min(1).max(length);
export const number = z.number();
export const price = z.number().min(0);
/** Money of V2: a number, or decimal text, which keeps every digit. */
export const money = z.union([z.number(), z.string().regex(/^-?\d+(?:\.\d+)?$/, 'a decimal amount: 12.50')]);
export const oneOf = <const Values extends readonly [string, ...string[]]>(...values: Values) => z.enum(values);
export const someOf = <const Values extends readonly [string, ...string[]]>(...values: Values) =>
  z.array(z.enum(values)).min(1).readonly();
export const several = <Item extends z.ZodType>(item: Item) => z.array(item).readonly();

type Optional<Shape extends z.ZodRawShape> = { [Name in keyof Shape]: z.ZodOptional<Shape[Name] & z.ZodType> };

/** What a list may be asked for: nothing that is not named, by the platform's own names. All of it optional. */
export function filter<Shape extends z.ZodRawShape>(shape: Shape, limit = usualLimit) {
  const every = Object.entries(shape).map(([key, schema]) => [key, z.optional(schema)]);
  const all = z.strictObject(Object.fromEntries(every) as Optional<Shape>);
  const page = z.int().min(1).optional();
  return { all, page: all.extend({ page, limit: z.int().min(1).max(limit).optional() }), limit };
}

/** Of a list with cursors: a page may go on after another, or before it, by what that page says. */
export function cursorFilter<Shape extends z.ZodRawShape>(shape: Shape) {
  const of = filter(shape);
  return { ...of, page: of.page.extend({ after: word.optional(), before: word.optional() }) };
}

export interface Filter {
  /** Of all rows. */
  readonly all: z.ZodObject;
  /** Of one page of them. */
  readonly page: z.ZodObject;
  /** The most rows of a page. */
  readonly limit: number;
}

export const unfiltered = filter({});
