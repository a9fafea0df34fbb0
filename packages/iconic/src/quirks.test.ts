import { createVirtualClock } from '@cartograph/conformance';
import { createIconicSimulator, iconicProfiles } from '@cartograph/simulators';
import { quirkRules } from '@cartograph/sync/testing';
import { test } from 'vitest';
import { iconic } from './connector.js';

const without = (ids: readonly string[] = [], left: readonly string[] = []) => ids.filter(id => !left.includes(id));

quirkRules(test, {
  connector: iconic,
  // Every set is read again in every run: an hour lies between them.
  settings: { rereadHours: 0.5 },
  profiles: iconicProfiles,
  clock: () => createVirtualClock(new Date('2026-07-01T00:00:00Z')),
  createShop: options => createIconicSimulator({ orders: 110, productSets: 80, ...options }),
  expected: ({ orders, productSets, statements, transactions, paidStatements, ...unserved }) => ({
    orders: without(orders, unserved.unservedOrders),
    products: without(productSets, unserved.unservedProductSets),
    payouts: statements,
    transactions: [...(transactions ?? []), ...(paidStatements ?? []).map(id => `statement-${id}`)],
  }),
});
