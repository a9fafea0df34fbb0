import { type ResourceName, resourceNames } from '@cartograph/core';
import { expect, test } from 'vitest';
import { recordTable } from './record-table.js';

const none = Object.fromEntries(resourceNames.map(name => [name, 0])) as Record<ResourceName, number>;

test('what a platform does not provide is said, and is no zero', () => {
  const lines = recordTable([{ name: 'shop', platform: 'magento', records: { ...none, orders: 1200 } }]).split('\n');
  const lineOf = (resource: ResourceName) => lines.find(line => line.startsWith(`${resource} `));
  expect(lineOf('orders')).toMatch(/ 1,200$/);
  expect(lineOf('refunds')).toMatch(/ 0$/);
  expect(lineOf('payouts')).toMatch(/ not provided$/);
});
