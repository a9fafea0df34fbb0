import { z } from 'zod';

/** A page of a list. Its rows are typed and not checked: they stay exactly as they came. */
export interface Page<Row> {
  readonly items: readonly Row[];
  /** Whether more rows follow. A short page tells nothing. */
  readonly hasNext: boolean;
  /** Of all pages; null where the platform does not count. */
  readonly total: number | null;
}

const paginationSchema = z.object({
  limit: z.number().nullish(),
  offset: z.number().nullish(),
  hasNext: z.boolean().nullish(),
  totalCount: z.number().nullish(),
});

const rows = z.array(z.unknown());

const archiveSchema = z
  .object({ data: rows, hasNext: z.boolean() })
  .transform(({ data, hasNext }) => ({ items: data, pagination: { hasNext } }));

interface Envelope {
  readonly items: readonly unknown[];
  readonly pagination?: z.output<typeof paginationSchema> | null | undefined;
}

/** Archived orders come in an envelope of their own. */
export const envelopeSchema: z.ZodType<Envelope> = z
  .object({ items: rows, pagination: paginationSchema.nullish() })
  .or(archiveSchema);

/**
 * Some lists say `hasNext`, some `totalCount`, and one list has said either at different times. Whatever they say, a full page
 * ends no list: counts may be too small. The limit that an answer names is the one in force.
 */
export function pageOf<Row>({ items, pagination }: Envelope, limit: number, offset: number): Page<Row> {
  const total = pagination?.totalCount ?? null;
  const isFull = items.length >= (pagination?.limit ?? limit);
  const end = (pagination?.offset ?? offset) + items.length;
  const more = isFull || (pagination?.hasNext ?? (total === null || end < total));
  return { items: items as readonly Row[], hasNext: more && items.length > 0, total };
}

/** A list that comes whole: bare, as most of them do, or in an envelope. */
export const listSchema: z.ZodType<unknown[]> = z.union([
  rows,
  z.object({ items: rows }).transform(({ items }) => items),
  z.object({ events: rows }).transform(({ events }) => events),
  z.object({ results: rows }).transform(({ results }) => results),
]);

export const rowSchema = z.custom<object>(row => typeof row === 'object' && row !== null);
