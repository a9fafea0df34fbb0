import { readFileSync } from 'node:fs';
import { proveOrder } from '@cartograph/core';
import { expect, test } from 'vitest';
import { magento } from '../connector.js';
import { emptyShop } from '../shop.js';

function proofOf(fixture: string) {
  const native = new URL(`../../fixtures/orders/${fixture}/native.json`, import.meta.url);
  const [record] = magento.streams.orders?.records(JSON.parse(readFileSync(native, 'utf8'))) ?? [];
  const [made] = record ? magento.normalize(record, emptyShop) : [];
  return made?.resource === 'orders' ? proveOrder(made.record) : expect.unreachable();
}

test('the documented order is proven to the cent', () => {
  expect(proofOf('documented-sample')).toMatchObject({ result: 'proven', residues: [] });
});

test('an order whose own figures contradict each other is unproven, by as much as they do', () => {
  const { result, residues } = proofOf('rows-that-contradict-the-total');
  expect(result).toBe('unproven');
  // The row says 16 for one mug at 15, and the total does not know of it.
  expect(residues.map(({ name, residue }) => [name, residue])).toEqual([
    ['lines[1].total', '1'],
    ['totals.grand', '-1'],
  ]);
});
