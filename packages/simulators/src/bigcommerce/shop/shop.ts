import { type Catalog, createCatalog } from './catalog.js';
import { type Clock, createClock } from './clock.js';
import type { CurrencyName } from './currencies.js';
import { type CustomerBook, createCustomerBook } from './customer-book.js';
import { createNews, type News } from './news.js';
import { createOrderBook, type OrderBook } from './order-book.js';

export interface Shop {
  readonly seed: number;
  readonly storeHash: string;
  readonly clock: Clock;
  readonly catalog: Catalog;
  readonly orders: OrderBook;
  readonly customers: CustomerBook;
  readonly news: News;
  /** Whether children change without moving the modified time of what they belong to. */
  readonly silent: boolean;
}

interface ShopOptions {
  readonly seed: number;
  readonly orders: number;
  readonly products: number;
  readonly storeHash: string;
  readonly elapsedMs: () => number;
  readonly paidIn: CurrencyName | null;
  readonly silent: boolean;
}

export function createShop(options: ShopOptions): Shop {
  const { seed, orders: count, products, storeHash, elapsedMs, paidIn, silent } = options;
  const news = createNews();
  const catalog = createCatalog(seed, products);
  const orders = createOrderBook({ seed, catalog, paidIn }, count, silent, news);
  return {
    seed,
    storeHash,
    clock: createClock(elapsedMs),
    catalog,
    orders,
    customers: createCustomerBook(seed, orders.entries),
    news,
    silent,
  };
}
