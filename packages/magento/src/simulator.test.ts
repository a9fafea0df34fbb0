import { createVirtualClock, unprovenRecords } from '@cartograph/conformance';
import { everything, type Host, type ModelRecord, silentLogger } from '@cartograph/core';
import { createMagentoSimulator } from '@cartograph/simulators';
import { describe, expect, test } from 'vitest';
import { magento } from './index.js';

const shopSize = 400;

async function readAll(seed: number) {
  const clock = createVirtualClock(new Date('2026-07-01T00:00:00Z'));
  const simulator = createMagentoSimulator({ seed, orders: shopSize, elapsedMs: clock.elapsedMs });
  const host: Host = {
    fetch: (input, init) => simulator.fetch(new Request(input, init)),
    now: clock.now,
    sleep: clock.sleep,
    logger: silentLogger,
  };
  const session = magento.open(magento.config.parse(simulator.config('https://shop.example')), host);
  const shop = magento.shop.parse(await session.check());
  const natives = new Map<string, string[]>();
  const records: ModelRecord[] = [];
  for (const stream of Object.keys(magento.streams)) {
    const ids: string[] = [];
    for await (const page of session.read(stream, everything)) {
      for (const native of page.records) {
        ids.push(native.id);
        records.push(...magento.normalize(native, shop));
      }
    }
    natives.set(stream, ids);
  }
  return { simulator, natives, records };
}

function recordsOf<Name extends ModelRecord['resource']>(records: readonly ModelRecord[], name: Name) {
  return records.flatMap(made =>
    made.resource === name ? [made.record as Extract<ModelRecord, { resource: Name }>['record']] : [],
  );
}

const sorted = (ids: Iterable<string>): string[] => [...ids].sort();

describe.each([1, 2])('the whole shop of seed %i', seed => {
  const reading = readAll(seed);

  test('is read with nothing lost and nothing twice', async () => {
    const { simulator, natives, records } = await reading;
    const truth = simulator.truth();
    expect(sorted(natives.get('orders') ?? [])).toEqual(sorted(truth.orders ?? []));
    expect(sorted(natives.get('creditmemos') ?? [])).toEqual(sorted(truth.creditmemos ?? []));
    expect(sorted(natives.get('customers') ?? [])).toEqual(sorted(truth.customers ?? []));
    const products = recordsOf(records, 'products');
    const ids = new Set(products.flatMap(product => [product.id, ...product.variants.map(variant => variant.id)]));
    expect(sorted(ids)).toEqual(sorted(truth.products ?? []));
    expect(new Set(natives.get('products')).size).toBe(products.length);
    expect(new Set(records.map(({ resource, record }) => `${resource} ${record.id}`)).size).toBe(records.length);
  });

  test('adds up, order by order, with its payments and refunds', async () => {
    const { records } = await reading;
    expect(unprovenRecords(records)).toEqual([]);
  });
});
