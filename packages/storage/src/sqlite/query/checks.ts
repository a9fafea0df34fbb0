import type { Filter, QueryField } from '@cartograph/core';
import { type everyKey, isRange, rangeOf } from '../../shared/key-range.js';
import { itemsOf, keyOf, textOf } from './expressions.js';

/** A condition in SQL with what is bound to its question marks. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

/** True of the records for which all the filters of the field hold. */
export function checksOf(field: QueryField, filters: readonly Filter[]): readonly Condition[] {
  const ranges = filters.filter(isRange);
  const lists = filters.filter(filter => filter.operator === 'in');
  return [
    ...lists.map(({ values }) => isOneOf(field, values)),
    ...(field.many ? ranges.map(({ value }) => hasAny(field, value === true)) : []),
    ...(field.many || ranges.length === 0 ? [] : [isWithin(field, rangeOf(field.kind, ranges))]),
  ];
}

function isOneOf(field: QueryField, wanted: readonly string[]): Condition {
  const oneOf = 'IN (SELECT value FROM json_each(?))';
  const { list, value } = itemsOf(field);
  const sql = field.many ? `EXISTS (SELECT 1 FROM ${list} WHERE ${value} ${oneOf})` : `${textOf(field)} ${oneOf}`;
  return { sql, values: [JSON.stringify(wanted)] };
}

function hasAny(field: QueryField, wanted: boolean): Condition {
  const { list, value } = itemsOf(field);
  return { sql: `${wanted ? '' : 'NOT '}EXISTS (SELECT 1 FROM ${list} WHERE ${value} IS NOT NULL)`, values: [] };
}

function isWithin(field: QueryField, { from, below }: typeof everyKey): Condition {
  const key = `${keyOf(field)} || char(1)`;
  return { sql: `${key} >= ? AND ${key} < ?`, values: [from, below] };
}
