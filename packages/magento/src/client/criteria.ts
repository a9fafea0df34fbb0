export type Condition =
  | 'eq'
  | 'neq'
  | 'gt'
  | 'gteq'
  | 'lt'
  | 'lteq'
  | 'like'
  | 'nlike'
  | 'in'
  | 'nin'
  | 'finset'
  | 'null'
  | 'notnull';

export interface Filter {
  readonly field: string;
  /** `eq` unless given. */
  readonly condition?: Condition;
  /** Lists of `in` and `nin` are joined by commas; instants are UTC, `YYYY-MM-DD hh:mm:ss`. */
  readonly value: string | number;
}

export interface SearchCriteria {
  /** All groups have to hold; of the filters in a group any one. */
  readonly filters?: readonly (readonly Filter[])[];
  readonly sort?: readonly { readonly field: string; readonly direction?: 'ASC' | 'DESC' }[];
  /** From 1. */
  readonly page?: number;
  readonly pageSize?: number;
  /** Projection: `items[entity_id,increment_id],total_count`. Magento drops the total unless it is named. */
  readonly fields?: string;
}

/** As RFC 3986 has it: signatures are made over it, and a space must not become a plus. */
export const percentEncode = (value: string): string =>
  encodeURIComponent(value).replace(/[!'()*]/g, letter => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);

/** From the tenth on, server versions sort the indexes differently, and signatures break. */
const mostIndexes = 10;

/** Keys are unique and each has its `=`: what holds for every version’s signature check. */
export function criteriaQuery({ filters = [], sort = [], page, pageSize, fields }: SearchCriteria): string {
  if ([filters, sort, ...filters].some(list => list.length > mostIndexes)) {
    throw new RangeError(`at most ${mostIndexes} filters, groups and sort orders; use a condition "in"`);
  }
  const pairs: [string, string | number | undefined][] = [
    ...filters.flatMap((group, outer) =>
      group.flatMap(({ field, condition = 'eq', value }, inner): [string, string | number][] => {
        const key = `[filter_groups][${outer}][filters][${inner}]`;
        return [
          [`${key}[field]`, field],
          [`${key}[condition_type]`, condition],
          [`${key}[value]`, value],
        ];
      }),
    ),
    ...sort.flatMap(({ field, direction = 'ASC' }, index): [string, string][] => [
      [`[sort_orders][${index}][field]`, field],
      [`[sort_orders][${index}][direction]`, direction],
    ]),
    ['[page_size]', pageSize],
    ['[current_page]', page],
  ];
  const criteria = pairs.map(([key, value]) => [`searchCriteria${key}`, value] as const);
  return [...criteria, ['fields', fields] as const]
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${percentEncode(key)}=${percentEncode(String(value))}`)
    .join('&');
}
