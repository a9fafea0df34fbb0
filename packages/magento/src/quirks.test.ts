import { createVirtualClock } from '@cartograph/conformance';
import { createMagentoSimulator, magentoProfiles } from '@cartograph/simulators';
import { quirkRules } from '@cartograph/sync/testing';
import { test } from 'vitest';
import { magento } from './connector.js';

/** Those that a reader who never asks for what they spoil does not meet, and that which leaves the shop no rest. */
const elsewhere = ['last-page-repeated', 'localized-messages', 'edits-while-paging'];

quirkRules(test, {
  connector: magento,
  settings: { pageSize: 25 },
  profiles: magentoProfiles.filter(({ name }) => !elsewhere.includes(name)),
  clock: () => createVirtualClock(new Date('2026-07-01T00:00:00Z')),
  createShop: options => createMagentoSimulator({ orders: 60, ...options }),
  expected: ({ orders, creditmemos, shipments, movements, customers }) => ({
    orders,
    refunds: creditmemos,
    fulfillments: shipments,
    transactions: movements,
    customers,
  }),
});
