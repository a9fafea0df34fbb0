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

/**
 * Some lists say `hasNext`, some `totalCount`, and one list has said either at different times. Whatever they say, a full page
 * ends no list: counts may be too small. The limit that an answer names is the one in force.
 */
export const pageSchema = <Row>(limit: number, offset: number): z.ZodType<Page<Row>> =>
  z
    .object({ items: z.array(z.custom<Row>()), pagination: paginationSchema.nullish() })
    .transform(({ items, pagination }) => {
      const total = pagination?.totalCount ?? null;
      const isFull = items.length >= (pagination?.limit ?? limit);
      const end = (pagination?.offset ?? offset) + items.length;
      const more = isFull || (pagination?.hasNext ?? (total === null || end < total));
      return { items, hasNext: more && items.length > 0, total };
    });

/** A list that comes whole, as most of them do without an envelope. */
export const listSchema = <Row>(): z.ZodType<Row[]> =>
  z.union([z.array(z.custom<Row>()), z.object({ items: z.array(z.custom<Row>()) }).transform(({ items }) => items)]);

export const rowSchema = <Row>(): z.ZodType<Row> => z.custom<Row>(row => typeof row === 'object' && row !== null);
