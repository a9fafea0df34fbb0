import { createVirtualClock } from '@cartograph/conformance';
import { createMagentoSimulator, magentoProfiles } from '@cartograph/simulators';
import { type QuirkSubject, quirkRules } from '@cartograph/sync/testing';
import { test } from 'vitest';
import type { MagentoConfig } from './config.js';
import { magento } from './connector.js';

/** Of these there is more to tell than that nothing is lost: `hard-shops.test.ts`. */
const elsewhere = ['last-page-repeated', 'localized-messages', 'edits-while-paging'];

const subject: QuirkSubject<MagentoConfig> = {
  connector: magento,
  settings: { pageSize: 25 },
  profiles: magentoProfiles.filter(({ name }) => !elsewhere.includes(name)),
  // A record is narrowed down with little patience: that something else goes wrong with every request is left to later runs.
  alone: ['poisoned-record'],
  clock: () => createVirtualClock(new Date('2026-07-01T00:00:00Z')),
  createShop: options => createMagentoSimulator({ orders: 60, ...options }),
  expected: ({ orders, creditmemos, shipments, movements, customers }) => ({
    orders,
    refunds: creditmemos,
    fulfillments: shipments,
    transactions: movements,
    customers,
  }),
};

quirkRules(test, subject);

const inTheShop = [
  'poisoned-record',
  'last-page-repeated',
  'null-items',
  'input-limits',
  'capped-page-size',
  'wrong-counts',
  'unsorted-ties',
  'same-second-cluster',
  'silent-children',
  'daylight-saving',
  'numbers-as-text',
  'child-priced',
  'localized-messages',
];

quirkRules((name, body) => name.endsWith('together') && test('keeps up with a shop where all of it is odd', body), {
  ...subject,
  profiles: inTheShop.map(name => ({ name })),
  alone: [],
});
