import type { Body } from '../bodies/body.js';
import type { ListingRules } from '../quirks/lists.js';
import type { Scope } from '../shop/stores.js';
import { type Collection, cellOf, hasColumn } from './collection.js';
import { type Cell, conditionOf, type Test } from './conditions.js';
import { type Criteria, criteriaBody, readCriteria, type Sort } from './criteria.js';
import { internalError, refusal } from './errors.js';

/** The body of a row, or the refusal of every answer that would hold it. */
export type Serve = <Row>(collection: Collection<Row>, row: Row, scope: Scope) => unknown;

const defaultLimitedPageSize = 20;

/** Answers lists: filters, sorts, cuts the page. Sorted rows are kept until the shop changes. */
export function createListing(rules: ListingRules, version: () => number, serve: Serve) {
  const sorted = new Map<string, { readonly version: number; readonly rows: readonly unknown[] }>();

  function shuffledRows<Row>(
    collection: Collection<Row>,
    [first]: readonly Sort[],
    scope: Scope,
    byLot: (one: string, other: string) => number,
  ): readonly Row[] {
    const lots = [...collection.rows(scope)].sort((one, other) => byLot(collection.id(one), collection.id(other)));
    if (!first) return lots;
    const sign = first.direction.toUpperCase() === 'ASC' ? 1 : -1;
    const cell = (row: Row) => cellOf(collection, row, first.field, scope);
    return lots.sort((one, other) => order(cell(one), cell(other)) * sign);
  }

  function sortedRows<Row>(collection: Collection<Row>, sorts: readonly Sort[], scope: Scope): readonly Row[] {
    const isPrimary =
      sorts.length === 0 ||
      (sorts.length === 1 && sorts[0]?.field === collection.primaryKey && sorts[0].direction.toUpperCase() === 'ASC');
    if (isPrimary) return collection.rows(scope);
    const key = JSON.stringify([collection.name, scope?.id, sorts]);
    const known = sorted.get(key);
    if (known?.version === version()) return known.rows as readonly Row[];
    const keyed = collection
      .rows(scope)
      .map(row => ({ row, cells: sorts.map(sort => cellOf(collection, row, sort.field, scope)) }));
    const signs = sorts.map(sort => (sort.direction.toUpperCase() === 'ASC' ? 1 : -1));
    keyed.sort((left, right) => {
      for (let index = 0; index < signs.length; index++) {
        const difference = order(left.cells[index], right.cells[index]) * (signs[index] ?? 1);
        if (difference !== 0) return difference;
      }
      return 0;
    });
    const rows = keyed.map(({ row }) => row);
    sorted.set(key, { version: version(), rows });
    return rows;
  }

  return function list<Row>(collection: Collection<Row>, query: URLSearchParams, scope: Scope): Response | Body {
    const criteria = readCriteria(query);
    if (!criteria)
      return refusal(400, '"%fieldName" is required. Enter and try again.', { fieldName: 'searchCriteria' });
    const { maxPageSize } = rules;
    if (maxPageSize !== null && (criteria.pageSize ?? 0) > maxPageSize) {
      rules.disturbed();
      return refusal(400, 'Maximum SearchCriteria pageSize is %max', { max: maxPageSize });
    }
    const tests = readTests(collection, criteria, scope);
    if (tests instanceof Response) return tests;
    const byLot = rules.shuffle?.();
    if (byLot && criteria.sorts.length > 1) rules.disturbed();
    const all = byLot
      ? shuffledRows(collection, criteria.sorts, scope, byLot)
      : sortedRows(collection, criteria.sorts, scope);
    const rows = all.filter(row => tests.every(test => test(row)));
    const page = cut(rows, criteria, rules).map(row => serve(collection, row, scope));
    const refused = page.find(body => body instanceof Response);
    if (refused instanceof Response) return refused;
    if (page.length === 0 && rules.emptyItems === 'null') rules.disturbed();
    const items = page.length === 0 && rules.emptyItems === 'null' ? null : page;
    return { items, search_criteria: criteriaBody(criteria), total_count: rules.count(rows.length, page.length) };
  };
}

function readTests<Row>(
  collection: Collection<Row>,
  criteria: Criteria,
  scope: Scope,
): Response | ((row: Row) => boolean)[] {
  const fields = [...criteria.groups.flat(), ...criteria.sorts].map(({ field }) => field);
  if (criteria.sorts.some(({ direction }) => !/^(asc|desc)$/i.test(direction))) {
    return refusal(400, 'Invalid value of "%value" provided for the direction field.', {
      value: criteria.sorts[0]?.direction,
    });
  }
  if (!fields.every(field => hasColumn(collection, field))) return internalError();
  const tests: ((row: Row) => boolean)[] = [];
  for (const group of criteria.groups) {
    const parts: { readonly field: string; readonly test: Test }[] = [];
    for (const filter of group) {
      const test = conditionOf(filter);
      if (!test) return refusal(400, 'The "%1" condition type is not supported.', [filter.condition]);
      parts.push({ field: filter.field, test });
    }
    tests.push(row => parts.some(({ field, test }) => test(cellOf(collection, row, field, scope))));
  }
  return tests;
}

function cut<Row>(rows: readonly Row[], criteria: Criteria, rules: ListingRules): readonly Row[] {
  const asked = criteria.pageSize || (rules.maxPageSize === null ? rows.length : defaultLimitedPageSize);
  const size = Math.min(asked, rules.cap);
  if (size < asked && rows.length > size) rules.disturbed();
  const wanted = Math.max(1, criteria.currentPage ?? 1);
  const last = Math.max(1, Math.ceil(rows.length / Math.max(1, size)));
  if (rules.pastEnd === 'repeat' && wanted > last) rules.disturbed();
  const page = rules.pastEnd === 'repeat' ? Math.min(wanted, last) : wanted;
  return rows.slice((page - 1) * size, page * size);
}

/** Null comes first, as in MySQL. */
function order(left: Cell, right: Cell): number {
  if (left === right) return 0;
  if (left === null || left === undefined) return -1;
  if (right === null || right === undefined) return 1;
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  return String(left) < String(right) ? -1 : 1;
}
