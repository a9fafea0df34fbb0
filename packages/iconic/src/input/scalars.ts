import { z } from 'zod';

export const id = z.union([z.int().min(0), z.string().min(1)]);
export const ids = z.array(id).readonly();
/** In a body, where the platform takes numbers alone. */
export const sentId = z.union([
  z.int().min(0),
  z.string().regex(/^\d+$/, 'must be a number, as a number or as text').transform(Number),
]);
export const sentIds = z.array(sentId).readonly();
export const texts = z.array(z.string().min(1)).readonly();

/** A choice of several. */
export const anyOf = <const Words extends readonly string[]>(words: Words) => z.array(z.enum(words)).readonly();

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;
const instantPattern = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/** A day of the venture's zone. */
export const day = z.string().regex(dayPattern, 'must be a day such as 2026-01-31');

/** A Date goes with its zone; a text goes as it is, and one without a zone is read in the venture's. */
export const instant = z.union([
  z.date(),
  z.string().regex(instantPattern, 'must be a time such as 2026-01-31T09:00:00+11:00'),
]);

/** Sent only when it is true: some flags filter by `0` where no filter was meant. */
export const flag = z.boolean();

/** Sent either way: false looks for those that are not. */
export const eitherFlag = z.boolean().transform(value => (value ? 1 : 0));

export const country = z.string().regex(/^[A-Za-z]{2}$/, 'must be a country such as AU');

/** Exact as text; the platform takes a JSON number, which holds fifteen digits. */
export const money = z.union([
  z.number(),
  z
    .string()
    .regex(/^-?(?=(\d\.?){1,15}$)\d+(\.\d+)?$/, 'must be an amount such as 79.95')
    .transform(Number),
]);

/** As it is sent: a Date in whole seconds with its zone. */
export const sentInstant = instant.transform(value =>
  value instanceof Date ? value.toISOString().replace(/\.\d+Z$/, 'Z') : value,
);

export const sortDir = z.enum(['asc', 'desc']).optional();

export interface PageQuery {
  readonly limit?: number | undefined;
  readonly offset?: number | undefined;
}

export const pageQuery = (most: number) => ({
  limit: z.int().min(1).max(most).optional(),
  offset: z.int().min(0).optional(),
});

/** Contents of a file, with the name that the platform shall see. */
export const file = z.strictObject({
  name: z.string().min(1),
  data: z.union([z.instanceof(Uint8Array), z.instanceof(Blob), z.string()]),
  type: z.string().optional(),
});
export type FileInput = z.input<typeof file>;
