import { expect, test } from 'vitest';
import { fulfilledUnits, isSettled, orderRows, rowAmount } from './order-rows.js';

const parent = { item_id: 1, product_type: 'bundle', qty_ordered: 3, qty_shipped: 0, row_total: 30, tax_amount: 0 };
const part = { parent_item_id: 1, product_type: 'simple' };

test('a bundle priced by its parts has the amounts of its parts, whichever of them it repeats', () => {
  const [row] = orderRows([
    { ...part, item_id: 2, qty_ordered: 3, row_total: 12, tax_amount: '1.20' },
    parent,
    { ...part, item_id: 3, qty_ordered: 6, row_total: 18, tax_amount: 1.8 },
  ]);
  expect(row && [rowAmount(row, 'row_total'), rowAmount(row, 'tax_amount')]).toEqual(['30', '3']);
});

test('a price on the child of a configurable row is a copy', () => {
  const rows = orderRows([
    { ...parent, product_type: 'configurable' },
    { ...part, item_id: 2, qty_ordered: 3, row_total: 30 },
  ]);
  expect(rows.map(row => rowAmount(row, 'row_total'))).toEqual(['30']);
});

test('a bundle that is shipped in parts is out when all parts of it are, those that need no shipping left out', () => {
  const [row] = orderRows([
    parent,
    { ...part, item_id: 2, qty_ordered: 3, qty_shipped: 3, row_total: 12 },
    { ...part, item_id: 3, qty_ordered: 6, qty_shipped: 4, row_total: 18 },
    { ...part, item_id: 4, qty_ordered: 3, qty_shipped: 0, is_virtual: 1, row_total: 0 },
  ]);
  expect(row && fulfilledUnits(row)).toBe('2');
  expect(row && isSettled(row)).toBe(false);
});

test('what needs no shipping is handed over with its invoice', () => {
  const [row] = orderRows([{ item_id: 1, product_type: 'virtual', is_virtual: '1', qty_ordered: 2, qty_invoiced: 2 }]);
  expect(row && isSettled(row)).toBe(true);
});
