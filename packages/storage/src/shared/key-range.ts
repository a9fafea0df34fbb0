import { type Bound, type FieldKind, type Filter, type Instant, sortKey } from '@cartograph/core';
import { sortable } from './instants.js';
import { compareText } from './text.js';

/** Stands between a sort key and the record's id; below every character of either. */
export const mark = '\u0001';
/** Above every key of an absent value, below all others. */
const present = '\u0002';
const above = '\u0002';
const highest = '\u{10ffff}';

/** Keys with the mark behind them: from the first, included, to the second, excluded. */
export interface KeyRange {
  readonly from: string;
  readonly below: string;
}

export const everyKey: KeyRange = { from: '', below: highest };

/** What a record is listed by: unique in a connection, and in the order of the sort. */
export const positionKey = (kind: FieldKind, value: string | null, id: string): string =>
  `${sortKey(kind, value)}${mark}${id}`;

export type RangeFilter = Exclude<Filter, { readonly operator: 'in' }>;
export const isRange = (filter: Filter): filter is RangeFilter => filter.operator !== 'in';

export const isWithin = (key: string, { from, below }: KeyRange): boolean =>
  compareText(key, from) >= 0 && compareText(key, below) < 0;

/** The keys for which all these filters of a field hold. */
export function rangeOf(kind: FieldKind, filters: readonly RangeFilter[]): KeyRange {
  return filters.map(filter => rangeOfOne(kind, filter)).reduce(intersection, everyKey);
}

export const intersection = (one: KeyRange, other: KeyRange): KeyRange => ({
  from: compareText(one.from, other.from) > 0 ? one.from : other.from,
  below: compareText(one.below, other.below) < 0 ? one.below : other.below,
});

function rangeOfOne(kind: FieldKind, filter: RangeFilter): KeyRange {
  if (filter.operator === 'exists')
    return filter.value ? { from: present, below: highest } : { from: '', below: present };
  return { from: present, below: highest, ...bounds[filter.operator](kind, filter.value) };
}

const bounds: Readonly<Record<Bound, (kind: FieldKind, value: string) => Partial<KeyRange>>> = {
  gte: (kind, value) => ({ from: first(kind, value) }),
  gt: (kind, value) => ({ from: `${last(kind, value)}${above}` }),
  lte: (kind, value) => ({ below: `${last(kind, value)}${above}` }),
  lt: (kind, value) => ({ below: `${first(kind, value)}${mark}` }),
};

/** An instant has several spellings, of different length: the shortest comes first, the longest last. */
const first = (kind: FieldKind, value: string): string => (kind === 'instant' ? sortable(value) : sortKey(kind, value));
const last = (kind: FieldKind, value: string): string => (kind === 'instant' ? longest(value) : sortKey(kind, value));

const fractionDigits = 6;

function longest(instant: Instant): string {
  const [seconds = '', fraction = ''] = sortable(instant).split('.');
  return `${seconds}.${fraction.padEnd(fractionDigits, '0')}`;
}
