import { InputError } from '@cartograph/core';
import type { ColumnKind, Columns } from './columns.js';
import { type Filter, type FilterValue, isCondition } from './criteria.js';

/** A filter’s value as the shop takes it. What it cannot mean is refused here: the shop would answer with an error 500, or find nothing. */
export function wireValue(filter: Filter, columns: Columns): string {
  const { field, condition = 'eq', value } = filter;
  const kind = kindOf(field, columns);
  if (!isCondition(condition)) throw refusal(field, `has "${condition}", which is no condition`);
  if (condition === 'null' || condition === 'notnull') return '1';
  if (value === undefined) throw refusal(field, `needs a value for "${condition}"`);
  const check = condition === 'like' || condition === 'nlike' ? undefined : kind;
  if (condition === 'in' || condition === 'nin') {
    const values = typeof value === 'string' ? value.split(',') : Array.isArray(value) ? value : [value];
    if (values.length === 0) throw refusal(field, `needs at least one value for "${condition}"`);
    return values.map(one => listed(field, oneValue(field, one, check))).join(',');
  }
  if (Array.isArray(value)) throw refusal(field, `takes one value for "${condition}": use "in" for several`);
  return oneValue(field, value as FilterValue, check);
}

const listed = (field: string, value: string): string => {
  if (value.includes(','))
    throw refusal(field, 'has a value with a comma, which a list cannot hold: ask for it with "eq"');
  return value;
};

/** Refuses a column that the list does not have. */
export function kindOf(field: string, { kinds, isOpen, impossible }: Columns): ColumnKind | undefined {
  const kind = Object.hasOwn(kinds, field) ? kinds[field] : undefined;
  if (kind !== undefined) return kind;
  const reason = impossible[field];
  if (reason !== undefined) throw refusal(field, `cannot be filtered or sorted by: ${reason}`);
  if (!/^[A-Za-z][\w.]*$/.test(field)) throw refusal(field, 'is no name of a column: use letters, digits and _');
  if (isOpen) return undefined;
  throw refusal(field, `is no column of this list, which has ${Object.keys(kinds).join(', ')}`);
}

const stamp = /^\d{4}-\d\d-\d\d( \d\d:\d\d:\d\d)?$/;

/** An instant as Magento has it: `YYYY-MM-DD hh:mm:ss`, in UTC. */
export const stampOf = (instant: Date): string => instant.toISOString().slice(0, 19).replace('T', ' ');

function oneValue(field: string, value: FilterValue, kind: ColumnKind | undefined): string {
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) throw refusal(field, 'has a date that is none');
    return kind === 'day' ? value.toISOString().slice(0, 10) : stampOf(value);
  }
  if (typeof value === 'boolean') return value ? '1' : '0';
  const text = String(value);
  switch (kind) {
    case 'number':
      if (text.trim() === '' || !Number.isFinite(Number(text))) throw refusal(field, 'must be a number');
      return text;
    case 'flag':
      if (text !== '0' && text !== '1') throw refusal(field, 'must be true or false');
      return text;
    case 'instant':
      return stamp.test(text) ? text : stampOf(zonedInstant(field, text));
    case 'day':
      if (!stamp.test(text)) throw refusal(field, 'must be a day, YYYY-MM-DD');
      return text;
    default:
      return text;
  }
}

/** ISO 8601 with its zone: without one nobody knows which second it is. */
function zonedInstant(field: string, text: string): Date {
  const instant = /(?:Z|[+-]\d\d:\d\d)$/.test(text) ? new Date(text) : new Date(Number.NaN);
  if (Number.isNaN(instant.getTime()))
    throw refusal(field, 'must be an instant: a Date, ISO 8601 with its zone, or YYYY-MM-DD hh:mm:ss in UTC');
  return instant;
}

const refusal = (field: string, complaint: string) =>
  new InputError(`Magento: the filter "${field}" ${complaint}`, { field });
