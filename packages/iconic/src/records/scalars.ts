import { z } from 'zod';

/** Records are checked and stay as they came, so that a schema here has one type: what is sent, and what is handed out. */
type Same<Value> = z.ZodType<Value, Value>;

/** What PHP writes where there is nothing: an empty list, or an empty map. */
const nothing = z.custom<object>(
  value => typeof value === 'object' && value !== null && Object.keys(value).length === 0,
);

/** Fields that it does not name are kept. */
export const record = <Shape extends z.ZodRawShape>(shape: Shape) => z.looseObject(shape);

export const id = z.union([z.number(), z.string()]);

const texts = z.union([z.string(), z.number(), z.boolean(), nothing]) as unknown as Same<string>;

/** Typed as it is documented; a number, or the empty list of PHP, is let through in its place. */
export const text = texts.nullish();

/** One of the words that are known, or another: no list of words is closed. */
export const word = <Known extends string>() => (texts as unknown as Same<Known | (string & {})>).nullish();

/** Money, percentages and quantities: a JSON number or decimal text, as it was sent, so that no digit is lost. */
export const amount = (z.union([z.number(), z.string(), nothing]) as unknown as Same<number | string>).nullish();

/** A whole number. */
export const count = z.number().nullish();

/** Some answers write 1 and 0. */
export const flag = (z.union([z.boolean(), z.literal([0, 1])]) as unknown as Same<boolean>).nullish();

/** A map, any of whose fields may be missing; where there is none it may be null, an empty list or blank text. */
export const map = <Shape extends z.ZodRawShape>(shape: Shape) => {
  const fields = record(shape);
  return (z.union([fields, z.literal(''), nothing]) as unknown as typeof fields).nullish();
};

/** A map whose keys are data. */
export const dictionary = <Value>(value: Same<Value>) => {
  const entries = z.record(z.string(), value);
  return (z.union([entries, z.literal(''), nothing]) as unknown as typeof entries).nullish();
};

export const list = <Row extends z.ZodType>(row: Row) => z.array(row).nullish();

/** Neither its type nor its shape is known. */
export const anything = z.unknown().optional();
