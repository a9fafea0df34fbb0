/** A condition on one column. */
export interface Filter {
  readonly field: string;
  readonly value: string;
  readonly condition: string;
}

export interface Sort {
  readonly field: string;
  readonly direction: string;
}

/** What a list was asked for: groups are joined by AND, the filters in a group by OR. */
export interface Criteria {
  readonly groups: readonly (readonly Filter[])[];
  readonly sorts: readonly Sort[];
  readonly pageSize: number | null;
  readonly currentPage: number | null;
}

const camel = (key: string): string => key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Rows by index, in the order in which they first appeared. */
type Rows = Map<string, Map<string, string>>;

const rowOf = (rows: Rows, index: string): Map<string, string> => {
  const row = rows.get(index) ?? new Map<string, string>();
  rows.set(index, row);
  return row;
};

/** Reads `searchCriteria[…]` in either key case; null when the parameter is not there at all. */
export function readCriteria(query: URLSearchParams): Criteria | null {
  const groups = new Map<string, Rows>();
  const sorts: Rows = new Map();
  const single = new Map<string, string>();
  let isPresent = false;
  for (const [name, value] of query) {
    const path = name.split('[').map(part => camel(part.replace(/\]$/, '')));
    if (path[0] !== 'searchCriteria') continue;
    isPresent = true;
    const [, section = '', index = '', inner = '', filterIndex = '', key = ''] = path;
    if (section === 'filterGroups' && inner === 'filters') {
      const filters: Rows = groups.get(index) ?? new Map();
      groups.set(index, filters);
      rowOf(filters, filterIndex).set(key, value);
    } else if (section === 'sortOrders') rowOf(sorts, index).set(inner, value);
    else single.set(section, value);
  }
  if (!isPresent) return null;
  const number = (key: string) => (single.get(key) ? Number.parseInt(single.get(key) ?? '', 10) || 0 : null);
  return {
    groups: [...groups.values()].map(filters =>
      [...filters.values()].map(filter => ({
        field: filter.get('field') ?? '',
        value: filter.get('value') ?? '',
        condition: filter.get('conditionType') ?? 'eq',
      })),
    ),
    sorts: [...sorts.values()].map(sort => ({
      field: sort.get('field') ?? '',
      direction: sort.get('direction') ?? 'DESC',
    })),
    pageSize: number('pageSize'),
    currentPage: number('currentPage'),
  };
}

/** How a list repeats what it was asked for. */
export const criteriaBody = (criteria: Criteria): Record<string, unknown> => ({
  filter_groups: criteria.groups.map(filters => ({
    filters: filters.map(({ field, value, condition }) => ({ field, value, condition_type: condition })),
  })),
  ...(criteria.sorts.length > 0
    ? { sort_orders: criteria.sorts.map(({ field, direction }) => ({ field, direction: direction.toUpperCase() })) }
    : {}),
  ...(criteria.pageSize === null ? {} : { page_size: criteria.pageSize }),
  ...(criteria.currentPage === null ? {} : { current_page: criteria.currentPage }),
});
