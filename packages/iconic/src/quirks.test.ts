import { createVirtualClock } from '@cartograph/conformance';
import { createIconicSimulator, iconicProfiles } from '@cartograph/simulators';
import { quirkRules } from '@cartograph/sync/testing';
import { test } from 'vitest';
import { iconic } from './connector.js';

quirkRules(test, {
  connector: iconic,
  profiles: iconicProfiles,
  clock: () => createVirtualClock(new Date('2026-07-01T00:00:00Z')),
  createShop: options => createIconicSimulator({ orders: 60, ...options }),
  expected: ({ orders, productSets, statements }) => ({ orders, products: productSets, payouts: statements }),
});
