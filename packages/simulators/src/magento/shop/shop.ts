import { type Clock, createClock } from '../clock.js';
import { createLedger, type Ledger } from '../sales/ledger.js';
import { type Catalog, createCatalog } from './catalog.js';
import { type Customer, createCustomer, customersBefore } from './customers.js';
import type { Product } from './product.js';
import { createSourceItems, type SourceItem } from './stock.js';
import type { Charging } from './stores.js';
import { createTables, type Tables } from './tables.js';

/** The shop behind the API, as it stands now. */
export interface Shop {
  readonly seed: number;
  /** Orders in the history. */
  readonly orders: number;
  readonly clock: Clock;
  readonly paidIn: Charging | null;
  /** As it always was: what past orders were priced by. */
  readonly catalog: Catalog;
  readonly ledger: Ledger;
  /** Products on sale or disabled, edits included; not the deleted ones. */
  readonly products: Product[];
  readonly customers: Customer[];
  /** The number of the next customer; those of deleted ones are not given again. */
  newCustomerId(): number;
  readonly sourceItems: SourceItem[];
  readonly tables: Tables;
  /** Rises with every change of any record. */
  readonly version: () => number;
  /** Called after products, customers or stock changed. */
  touch(): void;
}

/** Customers who registered and have not bought. */
const lookers = 12;

export function createShop(seed: number, orders: number, elapsedMs: () => number, paidIn: Charging | null): Shop {
  const catalog = createCatalog(seed);
  const customers = Array.from({ length: customersBefore(orders) + lookers }, (_, index) =>
    createCustomer(seed, index, orders),
  );
  const registered = [...customers];
  const ledger = createLedger(seed, orders, catalog, id => registered[id - 1], paidIn);
  let touched = 0;
  let customerId = customers.length;
  return {
    seed,
    orders,
    clock: createClock(elapsedMs),
    paidIn,
    catalog,
    ledger,
    products: catalog.products.filter(product => !product.isDeleted),
    customers,
    newCustomerId: () => ++customerId,
    sourceItems: createSourceItems(seed, catalog),
    tables: createTables(),
    version: () => ledger.version() + touched,
    touch: () => {
      touched += 1;
    },
  };
}
