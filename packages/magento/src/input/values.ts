import { isDecimal, toDecimal } from '@cartograph/core';
import { z } from 'zod';

/** A number, or exact decimal text, which is sent as the number it is. */
export const amount = z
  .union([z.number(), z.string().refine(isAmount, 'is no decimal amount such as 12.50')])
  .transform(Number);

function isAmount(text: string): boolean {
  try {
    return isDecimal(toDecimal(text));
  } catch {
    return false;
  }
}

export const positive = amount.refine(value => value > 0, 'must be more than 0');
export const notNegative = amount.refine(value => value >= 0, 'must be at least 0');

/** Ids of the database; text is taken because the shop itself sends some so. */
export const id = z
  .union([z.number().int().nonnegative(), z.string().regex(/^\d+$/, 'is no id, which is a whole number')])
  .transform(Number);

/** 0 and 1, as the tables of sales have them. */
export const bit = z.union([z.boolean().transform(Number), z.literal(0), z.literal(1)]);

/** True and false, which the shop calls 0 and 1 elsewhere. */
export const yes = z.union([z.boolean(), z.literal(0), z.literal(1)]).transform(Boolean);

export const words = z.string().min(1);

/** Unique in the shop. */
export const sku = z.string().min(1).max(64);

/** UTC, `YYYY-MM-DD hh:mm:ss`, or a Date. */
export const instant = z.union([
  z.date().transform(date => date.toISOString().slice(0, 19).replace('T', ' ')),
  z.string().regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/, 'is no instant: a Date, or YYYY-MM-DD hh:mm:ss in UTC'),
]);

/** A date of the shop’s own zone. */
export const day = z.string().regex(/^\d{4}-\d\d-\d\d( \d\d:\d\d:\d\d)?$/, 'is no day: YYYY-MM-DD');

/** What modules of the shop take; nothing of it can be checked. */
export const extension = z.record(z.string(), z.unknown());

const listed = z.array(z.strictObject({ attribute_code: words, value: z.unknown() }));

/** Attributes that the shop defines, by their codes: `{ color: 93 }`; or as the shop lists them. */
export const attributeValues = z.union([
  listed,
  z
    .record(z.string(), z.unknown())
    .transform(values => Object.entries(values).map(([attribute_code, value]) => ({ attribute_code, value }))),
]);
