import { isBareDate, parseDate } from './dates.js';
import { refuse, type Version } from './refusal.js';

/** A whole number from the query, or the fallback where it is not given. */
function wholeNumber(version: Version, query: URLSearchParams, name: string, fallback: number): number {
  const text = query.get(name);
  if (text === null || text === '') return fallback;
  if (!/^\d+$/.test(text))
    throw refuse(version, version === 'v2' ? 400 : 422, `The value of '${name}' must be a whole number.`);
  return Number(text);
}

/** Beyond the maximum the platform silently serves the maximum. */
export function pageOf(version: Version, query: URLSearchParams, fallback: number, maximum: number) {
  const page = wholeNumber(version, query, 'page', 1) || 1;
  const limit = Math.min(maximum, wholeNumber(version, query, 'limit', fallback) || fallback);
  return { page, limit, from: (page - 1) * limit };
}

/** `id:in=1,2,3`, also as `id:in[]=1&id:in[]=2`. */
export function listOf(query: URLSearchParams, name: string): string[] | undefined {
  const values = [...query.getAll(name), ...query.getAll(`${name}[]`)];
  return values.length === 0 ? undefined : values.flatMap(value => value.split(',')).filter(value => value !== '');
}

export const includesOf = (query: URLSearchParams): ReadonlySet<string> => new Set(listOf(query, 'include'));

export function dateOf(version: Version, query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (text === null || text === '') return undefined;
  const instant = parseDate(text);
  if (instant === undefined)
    throw refuse(version, version === 'v2' ? 400 : 422, `The value of '${name}' is not a valid date.`);
  return instant;
}

/** A date without a time is completed with the time of day that it is now: so the catalog does. */
function dateWithCurrentTime(query: URLSearchParams, name: string, now: number): number | undefined {
  const instant = dateOf('v3', query, name);
  return instant !== undefined && isBareDate(query.get(name) ?? '') ? instant + (now % 86_400_000) : instant;
}

type Test<T> = (row: T) => boolean;

/** Filters on a number: bare and with the suffixes that the catalog knows. */
export function numberTests<T>(query: URLSearchParams, name: string, read: (row: T) => number): Test<T>[] {
  const tests: Test<T>[] = [];
  const compare = (suffix: string, holds: (value: number, bound: number) => boolean) => {
    const text = query.get(`${name}${suffix}`);
    if (text !== null && text !== '') tests.push(row => holds(read(row), Number(text)));
  };
  compare('', (value, bound) => value === bound);
  compare(':min', (value, bound) => value >= bound);
  compare(':max', (value, bound) => value <= bound);
  compare(':greater', (value, bound) => value > bound);
  compare(':less', (value, bound) => value < bound);
  const inside = listOf(query, `${name}:in`);
  if (inside) tests.push(row => inside.includes(String(read(row))));
  const outside = listOf(query, `${name}:not_in`);
  if (outside) tests.push(row => !outside.includes(String(read(row))));
  return tests;
}

/** Exact, one of several, or containing; capitals do not count. */
export function textTests<T>(query: URLSearchParams, name: string, read: (row: T) => string): Test<T>[] {
  const tests: Test<T>[] = [];
  const exact = query.get(name);
  if (exact !== null) tests.push(row => read(row).toLowerCase() === exact.toLowerCase());
  const like = listOf(query, `${name}:like`);
  if (like) tests.push(row => like.some(part => read(row).toLowerCase().includes(part.toLowerCase())));
  const inside = listOf(query, `${name}:in`)?.map(value => value.toLowerCase());
  if (inside) tests.push(row => inside.includes(read(row).toLowerCase()));
  return tests;
}

/** Both bounds are inclusive. */
export function dateTests<T>(query: URLSearchParams, name: string, read: (row: T) => number, now?: number): Test<T>[] {
  const bound = (suffix: string) =>
    now === undefined ? dateOf('v3', query, `${name}${suffix}`) : dateWithCurrentTime(query, `${name}${suffix}`, now);
  const tests: Test<T>[] = [];
  const exact = bound('');
  const from = bound(':min');
  const until = bound(':max');
  if (exact !== undefined) tests.push(row => read(row) === exact);
  if (from !== undefined) tests.push(row => read(row) >= from);
  if (until !== undefined) tests.push(row => read(row) <= until);
  return tests;
}

export function booleanTests<T>(query: URLSearchParams, name: string, read: (row: T) => boolean): Test<T>[] {
  const text = query.get(name);
  return text === null ? [] : [row => read(row) === (text === 'true' || text === '1')];
}

export const passing = <T>(rows: readonly T[], tests: readonly Test<T>[]): readonly T[] =>
  tests.length === 0 ? rows : rows.filter(row => tests.every(test => test(row)));
