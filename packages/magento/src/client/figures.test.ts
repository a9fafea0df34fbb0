import { subtract, sum } from '@cartograph/core';
import { expect, test } from 'vitest';
import { groupBy } from '../mapping/group-by.js';
import { openClient } from '../testing/client.js';
import { collect } from './among.js';
import { itemFigures, orderFigures } from './figures.js';

test('an order half of which went back is worth the rest', () => {
  const order = {
    order_currency_code: 'USD',
    grand_total: 82.25,
    total_paid: 82.25,
    total_refunded: 29.699999999999999,
    subtotal: 75,
    subtotal_refunded: 30,
    tax_amount: 6.75,
    tax_refunded: '2.7000',
    shipping_amount: 8,
    discount_amount: -7.5,
    discount_refunded: -3,
    total_due: 0,
  };
  expect(orderFigures(order)).toEqual({
    currency: 'USD',
    grand: '82.25',
    canceled: '0',
    refunded: '29.7',
    net: '52.55',
    paid: '82.25',
    outstanding: '0',
    invoiced: '0',
    netSubtotal: '45',
    netTax: '4.05',
    netShipping: '8',
    netDiscount: '4.5',
  });
});

test('a canceled order owes nothing, though the shop still says it does', () => {
  const { net, outstanding } = orderFigures({ grand_total: 10, total_due: 10, total_canceled: 10 });
  expect([net, outstanding]).toEqual(['0', '0']);
});

test('a row tells what is left of its quantity and its money', () => {
  const row = {
    qty_ordered: 4,
    qty_refunded: 1,
    qty_canceled: 1,
    row_total: 60,
    discount_amount: 6,
    tax_amount: 5.4,
    amount_refunded: 15,
    discount_refunded: 1.5,
    tax_refunded: 1.35,
  };
  expect(itemFigures(row)).toMatchObject({
    net: '2',
    total: '59.4',
    refundedTotal: '14.85',
    canceledTotal: '14.85',
    netTotal: '29.7',
  });
});

test('figures of every order of a shop add up with its credit memos', async () => {
  const { client } = openClient({ orders: 200 });
  const orders = await collect(client.orders.iterate());
  const memos = groupBy(await client.orders.creditMemos(orders), ({ order_id }) => String(order_id));
  for (const order of orders) {
    const { grand, canceled, refunded, net, paid, outstanding } = orderFigures(order);
    expect(net).toBe(subtract(subtract(grand, canceled), refunded));
    const given = (memos.get(String(order.entity_id)) ?? []).map(
      ({ grand_total }) => orderFigures({ grand_total }).grand,
    );
    expect([order.entity_id, refunded]).toEqual([order.entity_id, sum(given)]);
    if (order.state === 'canceled')
      expect([order.entity_id, sum([paid, canceled]), outstanding]).toEqual([order.entity_id, grand, '0']);
  }
});
