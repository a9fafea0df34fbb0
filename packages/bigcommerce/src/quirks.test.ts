import { createVirtualClock } from '@cartograph/conformance';
import { bigcommerceProfiles, createBigCommerceSimulator } from '@cartograph/simulators';
import { type QuirkSubject, quirkRules } from '@cartograph/sync/testing';
import { test } from 'vitest';
import type { BigCommerceConfig } from './config.js';
import { bigcommerce } from './connector.js';

/** Of these there is more to tell than that nothing is lost: `hard-shops.test.ts`. */
const elsewhere = [
  'last-page-repeated',
  'silent-children',
  'poisoned-record',
  'edits-while-paging',
  'same-second-cluster',
  'shared-quota',
];

const subject: QuirkSubject<BigCommerceConfig> = {
  connector: bigcommerce,
  settings: { includeIncomplete: true },
  profiles: bigcommerceProfiles,
  // What changes while it is read comes with the next run.
  alone: ['edits-while-paging'],
  // What moves no modified time is read anew once a day.
  betweenMs: 25 * 60 * 60_000,
  clock: () => createVirtualClock(new Date('2026-07-01T00:00:00Z')),
  createShop: options => createBigCommerceSimulator({ orders: 60, products: 60, ...options }),
  expected: ({ orders, products, customers, categories }) => ({
    orders,
    products,
    customers,
    productCategories: categories,
  }),
};

quirkRules((name, body) => !elsewhere.some(profile => name.endsWith(` ${profile}`)) && test(name, body), subject);
