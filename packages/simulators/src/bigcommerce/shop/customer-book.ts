import { historyEnd, toSecond } from './clock.js';
import type { OrderEntry } from './order-book.js';
import {
  bringingOrder,
  type Customer,
  createCustomer,
  customerId,
  customersAt,
  earlyJoinedAt,
  isDeletedCustomer,
} from './people.js';
import { randomFor } from './salts.js';

export interface CustomerEntry {
  readonly number: number;
  readonly id: number;
  readonly createdAt: number;
  modifiedAt: number;
  /** How often the customer has been edited since the shop was made. */
  edits: number;
  /** How often one of the addresses has been edited, which moves nothing else. */
  moves: number;
}

export interface CustomerBook {
  /** By id; deleted accounts are not here. */
  readonly entries: readonly CustomerEntry[];
  entry(id: number): CustomerEntry | undefined;
  customer(entry: CustomerEntry): Customer;
  /** Lets those in whom the newest orders have brought. */
  grow(): void;
  edit(entry: CustomerEntry, now: number): void;
  /** The account is deleted; orders go on naming it. */
  remove(entry: CustomerEntry): void;
}

export function createCustomerBook(seed: number, orders: readonly OrderEntry[]): CustomerBook {
  const entries: CustomerEntry[] = [];
  const byId = new Map<number, CustomerEntry>();
  let known = 0;

  const grow = (past: boolean) => {
    for (; known < customersAt(orders.length); known++) {
      if (isDeletedCustomer(known)) continue;
      const bringing = bringingOrder(known);
      const createdAt = bringing < 0 ? earlyJoinedAt(known) : (orders[bringing]?.createdAt ?? historyEnd);
      const quiet = past ? randomFor(seed, 'jitter', 5_000_000 + known).next() : 0;
      const modifiedAt = toSecond(createdAt + quiet * (historyEnd - createdAt));
      const entry = { number: known, id: customerId(known), createdAt, modifiedAt, edits: 0, moves: 0 };
      entries.push(entry);
      byId.set(entry.id, entry);
    }
  };
  grow(true);

  return {
    entries,
    entry: id => byId.get(id),
    customer(entry) {
      const customer = createCustomer(seed, entry.number);
      return entry.edits === 0 ? customer : { ...customer, notes: `Changed ${entry.edits}×.` };
    },
    grow: () => grow(false),
    edit(entry, now) {
      entry.edits++;
      entry.modifiedAt = now;
    },
    remove(entry) {
      entries.splice(entries.indexOf(entry), 1);
      byId.delete(entry.id);
    },
  };
}
