import type { MagentoCall } from './api.js';
import type { Condition, FieldName, Filter, FilterValue, SearchCriteria } from './criteria.js';
import type { Listing, ListPage } from './listing.js';

type Valued = Exclude<Condition, 'null' | 'notnull' | 'in' | 'nin'>;
type Values = FilterValue | readonly FilterValue[];

/** A condition and what it compares with, as `where` and `or` take them. */
export interface Comparing<Result, Field extends string> {
  /** Equal to the value; one of them where it is a list. */
  (field: FieldName<Field>, value: Values): Result;
  (field: FieldName<Field>, condition: 'null' | 'notnull'): Result;
  (field: FieldName<Field>, condition: 'in' | 'nin', values: Values): Result;
  (field: FieldName<Field>, condition: Valued, value: FilterValue): Result;
}

/** A search that is put together step by step. Each step gives another search, so that one can be the start of several. */
export interface Search<Item, Field extends string = string> {
  /** What was put together so far; every `list` and `iterate` takes it. */
  readonly criteria: SearchCriteria<Field>;
  /** Has to hold as well as what was said before. */
  readonly where: Comparing<Search<Item, Field>, Field>;
  /** An alternative to the `where` before it, or to the `or`. */
  readonly or: Comparing<Search<Item, Field>, Field>;
  /** From `from` to `to`, both included. */
  between(field: FieldName<Field>, from: FilterValue, to: FilterValue): Search<Item, Field>;
  /** Rising unless told; further calls sort what is equal by then. */
  sort(field: FieldName<Field>, direction?: 'ASC' | 'DESC'): Search<Item, Field>;
  /** Only these fields of a record: `fields('increment_id', 'items[sku,qty_ordered]')`. */
  fields(...names: readonly string[]): Search<Item, Field>;
  pageSize(records: number): Search<Item, Field>;
  /** From 1. */
  page(number: number): Search<Item, Field>;
  list(call?: MagentoCall): Promise<ListPage<Item>>;
  iterate(call?: MagentoCall): AsyncGenerator<Item>;
  /** The first one, or null. */
  first(call?: MagentoCall): Promise<Item | null>;
  /** How many the shop counts; null where it does not say. */
  count(call?: MagentoCall): Promise<number | null>;
  /** The whole of what may be a long list. */
  all(call?: MagentoCall): Promise<Item[]>;
}

/** `where(field, value)`, `where(field, 'null')` and `where(field, condition, value)`: without a third, only null and notnull are conditions. */
function filterOf<Field extends string>(field: Field, second: Values, rest: readonly Values[]): Filter<Field> {
  if (rest.length > 0) return { field, condition: second as Condition, value: rest[0] };
  if (second === 'null' || second === 'notnull') return { field, condition: second };
  return Array.isArray(second) ? { field, condition: 'in', value: second } : { field, value: second };
}

export function createSearch<Item, Field extends string = string>(
  listing: Listing<Item, Field>,
  criteria: SearchCriteria<Field> = {},
): Search<Item, Field> {
  const { filters = [], page, ...wanted } = criteria;
  const next = (more: SearchCriteria<Field>) => createSearch(listing, { ...criteria, ...more });
  const where = (field: Field, second: Values, ...rest: Values[]) =>
    next({ filters: [...filters, [filterOf(field, second, rest)]] });
  const or = (field: Field, second: Values, ...rest: Values[]) =>
    next({ filters: [...filters.slice(0, -1), [...(filters.at(-1) ?? []), filterOf(field, second, rest)]] });
  return {
    criteria,
    where: where as Comparing<Search<Item, Field>, Field>,
    or: or as Comparing<Search<Item, Field>, Field>,
    between: (field, from, to) =>
      next({
        filters: [...filters, [{ field, condition: 'gteq', value: from }], [{ field, condition: 'lteq', value: to }]],
      }),
    sort: (field, direction = 'ASC') => next({ sort: [...(criteria.sort ?? []), { field, direction }] }),
    fields: (...names) => next({ fields: names }),
    pageSize: records => next({ pageSize: records }),
    page: number => next({ page: number }),
    list: call => listing.list(criteria, call),
    iterate: call => listing.iterate({ ...wanted, filters }, call),
    first: async call => (await listing.list({ ...criteria, pageSize: 1 }, call)).items[0] ?? null,
    count: async call => (await listing.list({ filters, pageSize: 1, fields: [listing.idField] }, call)).total,
    all: async call => {
      const found: Item[] = [];
      for await (const item of listing.iterate({ ...wanted, filters }, call)) found.push(item);
      return found;
    },
  };
}
