import type { Filter } from './criteria.js';

/** A column's value; lists are columns that hold several values joined by commas. */
export type Cell = string | number | null | undefined | readonly (string | number)[];

export type Test = (cell: Cell) => boolean;

const text = (cell: Cell): string => String(cell).toLowerCase();
const words = (value: string): string[] => value.toLowerCase().split(',');
const cells = (cell: Cell): string[] => (Array.isArray(cell) ? cell.map(text) : text(cell).split(','));
const isNull = (cell: Cell): boolean => cell === null || cell === undefined;

/** Below, equal, above zero. Numbers as numbers, all else as text: time stamps sort so. */
function compare(cell: Cell, value: string): number {
  if (typeof cell === 'number' && value.trim() !== '' && !Number.isNaN(Number(value))) return cell - Number(value);
  const [left, right] = [text(cell), value.toLowerCase()];
  return left < right ? -1 : left > right ? 1 : 0;
}

const equals = (cell: Cell, value: string): boolean =>
  Array.isArray(cell) ? cells(cell).includes(value.toLowerCase()) : compare(cell, value) === 0;

const like = (value: string): RegExp =>
  new RegExp(
    `^${value
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replace(/%/g, '.*')
      .replace(/_/g, '.')}$`,
    'is',
  );

/** As SQL has it, a comparison with null holds for nothing. */
const known =
  (test: Test): Test =>
  cell =>
    !isNull(cell) && test(cell);

const conditions: Readonly<Record<string, (value: string) => Test>> = {
  eq: value => known(cell => equals(cell, value)),
  neq: value => known(cell => !equals(cell, value)),
  gt: value => known(cell => compare(cell, value) > 0),
  gteq: value => known(cell => compare(cell, value) >= 0),
  moreq: value => known(cell => compare(cell, value) >= 0),
  from: value => known(cell => compare(cell, value) >= 0),
  lt: value => known(cell => compare(cell, value) < 0),
  lteq: value => known(cell => compare(cell, value) <= 0),
  to: value => known(cell => compare(cell, value) <= 0),
  like: value => {
    const pattern = like(value);
    return known(cell => pattern.test(text(cell)));
  },
  nlike: value => {
    const pattern = like(value);
    return known(cell => !pattern.test(text(cell)));
  },
  in: value => {
    const wanted = new Set(words(value));
    return known(cell => (Array.isArray(cell) ? cells(cell).some(part => wanted.has(part)) : wanted.has(text(cell))));
  },
  nin: value => {
    const wanted = new Set(words(value));
    return known(cell => (Array.isArray(cell) ? !cells(cell).some(part => wanted.has(part)) : !wanted.has(text(cell))));
  },
  finset: value => known(cell => cells(cell).includes(value.toLowerCase())),
  nfinset: value => known(cell => !cells(cell).includes(value.toLowerCase())),
  null: () => isNull,
  notnull: () => cell => !isNull(cell),
};

/** The test for a filter, or null for a condition that Magento does not know. */
export const conditionOf = (filter: Filter): Test | null =>
  Object.hasOwn(conditions, filter.condition) ? (conditions[filter.condition]?.(filter.value) ?? null) : null;
