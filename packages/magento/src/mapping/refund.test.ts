import { proveRefund } from '@cartograph/core';
import { expect, test } from 'vitest';
import type { NativeCreditMemo } from '../native/credit-memo.js';
import { toRefund } from './refund.js';

const memo: NativeCreditMemo = {
  entity_id: 1,
  order_id: 2,
  state: 2,
  order_currency_code: 'EUR',
  grand_total: 100,
  discount_amount: -10,
  tax_amount: 10,
  items: [{ order_item_id: 5, qty: 1, row_total: 100, discount_amount: 10, tax_amount: 10 }],
};
const residues = (changed: NativeCreditMemo) =>
  proveRefund(toRefund({ creditmemo: changed, parents: {} }, undefined)).checks.map(({ residue }) => residue);

test('where no shipping is refunded a changed discount of a row is noticed', () => {
  expect(residues(memo)).toEqual(['0']);
  expect(residues({ ...memo, items: [{ ...memo.items?.[0], discount_amount: 9.99 }] })).toEqual(['-0.01']);
});

test('a state that Magento does not have is unknown', () => {
  const refund = toRefund({ creditmemo: { ...memo, state: 8 }, parents: {} }, undefined);
  expect(refund).toMatchObject({ status: 'unknown', statusRaw: '8' });
});

test('a row of which nothing was refunded is none of its lines', () => {
  const items = [...(memo.items ?? []), { order_item_id: 6, qty: 0, row_total: 0 }];
  expect(toRefund({ creditmemo: { ...memo, items }, parents: {} }, undefined).lines).toHaveLength(1);
});
