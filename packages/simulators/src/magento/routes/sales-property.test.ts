import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMagentoSimulator } from '../index.js';
import { type Json, readAll, send } from '../testing.js';

const orders = 24;
const number = (record: Json, key: string): number => Number(record[key] ?? 0);
const cents = (amount: number): number => Math.round(amount * 100);

const step = fc.record({
  order: fc.integer({ min: 1, max: orders }),
  action: fc.constantFrom('invoice', 'ship', 'refund', 'cancel', 'hold', 'unhold', 'comments'),
  /** Units of the order's first row; 0 stands for all that there is. */
  units: fc.integer({ min: 0, max: 3 }),
  capture: fc.boolean(),
  shipping: fc.option(fc.integer({ min: 0, max: 12 }), { nil: undefined }),
});

const bodyOf = (
  record: Json,
  { action, units, capture, shipping }: typeof step extends fc.Arbitrary<infer T> ? T : never,
): unknown => {
  const [row] = record.items as Json[];
  const items = units === 0 ? [] : [{ order_item_id: row?.item_id, qty: units }];
  if (action === 'comments') return { statusHistory: { comment: 'Looked at' } };
  if (action === 'invoice') return { items, capture };
  if (action === 'refund')
    return { items, ...(shipping === undefined ? {} : { arguments: { shipping_amount: shipping } }) };
  return action === 'ship' ? { items } : undefined;
};

test('whatever is done in whatever order, nothing is taken twice and the books agree', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60 }), async steps => {
      const simulator = createMagentoSimulator({ orders, seed: 6 });
      const before = await readAll(simulator, 'orders');
      for (const one of steps) {
        const isDocument = ['invoice', 'ship', 'refund'].includes(one.action);
        const path = isDocument ? `V1/order/${one.order}/${one.action}` : `V1/orders/${one.order}/${one.action}`;
        const record = before[one.order - 1] ?? {};
        expect([200, 400]).toContain((await send(simulator, 'POST', path, bodyOf(record, one))).status);
      }
      const invoices = await readAll(simulator, 'invoices');
      const memos = await readAll(simulator, 'creditmemos');
      for (const order of await readAll(simulator, 'orders')) {
        const own = (list: Json[]) => list.filter(({ order_id }) => order_id === order.entity_id);
        const sum = (list: Json[]) => list.reduce((total, record) => total + number(record, 'grand_total'), 0);
        const paid = own(invoices).filter(({ state }) => state === 2);
        expect(cents(number(order, 'total_paid'))).toBe(cents(sum(paid)));
        expect(cents(number(order, 'total_refunded'))).toBe(cents(sum(own(memos))));
        expect(cents(number(order, 'total_refunded'))).toBeLessThanOrEqual(cents(number(order, 'total_paid')));
        for (const row of order.items as Json[]) {
          const [ordered, invoiced] = [number(row, 'qty_ordered'), number(row, 'qty_invoiced')];
          expect(invoiced + number(row, 'qty_canceled')).toBeLessThanOrEqual(ordered);
          expect(number(row, 'qty_refunded')).toBeLessThanOrEqual(invoiced);
          expect(number(row, 'qty_shipped')).toBeLessThanOrEqual(ordered);
        }
        if (order.state === 'closed') expect(number(order, 'total_refunded')).toBeGreaterThan(0);
        if (order.state === 'canceled') expect(own(invoices).filter(({ state }) => state !== 3)).toEqual([]);
      }
    }),
    { numRuns: 12, seed: 20_260_701 },
  );
}, 60_000);
