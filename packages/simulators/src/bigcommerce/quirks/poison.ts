import { type Refusal, refuse } from '../refusal.js';
import type { Shop } from '../shop/shop.js';
import type { Tampering } from '../tampering.js';

/** A record before some other of its kind, and after some. */
const middle = <T>(rows: readonly T[]): T | undefined => rows[Math.floor(rows.length * 0.4)];

/** The ids of the records that cannot be served, by collection. */
function poisoned({ orders, customers, catalog }: Shop): ReadonlyMap<string, number | undefined> {
  const spent = orders.entries
    .slice(Math.floor(orders.entries.length * 0.6))
    .find(entry => orders.record(entry).state.transactions.length > 0);
  return new Map([
    ['orders', middle(orders.entries)?.id],
    ['products', middle(catalog.listed)?.id],
    ['customers', middle(customers.entries)?.id],
    ['transactions', spent && orders.record(spent).state.transactions[0]?.id],
    // The next one to come.
    ['refunds', (orders.refunds.at(-1)?.id ?? 0) + 1],
  ]);
}

const refusalOf = (collection: string): Refusal =>
  collection === 'products'
    ? refuse('v3', 404, 'The resource was not found.')
    : refuse(collection === 'orders' ? 'v2' : 'v3', 500, 'An internal error has occurred.');

/** Serves no answer that holds a poisoned record, until someone has changed that record. */
export function withPoison(tampering: Tampering, shop: Shop, disturbed: () => void): Tampering['serve'] {
  const ids = poisoned(shop);
  return (collection, id, body) => {
    if (ids.get(collection) !== Number(id) || tampering.has(collection, id))
      return tampering.serve(collection, id, body);
    disturbed();
    throw refusalOf(collection);
  };
}
