import { InputError } from '@cartograph/core';
import { anyColumns, type Columns } from './columns.js';
import { kindOf, wireValue } from './filter-value.js';
import { listProjection } from './projection.js';

const conditions = [
  'eq',
  'neq',
  'gt',
  'gteq',
  'moreq',
  'lt',
  'lteq',
  'from',
  'to',
  'like',
  'nlike',
  'in',
  'nin',
  'finset',
  'nfinset',
  'null',
  'notnull',
] as const;

/** How a column compares with a value. `moreq` is `gteq`; `finset` finds one value in a column of several, joined by commas. */
export type Condition = (typeof conditions)[number];

export const isCondition = (word: string): word is Condition => (conditions as readonly string[]).includes(word);

export type FilterValue = string | number | boolean | Date;

/** Any name is taken where attributes of the shop are columns; known ones are proposed. */
export type FieldName<Field extends string> = Field | (string & {});

export interface Filter<Field extends string = string> {
  readonly field: FieldName<Field>;
  /** `eq` unless given. */
  readonly condition?: Condition | undefined;
  /**
   * A list for `in` and `nin`, or its values joined by commas; nothing for `null` and `notnull`. Text for `like` has `%` and
   * `_` as wildcards. A Date is written as the shop has it: UTC, `YYYY-MM-DD hh:mm:ss`.
   */
  readonly value?: FilterValue | readonly FilterValue[] | undefined;
}

export interface SearchCriteria<Field extends string = string> {
  /** All groups have to hold; of the filters in a group any one. */
  readonly filters?: readonly (readonly Filter<Field>[])[] | undefined;
  readonly sort?:
    | readonly { readonly field: FieldName<Field>; readonly direction?: 'ASC' | 'DESC' | undefined }[]
    | undefined;
  /** From 1. */
  readonly page?: number | undefined;
  readonly pageSize?: number | undefined;
  /**
   * Projection: the fields of a record, or the whole of it as `items[entity_id,increment_id],total_count`. The id and the
   * total are added where they are missing.
   */
  readonly fields?: string | readonly string[] | undefined;
}

/** As RFC 3986 has it: signatures are made over it, and a space must not become a plus. */
export const percentEncode = (value: string): string =>
  encodeURIComponent(value).replace(/[!'()*]/g, letter => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);

/** From the tenth on, server versions sort the indexes differently, and signatures break. */
const mostIndexes = 10;

export interface CriteriaOptions {
  readonly columns?: Columns;
  /** What has to be in a projection: by these records are told apart. */
  readonly ids?: readonly string[];
}

/**
 * Keys are unique and each has its `=`: what holds for every version’s signature check. A column that the list does not have,
 * or a value that the column cannot hold, is an InputError.
 */
export function criteriaQuery(
  { filters = [], sort = [], page, pageSize, fields }: SearchCriteria,
  { columns = anyColumns, ids = [] }: CriteriaOptions = {},
): string {
  if ([filters, sort, ...filters].some(list => list.length > mostIndexes)) {
    throw new InputError(
      `Magento: at most ${mostIndexes} filters, groups and sort orders; use a condition "in" for many values of a column`,
      { field: 'filters' },
    );
  }
  const pairs: [string, string | number | undefined][] = [
    ...filters.flatMap((group, outer) =>
      group.flatMap((filter, inner): [string, string | number][] => {
        const key = `[filter_groups][${outer}][filters][${inner}]`;
        return [
          [`${key}[field]`, filter.field],
          [`${key}[condition_type]`, filter.condition ?? 'eq'],
          [`${key}[value]`, wireValue(filter, columns)],
        ];
      }),
    ),
    ...sort.flatMap(({ field, direction = 'ASC' }, index): [string, string][] => {
      kindOf(field, columns);
      return [
        [`[sort_orders][${index}][field]`, field],
        [`[sort_orders][${index}][direction]`, direction],
      ];
    }),
    ['[page_size]', pageSize],
    ['[current_page]', page],
  ];
  const criteria = pairs.map(([key, value]) => [`searchCriteria${key}`, value] as const);
  const projection = fields === undefined ? undefined : listProjection(fields, ids);
  const present = [...criteria, ['fields', projection] as const].filter(([, value]) => value !== undefined);
  return present.map(([key, value]) => `${percentEncode(key)}=${percentEncode(String(value))}`).join('&');
}
