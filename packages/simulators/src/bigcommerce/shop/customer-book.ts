import type { Doc } from '../records/fields.js';
import type { Rows } from '../records/rows.js';
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
  /** Set once the account was written through the API. */
  written?: WrittenCustomer;
  /** Addresses and attribute values, as far as one of the kind was ever written. */
  parts?: Map<string, Rows>;
}

/** An account as the API left it. */
export interface WrittenCustomer {
  readonly customer: Customer;
  /** What has no place of its own in a customer, by its name in the API. */
  readonly fields: Doc;
  readonly password: string | null;
}

/** Above every id that the shop itself can reach, so that what grows by itself never meets what is written. */
export const firstWrittenId = 10_000_000;

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
  /** A new account; `write` must follow. */
  add(now: number): CustomerEntry;
  /** The API leaves an account so. */
  write(entry: CustomerEntry, written: WrittenCustomer, now: number): void;
  /** The account with that e-mail address. */
  withEmail(email: string): CustomerEntry | undefined;
  nextId(): number;
}

export function createCustomerBook(seed: number, orders: readonly OrderEntry[]): CustomerBook {
  const entries: CustomerEntry[] = [];
  const byId = new Map<number, CustomerEntry>();
  let known = 0;
  let nextId = firstWrittenId;

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

  const of = (entry: CustomerEntry): Customer => entry.written?.customer ?? createCustomer(seed, entry.number);

  return {
    entries,
    entry: id => byId.get(id),
    customer(entry) {
      const customer = of(entry);
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
    add(now) {
      const id = nextId++;
      const entry = { number: id - 1, id, createdAt: now, modifiedAt: now, edits: 0, moves: 0 };
      entries.push(entry);
      byId.set(id, entry);
      return entry;
    },
    write(entry, written, now) {
      entry.written = written;
      entry.edits = 0;
      entry.modifiedAt = now;
    },
    withEmail(email) {
      const wanted = email.toLowerCase();
      return entries.find(entry => of(entry).person.email.toLowerCase() === wanted);
    },
    nextId: () => nextId++,
  };
}
