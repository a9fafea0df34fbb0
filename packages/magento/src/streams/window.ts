import { type Instant, type ReadQuery, ResponseError } from '@cartograph/core';
import type { Filter, SearchCriteria } from '../client/criteria.js';
import type { ListPage } from '../client/listing.js';
import { byChange, isAfter, type Position, positionOf, type Sequence } from './position.js';

interface WindowPage<Item> {
  readonly items: readonly Item[];
  /** The last place of the page; null when nothing follows. */
  readonly next: Position | null;
  /** Records from where this reading began to its end; null where the shop does not say. */
  readonly total: number | null;
}

interface WindowOptions<Item> {
  readonly list: (criteria: SearchCriteria) => Promise<ListPage<Item>>;
  readonly query: Pick<ReadQuery, 'since' | 'until'>;
  /** Where to go on; null reads from the start. */
  readonly after: Position | null;
  readonly filters?: readonly Filter[];
  /** By change unless told. */
  readonly sequence?: Sequence;
}

/** Pages asked for at the same time. */
const together = 3;

/**
 * Every record of the window in the order of its feed. Each step asks for what follows the last record met, so nothing is
 * lost when records leave the window meanwhile. Several pages are asked for at the same time; they count only while the
 * shop states as many records as are to come, for then none has left and moved the others up.
 */
export async function* readWindow<Item>(options: WindowOptions<Item>): AsyncGenerator<WindowPage<Item>> {
  const { sequence = byChange } = options;
  let coming = readBatch(options, options.after, 1, null);
  let total: number | null | undefined;
  for (;;) {
    const { pages, left, from } = await coming;
    total ??= left;
    const places = pages.map(({ items }) => lastPosition(items, sequence));
    const known = pages.flatMap(({ items }) => items).length;
    const last = places.at(-1) ?? null;
    const rest = left === null ? null : left - known;
    const isOver = known === 0 || (rest !== null && rest <= 0);
    if (!isOver) {
      if (last === null || (from !== null && !isAfter(last, from))) throw standsStill();
      const count = rest === null ? 1 : Math.min(together, Math.ceil(rest / (pages[0]?.pageSize ?? 1)));
      coming = readBatch(options, last, count, rest);
      // Its failure is met when it is waited for; a reader that has gone meets none.
      coming.catch(() => {});
    }
    for (const [index, { items }] of pages.entries()) {
      const isLast = isOver && index === pages.length - 1;
      yield { items, next: isLast ? null : (places[index] ?? null), total: total ?? null };
    }
    if (isOver) return;
  }
}

interface Batch<Item> {
  readonly from: Position | null;
  readonly pages: readonly ListPage<Item>[];
  /** Records after `from`, as the first page states them. */
  readonly left: number | null;
}

async function readBatch<Item>(
  options: WindowOptions<Item>,
  from: Position | null,
  count: number,
  expected: number | null,
): Promise<Batch<Item>> {
  const { sequence = byChange } = options;
  const filters = groups(options, sequence, from);
  const sort = [{ field: sequence.time }, { field: sequence.id }];
  const asked = Array.from({ length: count }, (_, index) => options.list({ filters, sort, page: index + 1 }));
  const pages = await Promise.all(asked);
  const isSteady = pages.every(({ total }) => total === expected);
  return { from, pages: isSteady ? pages : pages.slice(0, 1), left: pages[0]?.total ?? null };
}

export const toStamp = (instant: Instant): string => instant.slice(0, 19).replace('T', ' ');

/** Exactly what follows: `updated_at ≥ T and (updated_at > T or entity_id > id)`, as thousands may share a second. */
function groups(
  { query, filters = [] }: WindowOptions<unknown>,
  sequence: Sequence,
  after: Position | null,
): Filter[][] {
  const timed = (condition: 'gt' | 'gteq' | 'lteq', value: string): Filter => ({
    field: sequence.time,
    condition,
    value,
  });
  const beyond = (place: Position): Filter[][] => [
    [timed('gteq', place.at)],
    [timed('gt', place.at), { field: sequence.id, condition: 'gt', value: place.id }],
  ];
  const since = query.since === null ? [] : [[timed('gteq', toStamp(query.since))]];
  const until = query.until === null ? [] : [[timed('lteq', toStamp(query.until))]];
  return [...(after === null ? since : beyond(after)), ...until, ...filters.map(filter => [filter])];
}

const lastPosition = (items: readonly unknown[], sequence: Sequence): Position | null =>
  items.map(item => positionOf(item, sequence)).findLast(position => position !== null) ?? null;

const standsStill = () =>
  new ResponseError(
    'Magento: whatever is asked for, the shop lists records that were read already; its list cannot be read to the end',
  );
