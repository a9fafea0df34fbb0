import { type ReadQuery, ResponseError } from '@cartograph/core';
import type { Filter, SearchCriteria } from '../client/criteria.js';
import { type Place, type Position, placeOf, type Sequence, secondAfter, toStamp } from './position.js';

/** Ids of one second in an address; a second that holds more is read by its ids. */
const mostMet = 60;

export interface Window {
  readonly query: Pick<ReadQuery, 'since' | 'until'>;
  readonly filters: readonly Filter[];
  readonly sequence: Sequence;
}

/** What follows a position: from its second on without what was met of it, or only that second in the order of its ids. */
export function criteriaAfter({ query, filters, sequence }: Window, position: Position | null): SearchCriteria {
  const timed = (condition: Filter['condition'] & string, value: string) => ({
    field: sequence.time,
    condition,
    value,
  });
  const groups = [
    ...filters,
    ...(query.until === null ? [] : [timed('lteq', toStamp(query.until))]),
    ...(position === null && query.since !== null ? [timed('gteq', toStamp(query.since))] : []),
    ...(position === null ? [] : [timed(position.upTo === null ? 'gteq' : 'eq', position.at)]),
    ...(position?.met.length ? [{ field: sequence.id, condition: 'nin' as const, value: position.met.join(',') }] : []),
    ...(position?.upTo ? [{ field: sequence.id, condition: 'gt' as const, value: position.upTo }] : []),
  ];
  const byId = { field: sequence.id };
  const sort = position?.upTo == null ? [{ field: sequence.time }, byId] : [byId];
  return { filters: groups.map(filter => [filter]), sort };
}

/** A page as it counts: its records, and the position after it. */
export interface Step<Item> {
  readonly items: readonly Item[];
  /** Null where none of the records tells its place. */
  readonly next: Position | null;
}

/** Of a page in the order of time. Where it ends in a second of many records, these are left to be read by their ids. */
export function stepInTime<Item>(
  items: readonly Item[],
  { sequence, query }: Window,
  position: Position | null,
): Step<Item> {
  const until = query.until === null ? '9999' : toStamp(query.until);
  const places = items.map(item => placeOf(item, sequence));
  // A record that tells another time than it is listed by must not lead the reading astray.
  const tells = ({ at }: Place): boolean => at !== null && at >= (position?.at ?? '') && at <= until;
  const at = places.findLast(tells)?.at ?? null;
  if (at === null) return { items, next: null };
  const before = position?.at === at ? position.met : [];
  const ofSecond = places.filter(place => place.at === at || !tells(place)).flatMap(({ id }) => id ?? []);
  const met = [...new Set([...before, ...ofSecond])];
  if (met.length > mostMet) {
    return { items: items.filter((_, index) => places[index]?.at !== at), next: { at, met: before, upTo: 0 } };
  }
  if (at === position?.at && met.length === before.length) throw standsStill();
  return { items, next: { at, met, upTo: null } };
}

/** Of a page of one second, in the order of its ids. */
export function stepInSecond<Item>(
  items: readonly Item[],
  isLast: boolean,
  { sequence }: Window,
  position: Position,
): Step<Item> {
  const ids = items.flatMap(item => placeOf(item, sequence).id ?? []);
  const upTo = Math.max(0, ...ids);
  if (isLast || ids.length === 0) return { items, next: { at: secondAfter(position.at), met: [], upTo: null } };
  if (upTo <= (position.upTo ?? 0)) throw standsStill();
  return { items, next: { ...position, upTo } };
}

const standsStill = () =>
  new ResponseError(
    'Magento: whatever is asked for, the shop lists records that were read already; its list cannot be read to the end',
  );
