import { createVirtualClock } from '@cartograph/conformance';
import { bigcommerceProfiles, createBigCommerceSimulator } from '@cartograph/simulators';
import { quirkRules } from '@cartograph/sync/testing';
import { test } from 'vitest';
import { bigcommerce } from './connector.js';

/**
 * Of these a shop has more to tell than that nothing is lost: `hard-shops.test.ts`. An order whose new refund cannot be served
 * stays as it was, and read anew it is not there at all.
 */
const ownTests = [
  'last-page-repeated',
  'silent-children',
  'poisoned-record',
  'edits-while-paging',
  'same-second-cluster',
  'shared-quota',
];

quirkRules(test, {
  connector: bigcommerce,
  settings: { includeIncomplete: true },
  profiles: bigcommerceProfiles.filter(({ name }) => !ownTests.includes(name)),
  clock: () => createVirtualClock(new Date('2026-07-01T00:00:00Z')),
  createShop: options => createBigCommerceSimulator({ orders: 60, products: 60, ...options }),
  expected: ({ orders, products, customers, categories }) => ({
    orders,
    products,
    customers,
    productCategories: categories,
  }),
});
