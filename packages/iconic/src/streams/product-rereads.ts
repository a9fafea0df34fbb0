import { type BodyPage, stream } from '@cartograph/connector-kit';
import type { ReadQuery } from '@cartograph/core';
import type { NativeProductSetBody } from '../native/product-set.js';
import type { IconicShop } from '../shop.js';
import { findSets, pagesOfSets, productSets } from './product-sets.js';
import type { IconicReader } from './reader.js';
import { fieldOf } from './unchecked.js';
import { dayOf, timeOf } from './window.js';

const hourMs = 3_600_000;
/** A prime, so that ids that follow each other are spread over the period. */
const spread = 2_654_435_761;

/** When within each period a set is read again, in milliseconds from its beginning. */
const phaseOf = (id: string, periodMs: number): number => (Number(id) * spread) % periodMs || 0;

/** Whether the moment of a set lies after `since` and not after `until`. */
function isDue(id: string, since: number, until: number, periodMs: number): boolean {
  const phase = phaseOf(id, periodMs);
  return Math.floor((until - phase) / periodMs) > Math.floor((since - phase) / periodMs);
}

/**
 * Stock, prices and the state of a size may change without moving the time of their set, and have none of their own. So each
 * set is read again once in a period, at a moment of its own: that asks for the same number of sets in every hour. The first
 * reading needs none of this, as it reads all sets.
 */
async function* read(reader: IconicReader, query: ReadQuery): AsyncGenerator<BodyPage> {
  const { since, until, resume } = query;
  if (since === null) return;
  const periodMs = reader.config.rereadHours * hourMs;
  // Those changed since then are read by their time.
  const changed = `${dayOf(since, reader.config.timeZone)}T00:00:00Z`;
  const isOld = (row: unknown) => (timeOf(row, 'updatedAt', reader) ?? '') < changed;
  const [from, to] = [Date.parse(since), until === null ? reader.now().getTime() : Date.parse(until)];
  for await (const { rows, next } of pagesOfSets(reader, {}, resume)) {
    const ids = rows.filter(isOld).flatMap(row => fieldOf(row, 'id') ?? []);
    const due = ids.filter(id => isDue(id, from, to, periodMs));
    const found = await findSets(reader, due);
    const failed = due.filter(id => !found.has(id)).map(id => ({ id, reason: 'the product set is not served' }));
    yield { bodies: [...found.values()].filter(body => body !== null), failed, next };
  }
}

export const productRereads = stream<IconicReader, IconicShop, NativeProductSetBody>({
  ...productSets,
  feeds: 'products',
  incremental: 'modified',
  lagMs: 0,
  everyMs: hourMs,
  read,
});
