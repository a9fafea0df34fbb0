import { unprovenRecords } from '@cartograph/conformance';
import type { ModelRecord } from '@cartograph/core';
import { describe, expect, test } from 'vitest';
import type { BigCommerceConfig } from './config.js';
import { bigcommerce } from './connector.js';
import { open } from './testing/open.js';

async function syncAll({ session, read }: ReturnType<typeof open>) {
  const shop = bigcommerce.shop.parse(await session.check());
  const made: ModelRecord[] = [];
  for (const stream of Object.keys(bigcommerce.streams)) {
    for (const native of await read(stream)) made.push(...bigcommerce.normalize(native, shop));
  }
  return made;
}

const sorted = (ids: Iterable<string>) => [...ids].sort();
const ids = (made: readonly ModelRecord[], name: ModelRecord['resource']) =>
  sorted(made.flatMap(({ resource, record }) => (resource === name ? [record.id] : [])));

const shops = [
  { seed: 1, orders: 400 },
  { seed: 7, orders: 400 },
];

describe.each(shops)('a whole shop of seed $seed', options => {
  const reading = (settings: Partial<BigCommerceConfig> = {}) => {
    const opened = open(options, { includeIncomplete: true, ...settings });
    return syncAll(opened).then(made => ({ made, truth: opened.simulator.truth() }));
  };

  test('is stored as it is: every record, and each once', async () => {
    const { made, truth } = await reading();
    expect(ids(made, 'orders')).toEqual(sorted(truth.orders ?? []));
    expect(ids(made, 'customers')).toEqual(sorted(truth.customers ?? []));
    expect(ids(made, 'products')).toEqual(sorted(truth.products ?? []));
    expect(ids(made, 'refunds')).toEqual(sorted(truth.refunds ?? []));
    expect(ids(made, 'productCategories')).toEqual(sorted(truth.categories ?? []));
    expect(ids(made, 'paymentMethods')).toEqual(sorted(truth.paymentMethods ?? []));
    expect(ids(made, 'locations')).toEqual(sorted(truth.locations ?? []));
    expect(ids(made, 'taxComponents')).toEqual(sorted(truth.taxComponents ?? []));
    expect(ids(made, 'transactions')).toEqual(sorted(truth.movements ?? []));
    expect(ids(made, 'fulfillments')).toEqual(sorted(truth.shipments ?? []));
    expect(ids(made, 'disputes')).toEqual(sorted((truth.disputedOrders ?? []).map(order => `${order}:dispute`)));
    const keys = made.map(({ resource, record }) => `${resource} ${record.id}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test.each(['transactions', 'header'] as const)('adds up with payments of its %s', async payments => {
    const { made } = await reading({ payments });
    expect(unprovenRecords(made)).toEqual([]);
  });
});
