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
  profiles: magentoProfiles,
  // What changes while it is read comes with the next run.
  alone: ['edits-while-paging'],
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

quirkRules((name, body) => !elsewhere.some(profile => name.endsWith(` ${profile}`)) && test(name, body), subject);
