import { createRandom } from '../../random.js';
import { historyEnd, orderInstant, stamp } from '../clock.js';
import type { Catalog } from '../shop/catalog.js';
import { type Customer, customersBefore } from '../shop/customers.js';
import { createShelves } from '../shop/selling.js';
import type { Charging } from '../shop/stores.js';
import { isContested, live, methodFor, pickFate } from './fate.js';
import { createOperations, type Numbers } from './operations.js';
import { placeSale } from './place.js';
import type { Sale } from './sale.js';

/** What is kept of every sale, times as they are served; the rest is made again when it is asked for. */
export interface SaleSummary {
  readonly id: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly storeId: number;
  readonly customerId: number | null;
  readonly email: string;
  readonly state: string;
  readonly status: string;
  readonly grand: number;
  readonly currency: string;
  /** Code of the payment method. */
  readonly method: string;
  readonly externalId: string | null;
  /** PayPal took the money back at some time. */
  readonly wasReversed: boolean;
}

/** One document of a sale, by its place in the sale's own list. */
export interface DocumentKey {
  readonly id: number;
  readonly saleId: number;
  readonly position: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly storeId: number;
  /** Whether money moved: not with an authorization, nor a void. */
  readonly isMovement: boolean;
}

export type DocumentKind = 'invoices' | 'creditMemos' | 'shipments' | 'transactions';

export interface Ledger {
  summaries(): readonly SaleSummary[];
  documents(kind: DocumentKind): readonly DocumentKey[];
  sale(id: number): Sale | undefined;
  /** The sale that a document belongs to. */
  saleOf(kind: DocumentKind, id: number): Sale | undefined;
  /** Puts a sale that has changed, or a new one, on record. */
  keep(sale: Sale): void;
  /** Rises with every change, so that what was derived can be thrown away. */
  readonly version: () => number;
}

/** Document ids are given in blocks too, so that an order's documents do not depend on the orders before it. */
const blockSizes = { invoice: 4, creditmemo: 4, shipment: 4, transaction: 12, history: 24 } as const;

const usedBy = (kind: keyof typeof blockSizes, sale: Sale): number =>
  ({
    invoice: sale.invoices,
    creditmemo: sale.creditMemos,
    shipment: sale.shipments,
    transaction: sale.transactions,
    history: sale.history,
  })[kind].length;

const historicNumbers: Numbers = (kind, sale) => (sale.id - 1) * blockSizes[kind] + usedBy(kind, sale) + 1;

/** Numbers for whatever happens after the history: each higher than all before. */
export function laterNumbers(orders: number): Numbers {
  const used: Record<keyof typeof blockSizes, number> = {
    invoice: 0,
    creditmemo: 0,
    shipment: 0,
    transaction: 0,
    history: 0,
  };
  return kind => orders * blockSizes[kind] + ++used[kind];
}

const recentSales = 400;

export function createLedger(
  seed: number,
  orders: number,
  catalog: Catalog,
  customer: (id: number) => Customer | undefined,
  paidIn: Charging | null,
): Ledger {
  const shelf = createShelves(catalog);
  const operations = createOperations(historicNumbers);
  const changed = new Map<number, Sale>();
  const recent = new Map<number, Sale>();
  let version = 0;
  let book: { summaries: SaleSummary[]; documents: Record<DocumentKind, DocumentKey[]> } | null = null;

  const make = (id: number): Sale => {
    const random = createRandom(seed, 20_000_000 + id);
    const buyer = random.chance(0.7) ? customer(random.int(1, customersBefore(id - 1))) : undefined;
    const picked = pickFate(random);
    const fate = isContested(id) ? 'contested' : picked;
    const sale = placeSale(
      { seed, id, at: orderInstant(seed, id - 1, orders), random, customer: buyer ?? null, shelf, paidIn },
      random => methodFor(fate, random),
    );
    live(sale, fate, random, operations, historyEnd);
    return sale;
  };

  const sale = (id: number): Sale | undefined => {
    const known = changed.get(id) ?? recent.get(id);
    if (known || !Number.isInteger(id) || id < 1 || id > orders) return known;
    const made = make(id);
    if (recent.size >= recentSales) recent.delete(recent.keys().next().value ?? 0);
    recent.set(id, made);
    return made;
  };

  const open = () => {
    if (book) return book;
    const opened = {
      summaries: [] as SaleSummary[],
      documents: { invoices: [], creditMemos: [], shipments: [], transactions: [] } as Record<
        DocumentKind,
        DocumentKey[]
      >,
    };
    book = opened;
    for (let id = 1; id <= orders; id++) enter(opened, changed.get(id) ?? make(id));
    return opened;
  };

  return {
    summaries: () => open().summaries,
    documents: kind => open().documents[kind],
    sale,
    saleOf(kind, id) {
      const keys = open().documents[kind];
      const key = keys[placeOf(keys, id)];
      return key?.id === id ? sale(key.saleId) : undefined;
    },
    keep(sale) {
      const opened = open();
      changed.set(sale.id, sale);
      recent.delete(sale.id);
      enter(opened, sale);
      version += 1;
    },
    version: () => version,
  };
}

const documentKinds = ['invoices', 'creditMemos', 'shipments', 'transactions'] as const;

/** Brings the book up to date with one sale: its own line, and a line for each of its documents. */
function enter(book: { summaries: SaleSummary[]; documents: Record<DocumentKind, DocumentKey[]> }, sale: Sale): void {
  book.summaries[sale.id - 1] = {
    id: sale.id,
    createdAt: stamp(sale.createdAt),
    updatedAt: stamp(sale.updatedAt),
    storeId: sale.view.id,
    customerId: sale.customerId,
    email: sale.email,
    state: sale.state,
    status: sale.status,
    grand: sale.totals.order.grand,
    currency: sale.view.currency,
    method: sale.method.code,
    externalId: sale.externalId,
    wasReversed: sale.history.some(({ status }) => status === 'paypal_reversed'),
  };
  for (const kind of documentKinds) {
    const keys = book.documents[kind];
    sale[kind].forEach((document, position) => {
      const updatedAt = 'updatedAt' in document ? document.updatedAt : document.at;
      const key: DocumentKey = {
        id: document.id,
        saleId: sale.id,
        position,
        createdAt: stamp(document.at),
        updatedAt: stamp(updatedAt),
        storeId: sale.view.id,
        isMovement: 'type' in document && (document.type === 'capture' || document.type === 'refund'),
      };
      keys[placeOf(keys, document.id)] = key;
    });
  }
}

/** Where the document with this id stands, or the end; ids rise. */
function placeOf(keys: readonly DocumentKey[], id: number): number {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle]?.id ?? 0) < id) low = middle + 1;
    else high = middle;
  }
  return low;
}
