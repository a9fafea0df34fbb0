import { type Catalog, createCatalog } from '../catalog/create-catalog.js';
import { type WarehouseRecord, warehouses } from '../catalog/warehouses.js';
import { createSeeded, type Seeded } from '../seeded.js';
import { type Account, createAccount } from './account.js';
import type { Charging } from './charging.js';
import { createOrder } from './create-order.js';
import type { Tell } from './events.js';
import type { OrderRecord } from './order.js';
import type { ManualTransaction } from './transaction.js';

/** The history is fixed, however many orders are spread over it. */
export const historyStart = Date.UTC(2025, 6, 1);
export const historyEnd = Date.UTC(2026, 5, 30, 23, 59);
/** Twenty minutes before the clocks of Sydney are set back. */
export const endBeforeClockChange = Date.UTC(2026, 3, 4, 15, 40);

export interface Shop {
  readonly seeded: Seeded;
  readonly catalog: Catalog;
  /** What all shoppers pay in; null where it is the currency of their country. */
  readonly paidIn: Charging | null;
  /** Whether parts change without moving the time of what they belong to. */
  readonly silent: boolean;
  /** Ascending by id and by creation. */
  readonly orders: OrderRecord[];
  readonly manualTransactions: ManualTransaction[];
  warehouses: readonly WarehouseRecord[];
  readonly account: Account;
  /** Of the parcels that the seller packed. */
  readonly packageIds: Set<number>;
  /** Those that the seller gave to parcels. */
  readonly trackingCodes: Set<string>;
  readonly tell: Tell;
  /** When something last happened. */
  time: number;
  /** Moves with every change, so that what is derived from the shop knows that it is stale. */
  version: number;
}

export interface ShopOptions {
  readonly seed: number;
  readonly orders: number;
  readonly productSets: number;
  readonly paidIn: Charging | null;
  readonly silent: boolean;
  readonly tell: Tell;
  /** When its history ends. */
  readonly end: number;
}

export function createShop({ seed, orders: count, productSets, paidIn, silent, tell, end }: ShopOptions): Shop {
  const seeded = createSeeded(seed);
  const catalog = createCatalog(seeded, productSets, end);
  const step = (end - historyStart) / count;
  const orders = Array.from({ length: count }, (_, index) => {
    const jitter = seeded('traits', index).next() * 0.9;
    const createdAt = Math.floor((historyStart + (index + jitter) * step) / 1000) * 1000;
    return createOrder(seeded, catalog, index, createdAt, end, paidIn);
  });
  return {
    seeded,
    catalog,
    paidIn,
    silent,
    orders,
    manualTransactions: [],
    warehouses,
    account: createAccount(),
    packageIds: new Set(),
    trackingCodes: new Set(),
    tell,
    time: end,
    version: 0,
  };
}
