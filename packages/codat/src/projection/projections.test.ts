import {
  absolute,
  compare,
  multiply,
  type Storage,
  type StoredRecord,
  subtract,
  sum,
  toDecimal,
} from '@cartograph/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { commerceSchemas } from '../schemas/commerce.js';
import { all, platforms, syncedShop } from '../testing/shops.js';
import { toCodatOrder } from './order.js';
import { type Beside, projectedResources, projections } from './projections.js';

const group = <Item extends { readonly orderId: string }>(items: readonly Item[]) => {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(item.orderId, [...(groups.get(item.orderId) ?? []), item]);
  return (orderId: string) => groups.get(orderId) ?? [];
};

/** A line is rounded to the smallest unit of its currency once more than its order. */
const lineTolerance = '0.01';

const decimal = (amount: number) => toDecimal(amount.toFixed(6));
const total = (amounts: readonly number[]) => sum(amounts.map(decimal));

describe.each(platforms)('what Codat’s clients get of %s', platform => {
  let storage: Storage;
  let orders: readonly StoredRecord<'orders'>[];
  let besideOf: (orderId: string) => Beside;

  beforeAll(async () => {
    storage = await syncedShop(platform);
    orders = await all(storage, 'orders');
    const [payments, refunds] = [group(await all(storage, 'payments')), group(await all(storage, 'refunds'))];
    const categories = new Map((await all(storage, 'productCategories')).map(({ id, name }) => [id, name ?? id]));
    besideOf = orderId => ({ payments: payments(orderId), refunds: refunds(orderId), categories });
  });

  test.each(projectedResources)('%s fit the strict shapes', async resource => {
    const { path, project } = projections[resource];
    for (const record of await all(storage, resource)) {
      const wire: unknown = JSON.parse(JSON.stringify(project(record as never, besideOf(record.id))));
      expect(commerceSchemas[path].parse(wire)).toEqual(wire);
    }
  });

  test('the totals of an order are the sums of its parts', () => {
    for (const order of orders) {
      const wire = toCodatOrder(order, besideOf(order.id));
      const [lines, charges] = [wire.orderLineItems, wire.serviceCharges];
      const parts = [...lines.map(line => line.totalAmount), ...charges.map(charge => charge.totalAmount)];
      const taxes = [...lines.map(line => line.totalTaxAmount), ...charges.map(charge => charge.taxAmount)];
      const discounts = lines.flatMap(line => line.discountAllocations.map(({ totalAmount }) => totalAmount));
      expect({
        id: wire.id,
        total: decimal(wire.totalAmount),
        tax: decimal(wire.totalTaxAmount),
        discount: decimal(wire.totalDiscount),
      }).toEqual({ id: order.id, total: total(parts), tax: total(taxes), discount: total(discounts) });
    }
  });

  test('a line is its quantity at its unit price, less discount, with tax', () => {
    for (const order of orders) {
      for (const line of toCodatOrder(order, besideOf(order.id)).orderLineItems) {
        const discount = total(line.discountAllocations.map(({ totalAmount }) => totalAmount));
        const net = subtract(multiply(decimal(line.quantity), decimal(line.unitPrice)), discount);
        const off = absolute(subtract(decimal(line.totalAmount), sum([net, decimal(line.totalTaxAmount)])));
        expect(compare(off, lineTolerance), `${order.id} ${line.id} is off by ${off}`).toBeLessThanOrEqual(0);
      }
    }
  });

  test('an order is net of its refunds, and its ids are its own', () => {
    expect(orders.some(({ id }) => besideOf(id).refunds.length > 0)).toBe(true);
    for (const order of orders) {
      const wire = toCodatOrder(order, besideOf(order.id));
      const sold = subtract(order.totals.grand, order.totals.gratuity);
      expect(decimal(wire.totalAmount - wire.totalRefund)).toBe(sold);
      if (order.totals.refunded !== null) expect(decimal(-wire.totalRefund)).toBe(order.totals.refunded);
      const ids = wire.orderLineItems.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
});
