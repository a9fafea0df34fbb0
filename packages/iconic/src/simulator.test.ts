import { createVirtualClock, unprovenRecords } from '@cartograph/conformance';
import {
  everything,
  type ModelRecord,
  type NativeRecord,
  type ResourceName,
  type Resources,
  silentLogger,
} from '@cartograph/core';
import { createIconicSimulator, type IconicSimulatorOptions } from '@cartograph/simulators';
import { describe, expect, test } from 'vitest';
import { iconic } from './connector.js';

const orderCount = 400;

function openShop(options: IconicSimulatorOptions) {
  const clock = createVirtualClock(new Date('2026-07-01T00:00:00Z'));
  const simulator = createIconicSimulator({ ...options, orders: orderCount, elapsedMs: clock.elapsedMs });
  const session = iconic.open(iconic.config.parse(simulator.config('http://shop.test')), {
    fetch: (input, init) => simulator.fetch(new Request(input, init)),
    now: clock.now,
    sleep: clock.sleep,
    logger: silentLogger,
  });
  const read = async (stream: string): Promise<NativeRecord[]> => {
    const records: NativeRecord[] = [];
    for await (const page of session.read(stream, everything)) records.push(...page.records);
    return records;
  };
  return { simulator, session, read };
}

const sorted = (ids: Iterable<string> = []): string[] => [...ids].toSorted();

/** What the store holds after a reading: a record that several native ones make is one. */
function stored(made: readonly ModelRecord[]) {
  const records = new Map<string, ModelRecord>();
  for (const one of made) {
    const key = `${one.resource} ${one.record.id}`;
    const known = records.get(key);
    if (known?.resource !== 'customers') expect(one, key).toEqual(known ?? one);
    records.set(key, one);
  }
  const of = <Name extends ResourceName>(name: Name) =>
    [...records.values()].filter(one => one.resource === name).map(one => one.record) as unknown as Resources[Name][];
  return { of, ids: (name: ResourceName) => sorted(of(name).map(({ id }) => id)) };
}

describe.each<IconicSimulatorOptions>([{ seed: 1 }, { seed: 2, olderPaging: true }])(
  'the whole shop of %j',
  options => {
    test('arrives as it is, nothing is set aside, and all money adds up', async () => {
      const { simulator, session, read } = openShop(options);
      const shop = iconic.shop.parse(await session.check());
      const truth = simulator.truth();
      const made: ModelRecord[] = [];
      for (const stream of Object.keys(iconic.streams)) {
        for (const native of await read(stream)) made.push(...iconic.normalize(native, shop));
      }
      const { of, ids } = stored(made);
      expect(ids('companyInfo')).toEqual(sorted(truth.sellers));
      expect(ids('orders')).toEqual(sorted(truth.orders));
      expect(sorted(of('orders').flatMap(order => order.lines.map(({ id }) => id)))).toEqual(sorted(truth.orderItems));
      expect(sorted(of('fulfillments').map(({ tracking }) => tracking[0]?.number ?? ''))).toEqual(
        sorted(truth.trackingCodes),
      );
      expect(ids('taxComponents')).toEqual(sorted(truth.taxRates));
      expect(ids('products')).toEqual(sorted(truth.productSets));
      expect(sorted(of('products').flatMap(product => product.variants.map(({ id }) => id)))).toEqual(
        sorted(truth.products),
      );
      expect(ids('productCategories')).toEqual(sorted(truth.categories));
      expect(ids('paymentMethods')).toEqual(sorted(truth.paymentMethods));
      expect(truth.consignedProducts?.length).toBeGreaterThan(0);
      expect(ids('locations')).toEqual(sorted([...(truth.warehouses ?? []), 'venture']));
      expect(ids('payouts')).toEqual(sorted(truth.statements));
      expect(ids('transactions')).toEqual(
        sorted([...(truth.transactions ?? []), ...(truth.paidStatements ?? []).map(id => `statement-${id}`)]),
      );
      expect(unprovenRecords(made)).toEqual([]);
      expect(simulator.counts.limited).toBe(0);
    });

    test('holds no reference that leads nowhere', async () => {
      const { session, read } = openShop(options);
      const shop = iconic.shop.parse(await session.check());
      const made: ModelRecord[] = [];
      for (const stream of Object.keys(iconic.streams)) {
        for (const native of await read(stream)) made.push(...iconic.normalize(native, shop));
      }
      const { of, ids } = stored(made);
      const missing = (name: ResourceName, wanted: readonly (string | null)[]) => {
        const known = new Set(ids(name));
        return wanted.filter(id => id !== null && !known.has(id));
      };
      const transactions = of('transactions');
      const sources = (type: string) => transactions.map(({ source }) => (source?.type === type ? source.id : null));
      expect(missing('orders', sources('order'))).toEqual([]);
      expect(missing('payouts', [...sources('payout'), ...transactions.map(({ payoutId }) => payoutId)])).toEqual([]);
      expect(
        missing(
          'paymentMethods',
          of('payments').map(({ methodId }) => methodId),
        ),
      ).toEqual([]);
      expect(
        missing(
          'locations',
          of('fulfillments').map(({ locationId }) => locationId),
        ),
      ).toEqual([]);
      const stock = of('products').flatMap(({ variants }) => variants.flatMap(({ inventory }) => inventory.locations));
      expect(
        missing(
          'locations',
          stock.map(({ locationId }) => locationId),
        ),
      ).toEqual([]);
      const taxes = of('orders').flatMap(({ lines }) => lines.flatMap(line => line.taxes));
      expect(
        missing(
          'taxComponents',
          taxes.map(({ componentId }) => componentId),
        ),
      ).toEqual([]);
      expect(
        missing(
          'productCategories',
          of('products').flatMap(({ categoryIds }) => categoryIds),
        ),
      ).toEqual([]);
      expect(
        missing(
          'productCategories',
          of('productCategories').flatMap(one => one.ancestors.map(({ id }) => id)),
        ),
      ).toEqual([]);
      expect(transactions.filter(({ source }) => source?.type === 'order').length).toBeGreaterThan(orderCount);
      expect(new Set(transactions.map(({ type }) => type))).toEqual(
        new Set(['payment', 'refund', 'paymentFee', 'paymentFeeRefund', 'payout', 'unknown']),
      );
    });
  },
);
