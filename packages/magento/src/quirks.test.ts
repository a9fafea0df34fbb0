import { createVirtualClock } from '@cartograph/conformance';
import { createMagentoSimulator, magentoProfiles } from '@cartograph/simulators';
import { quirkRules } from '@cartograph/sync/testing';
import { test } from 'vitest';
import { magento } from './connector.js';

quirkRules(test, {
  connector: magento,
  profiles: magentoProfiles,
  clock: () => createVirtualClock(new Date('2026-07-01T00:00:00Z')),
  createShop: options => createMagentoSimulator({ orders: 60, ...options }),
  expected: ({ orders, creditmemos }) => ({ orders, refunds: creditmemos }),
});
