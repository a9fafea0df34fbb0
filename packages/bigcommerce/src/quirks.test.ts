import { createVirtualClock } from '@cartograph/conformance';
import { bigcommerceProfiles, createBigCommerceSimulator } from '@cartograph/simulators';
import { quirkRules } from '@cartograph/sync/testing';
import { test } from 'vitest';
import { bigcommerce } from './connector.js';

quirkRules(test, {
  connector: bigcommerce,
  settings: { includeIncomplete: true },
  profiles: bigcommerceProfiles,
  clock: () => createVirtualClock(new Date('2026-07-01T00:00:00Z')),
  createShop: options => createBigCommerceSimulator({ orders: 60, products: 30, ...options }),
  expected: ({ orders, products }) => ({ orders, products }),
});
