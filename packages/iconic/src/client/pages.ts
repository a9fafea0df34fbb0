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

const rows = <Row>() => z.array(z.custom<Row>());

const archived = <Row>({ data, hasNext }: { data: Row[]; hasNext: boolean }) => ({
  items: data,
  pagination: { hasNext } as z.output<typeof paginationSchema>,
});

/**
 * Some lists say `hasNext`, some `totalCount`, and one list has said either at different times. Whatever they say, a full page
 * ends no list: counts may be too small. The limit that an answer names is the one in force.
 */
export const pageSchema = <Row>(limit: number, offset: number): z.ZodType<Page<Row>> =>
  z
    .object({ items: rows<Row>(), pagination: paginationSchema.nullish() })
    // Archived orders come in an envelope of their own.
    .or(z.object({ data: rows<Row>(), hasNext: z.boolean() }).transform(archived))
    .transform(({ items, pagination }) => {
      const total = pagination?.totalCount ?? null;
      const isFull = items.length >= (pagination?.limit ?? limit);
      const end = (pagination?.offset ?? offset) + items.length;
      const more = isFull || (pagination?.hasNext ?? (total === null || end < total));
      return { items, hasNext: more && items.length > 0, total };
    });

const envelopes = ['items', 'events', 'results'] as const;

/** A list that comes whole: bare, as most of them do, or in an envelope. */
export const listSchema = <Row>(): z.ZodType<Row[]> =>
  z.union([
    rows<Row>(),
    ...envelopes.map(name => z.object({ [name]: rows<Row>() }).transform(body => body[name] as Row[])),
  ]) as unknown as z.ZodType<Row[]>;

export const rowSchema = <Row>(): z.ZodType<Row> => z.custom<Row>(row => typeof row === 'object' && row !== null);
