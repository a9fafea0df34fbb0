import { defaultSort, type Filter, type ListQuery, type QueryField } from '@cartograph/core';
import { everyKey, isRange, type KeyRange, rangeOf } from '../../shared/key-range.js';
import { type Condition, checksOf } from './checks.js';
import { fieldOf } from './expressions.js';
import { deleted, type ListIndex, listIndex, live } from './indexes.js';

/** How the records of a query are found: in the order of an index, between two places, each checked for the rest. */
export interface Access {
  readonly index: ListIndex;
  readonly descending: boolean;
  /** What the index is looked up by, each at a time: what is bound beside the connection. */
  readonly lookups: readonly (readonly (string | number)[])[];
  readonly range: KeyRange;
  readonly checks: readonly Condition[];
}

export function accessOf({ resource, filters = [], sort, includeDeleted = false }: ListQuery): Access {
  const sorting = fieldOf(resource, sort?.field ?? defaultSort(resource));
  if (!sorting.sorts) throw new TypeError(`${resource} cannot be sorted by "${sorting.name}"`);
  const sought = bestOf(
    filters.filter(isList),
    filter => fieldOf(resource, filter.field),
    sorting.name === defaultSort(resource),
  );
  const ranged = filters.filter(isRange).filter(({ field }) => field === sorting.name);
  const rest = filters.filter(filter => filter !== sought && !(isRange(filter) && ranged.includes(filter)));
  const checks = [...new Set(rest.map(({ field }) => field))].flatMap(name =>
    checksOf(
      fieldOf(resource, name),
      rest.filter(({ field }) => field === name),
    ),
  );
  const index = listIndex(resource, sorting, sought ? fieldOf(resource, sought.field) : null);
  const values = sought ? [...new Set(sought.values)].map(value => [value]) : [[]];
  const parts = includeDeleted ? [live, deleted] : [live];
  return {
    index,
    descending: sort?.descending ?? true,
    lookups: index.apart ? values.flatMap(value => parts.map(part => [...value, part])) : values,
    range: ranged.length === 0 ? everyKey : rangeOf(sorting.kind, ranged),
    checks: includeDeleted || index.apart ? checks : [{ sql: 'deleted_at IS NULL', values: [] }, ...checks],
  };
}

type ListFilter = Extract<Filter, { readonly operator: 'in' }>;
const isList = (filter: Filter): filter is ListFilter => filter.operator === 'in';

/** An id leads to one record; a word of the shop's own to few; a status to many. */
function bestOf(
  filters: readonly ListFilter[],
  fieldOf: (filter: ListFilter) => QueryField,
  byDefault: boolean,
): ListFilter | undefined {
  const found = (rule: (field: QueryField) => boolean) => filters.find(filter => rule(fieldOf(filter)));
  return (
    found(({ name }) => name === 'id') ??
    (byDefault ? (found(({ finds, kind }) => finds && kind === 'text') ?? found(({ finds }) => finds)) : undefined)
  );
}
