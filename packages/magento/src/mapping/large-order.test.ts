import { proveOrder } from '@cartograph/core';
import { expect, test } from 'vitest';
import { magento } from '../connector.js';
import { emptyShop } from '../shop.js';

const lines = 10_000;
const taxed = (amount: number) => [{ code: 'AU-*-*-GST', title: 'GST', percent: 10, amount }];

/** Each row is one configurable product with its variant: 19.95 and a tenth of tax. */
const large = {
  entity_id: 1,
  increment_id: '000000001',
  state: 'processing',
  order_currency_code: 'AUD',
  tax_amount: 20_000,
  grand_total: 219_500,
  items: Array.from({ length: lines }, (_, index) => index * 2 + 1).flatMap(id => [
    { item_id: id, product_type: 'configurable', qty_ordered: 1, price: 19.95, row_total: 19.95, tax_amount: 2 },
    { item_id: id + 1, parent_item_id: id, product_type: 'simple', qty_ordered: 1, row_total: 0 },
  ]),
  extension_attributes: {
    item_applied_taxes: Array.from({ length: lines }, (_, index) => ({
      type: 'product',
      item_id: index * 2 + 1,
      applied_taxes: taxed(2),
    })),
  },
};

test('an order of ten thousand lines is read whole, each line with its own tax, and adds up', () => {
  const [native] = magento.streams.orders?.records(large) ?? [];
  const [made] = native ? magento.normalize(native, emptyShop) : [];
  const order = made?.resource === 'orders' ? made.record : expect.unreachable();
  expect(order.lines).toHaveLength(lines);
  expect(new Set(order.lines.map(({ taxes }) => taxes.map(({ amount }) => amount).join()))).toEqual(new Set(['2']));
  expect(proveOrder(order).residues).toEqual([]);
});
