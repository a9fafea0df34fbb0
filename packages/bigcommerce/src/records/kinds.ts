import { z } from 'zod';

/**
 * Fields as they arrive. Nearly each may be missing (a store may be old, a list may be asked for some fields only) or null; what
 * a schema does not name is kept and not typed.
 */
export const whole = z.number().nullish();
export const number = z.number().nullish();
export const text = z.string().nullish();
export const flag = z.boolean().nullish();
/** `true`, `1` or `"1"`, by endpoint. */
export const flagLike = z.union([z.boolean(), z.number(), z.string()]).nullish();
/** Money and rates: decimal text in V2, also without padding, and now and then a number. */
export const decimal = z.union([z.string(), z.number()]).nullish();
/** The same where the platform also writes `{}` for none. */
export const decimalOrEmpty = z.union([z.string(), z.number(), z.object({})]).nullish();
/** A time: RFC 2822 in V2, ISO 8601 in V3, seconds since 1970 in some; blank or `"0"` for none. */
export const time = z.union([z.string(), z.number()]).nullish();
/** Texts that are numbers elsewhere. */
export const key = z.union([z.string(), z.number()]).nullish();
export const anything = z.unknown().optional();
export const list = <Item extends z.ZodType>(item: Item) => z.array(item).nullish();
export const part = <Shape extends z.ZodRawShape>(shape: Shape) => z.object(shape).nullish();

export const formField = z.object({
  name: text,
  value: z.union([z.string(), z.number(), z.array(z.unknown())]).nullish(),
});

/** An address as V2 has it. */
export const legacyAddressShape = {
  first_name: text,
  last_name: text,
  company: text,
  street_1: text,
  street_2: text,
  city: text,
  state: text,
  zip: text,
  country: text,
  country_iso2: text,
  phone: text,
} as const;
