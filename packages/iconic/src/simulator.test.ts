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

const recordsOf = <Name extends ResourceName>(made: readonly ModelRecord[], name: Name) =>
  made.filter(one => one.resource === name).map(one => one.record) as unknown as readonly Resources[Name][];

const idsOf = (records: readonly { readonly id: string }[]): string[] => records.map(({ id }) => id).toSorted();

describe.each<IconicSimulatorOptions>([{ seed: 1 }, { seed: 2, olderPaging: true }])(
  'the whole shop of %j',
  options => {
    test('arrives once, nothing is set aside, and every order adds up', async () => {
      const { simulator, session, read } = openShop(options);
      const shop = iconic.shop.parse(await session.check());
      const truth = simulator.truth();
      const natives = {
        company: await read('company'),
        orders: await read('orders'),
        products: await read('products'),
      };
      expect(idsOf(natives.company)).toEqual([...(truth.sellers ?? [])].toSorted());
      expect(idsOf(natives.orders)).toEqual([...(truth.orders ?? [])].toSorted());
      expect(idsOf(natives.products)).toEqual([...(truth.productSets ?? [])].toSorted());

      const made = Object.values(natives).flatMap(records => records.flatMap(record => iconic.normalize(record, shop)));
      const orders = recordsOf(made, 'orders');
      const payments = recordsOf(made, 'payments');
      const refunds = recordsOf(made, 'refunds');
      for (const rows of [orders, payments, refunds]) expect(new Set(idsOf(rows)).size).toBe(rows.length);
      expect(orders.flatMap(order => order.lines.map(({ id }) => id)).toSorted()).toEqual(
        [...(truth.orderItems ?? [])].toSorted(),
      );
      expect(unprovenRecords(made)).toEqual([]);
      expect(simulator.counts.limited).toBe(0);
    });
  },
);
