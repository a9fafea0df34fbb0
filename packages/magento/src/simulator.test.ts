import { createVirtualClock, unprovenRecords } from '@cartograph/conformance';
import { add, everything, type Host, type ModelRecord, negate, silentLogger, sum } from '@cartograph/core';
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
    for (const stream of ['orders', 'creditmemos', 'shipments', 'transactions', 'customers'])
      expect(sorted(natives.get(stream) ?? []), stream).toEqual(sorted(truth[stream] ?? []));
    const products = recordsOf(records, 'products');
    const ids = new Set(products.flatMap(product => [product.id, ...product.variants.map(variant => variant.id)]));
    expect(sorted(ids)).toEqual(sorted(truth.products ?? []));
    expect(new Set(natives.get('products')).size).toBe(products.length);
    const made = records.filter(({ resource }) => resource !== 'paymentMethods');
    expect(new Set(made.map(({ resource, record }) => `${resource} ${record.id}`)).size).toBe(made.length);
  });

  test('is stored as it is: its categories, taxes, places, parcels, movements, disputes and ways to pay', async () => {
    const { simulator, records } = await reading;
    const truth = simulator.truth();
    const idsOf = (name: ModelRecord['resource']) => sorted(recordsOf(records, name).map(({ id }) => id));
    expect(idsOf('fulfillments')).toEqual(sorted(truth.shipments ?? []));
    expect(idsOf('productCategories')).toEqual(sorted(truth.categories ?? []).filter(id => id !== '1'));
    expect(idsOf('taxComponents')).toEqual(sorted(truth.taxCodes ?? []));
    expect(idsOf('transactions')).toEqual(sorted(truth.movements ?? []));
    expect(idsOf('disputes')).toEqual(sorted((truth.reversedOrders ?? []).map(id => `order-${id}-reversal`)));
    expect(sorted(new Set(idsOf('paymentMethods')))).toEqual(sorted(truth.paymentMethods ?? []));
    expect(idsOf('locations')).toEqual(
      sorted([...(truth.sources ?? []), ...(truth.storeViews ?? []).map(id => `store:${id}`)]),
    );
  });

  test('names nothing that is not there', async () => {
    const { records } = await reading;
    const idsOf = (name: ModelRecord['resource']) => new Set(recordsOf(records, name).map(({ id }) => id));
    const [orders, methods, locations] = [idsOf('orders'), idsOf('paymentMethods'), idsOf('locations')];
    for (const { methodId } of recordsOf(records, 'payments'))
      if (methodId !== null) expect(methods).toContain(methodId);
    for (const { orderId } of recordsOf(records, 'disputes')) expect(orders).toContain(orderId);
    for (const { locationId } of recordsOf(records, 'fulfillments')) expect(locations).toContain(locationId);
    const lines = new Map(
      recordsOf(records, 'orders').map(({ id, lines }) => [id, new Set(lines.map(line => line.id))]),
    );
    for (const { orderId, lines: shipped } of recordsOf(records, 'fulfillments'))
      for (const { lineId } of shipped) expect(lines.get(orderId)).toContain(lineId);
    const components = idsOf('taxComponents');
    for (const { lines: taxed } of recordsOf(records, 'orders'))
      for (const { componentId } of taxed.flatMap(({ taxes }) => taxes)) expect(components).toContain(componentId);
    const [payments, refunds] = [idsOf('payments'), idsOf('refunds')];
    for (const { source } of recordsOf(records, 'transactions'))
      expect(source?.type === 'payment' ? payments : refunds).toContain(source?.id);
    const categories = idsOf('productCategories');
    for (const { categoryIds } of recordsOf(records, 'products'))
      for (const id of categoryIds) expect(categories).toContain(id);
  });

  test('ships what its orders say was shipped, to the unit', async () => {
    const { records } = await reading;
    const shipped = new Map<string, string>();
    for (const { lines } of recordsOf(records, 'fulfillments'))
      for (const { lineId, quantity } of lines) shipped.set(lineId, add(shipped.get(lineId) ?? '0', quantity));
    for (const { id, lines } of recordsOf(records, 'orders'))
      for (const line of lines.filter(({ requiresShipping }) => requiresShipping))
        expect([id, line.id, shipped.get(line.id) ?? '0']).toEqual([id, line.id, line.quantityFulfilled]);
  });

  test('moves at the gateway what was captured and refunded there', async () => {
    const { records } = await reading;
    const moved = new Map<string, string[]>();
    const [payments, refunds] = [recordsOf(records, 'payments'), recordsOf(records, 'refunds')];
    for (const { amount, source } of recordsOf(records, 'transactions')) {
      const about = (source?.type === 'payment' ? payments : refunds).find(({ id }) => id === source?.id);
      moved.set(about?.orderId ?? '', [...(moved.get(about?.orderId ?? '') ?? []), amount ?? 'unknown']);
    }
    expect(moved.size).toBeGreaterThan(100);
    // A refund of what gift cards or store credit paid in part goes back to them in part.
    const withCredit = new Set(payments.filter(({ derived }) => derived).map(({ orderId }) => orderId));
    for (const [orderId, amounts] of [...moved].filter(([orderId]) => !withCredit.has(orderId))) {
      const paid = payments.filter(payment => payment.orderId === orderId && payment.status === 'paid');
      const back = refunds.filter(refund => refund.orderId === orderId && refund.method === 'gateway');
      const expected = [...paid.map(({ amount }) => amount), ...back.map(({ amount }) => negate(amount))];
      expect([orderId, sum(amounts)]).toEqual([orderId, sum(expected)]);
    }
  });

  test('adds up, order by order, with its payments and refunds', async () => {
    const { records } = await reading;
    expect(unprovenRecords(records)).toEqual([]);
  });
});
