import { parseDate } from '../dates.js';
import { booleanTests, dateTests, numberTests, textTests } from '../query.js';
import type { Doc } from './fields.js';

/** What kind of value a V3 list filters by: bare, and with the suffixes that go with the kind. */
export type Filters = Readonly<Record<string, Kind | readonly [Kind, string]>>;

type Kind = 'number' | 'text' | 'flag' | 'date';

type Test = (row: Doc) => boolean;

const kinds: Readonly<Record<Kind, (query: URLSearchParams, name: string, field: string) => Test[]>> = {
  number: (query, name, field) => numberTests<Doc>(query, name, row => Number(row[field])),
  text: (query, name, field) => textTests<Doc>(query, name, row => String(row[field] ?? '')),
  flag: (query, name, field) => booleanTests<Doc>(query, name, row => row[field] === true),
  date: (query, name, field) => dateTests<Doc>(query, name, row => parseDate(String(row[field])) ?? 0),
};

/** The tests that a query asks for; a pair tells the field where it is not named as the filter. */
export const testsOf = (filters: Filters, query: URLSearchParams): Test[] =>
  Object.entries(filters).flatMap(([name, filter]) =>
    typeof filter === 'string' ? kinds[filter](query, name, name) : kinds[filter[0]](query, name, filter[1]),
  );

/** A V2 filter: what a row must be like for the text that was sent. */
export type V2Filter = (wanted: string) => Test;

export const same =
  (field: string): V2Filter =>
  wanted =>
  row =>
    String(row[field] ?? '').toLowerCase() === wanted.toLowerCase();

const comparable = (value: unknown): number => {
  const instant = typeof value === 'string' ? parseDate(value) : undefined;
  return instant ?? Number(value);
};

/** Bounds are inclusive, on numbers and dates alike. */
export const atLeast =
  (field: string): V2Filter =>
  wanted =>
  row =>
    comparable(row[field]) >= comparable(wanted);

export const atMost =
  (field: string): V2Filter =>
  wanted =>
  row =>
    comparable(row[field]) <= comparable(wanted);

/** The pair that V2 has for ids. */
export const idBounds = { min_id: atLeast('id'), max_id: atMost('id') } as const;
