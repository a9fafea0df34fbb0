import type { ModelRecord } from '@cartograph/core';
import { createMemoryStorage } from '@cartograph/storage';
import { expect, test } from 'vitest';
import { reconcile } from './reconcile.js';
import { literalConnection } from './testing/literal.js';
import { simpleOrder, simplePayment, simpleRefund } from './testing/order.js';
import { simplePayout, simpleTransaction } from './testing/payout.js';

async function storageWith(records: readonly ModelRecord[]) {
  const storage = createMemoryStorage();
  await storage.saveConnection(literalConnection);
  await storage.commit({
    connectionId: 'shop',
    platform: 'literal',
    stream: 'orders',
    runId: 'r',
    mapperVersion: 1,
    at: '2026-01-01T00:00:00Z',
    natives: [{ native: { stream: 'orders', id: '1', modifiedAt: null, body: {} }, records }],
    setAside: [],
    checkpoint: { mark: null, window: null },
  });
  return storage;
}

test('orders and payments are tallied by currency', async () => {
  const rounding = { reason: 'rounding', amount: '0.01', tax: '0', note: null } as const;
  const storage = await storageWith([
    { resource: 'orders', record: simpleOrder('1', 'NZD', '10') },
    { resource: 'payments', record: simplePayment('p1', '1', 'NZD', '10') },
    { resource: 'orders', record: simpleOrder('2', 'AUD', '20') },
    { resource: 'payments', record: simplePayment('p2', '2', 'AUD', '20') },
    {
      resource: 'orders',
      record: simpleOrder('3', 'AUD', '29.99', {
        adjustments: [rounding],
        totals: { ...simpleOrder('3', 'AUD', '30').totals },
      }),
    },
    { resource: 'payments', record: simplePayment('p3', '3', 'AUD', '30') },
  ]);
  const { tallies, unproven } = await reconcile(storage, literalConnection);
  expect(unproven).toEqual([]);
  const none = { unproven: 0, unprovenAmount: '0' };
  const exact = { ...none, explained: 0, explainedAmount: '0' };
  expect(tallies).toEqual([
    {
      ...none,
      resource: 'orders',
      currency: 'AUD',
      count: 2,
      proven: 1,
      explained: 1,
      amount: '50',
      explainedAmount: '0.01',
    },
    { ...exact, resource: 'payments', currency: 'AUD', count: 2, proven: 2, amount: '50' },
    { ...exact, resource: 'orders', currency: 'NZD', count: 1, proven: 1, amount: '10' },
    { ...exact, resource: 'payments', currency: 'NZD', count: 1, proven: 1, amount: '10' },
  ]);
});

test('what does not add up is named with its amount, refunds included', async () => {
  const storage = await storageWith([
    { resource: 'orders', record: simpleOrder('1', 'AUD', '10') },
    { resource: 'payments', record: simplePayment('p1', '1', 'AUD', '9') },
    { resource: 'refunds', record: simpleRefund('r1', '1', '5', '4.5') },
  ]);
  const { tallies, unproven } = await reconcile(storage, literalConnection);
  expect(tallies).toMatchObject([
    { resource: 'orders', unproven: 1, unprovenAmount: '1' },
    { resource: 'refunds', unproven: 1, unprovenAmount: '0.5' },
    { resource: 'payments', proven: 1, unproven: 0 },
  ]);
  expect(unproven).toMatchObject([
    { resource: 'orders', id: '1', residues: [{ name: 'totals.paid', stated: '10', computed: '9', residue: '1' }] },
    { resource: 'refunds', id: 'r1', residues: [{ name: 'amount', residue: '0.5' }] },
  ]);
});

test('payouts are held against the transactions that they settle, wherever they stand', async () => {
  const storage = await storageWith([
    { resource: 'payouts', record: simplePayout('s1', 'AUD', '80') },
    {
      resource: 'payouts',
      record: simplePayout('s2', 'AUD', '45', [{ reason: 'withheld', amount: '-5', note: null }]),
    },
    { resource: 'payouts', record: simplePayout('s3', 'AUD', '7') },
    { resource: 'payouts', record: simplePayout('s4', 'NZD', '10') },
    { resource: 'transactions', record: simpleTransaction('t1', 's1', 'AUD', '100') },
    { resource: 'transactions', record: simpleTransaction('t2', 's2', 'AUD', '50') },
    { resource: 'transactions', record: simpleTransaction('t3', 's1', 'AUD', '-20') },
    { resource: 'transactions', record: simpleTransaction('t4', null, 'AUD', '3') },
    { resource: 'transactions', record: simpleTransaction('t5', 's4', 'NZD', '10') },
    { resource: 'transactions', record: simpleTransaction('t6', 's4', 'USD', '1') },
  ]);
  const { tallies, unproven } = await reconcile(storage, literalConnection);
  expect(tallies).toMatchObject([
    {
      resource: 'payouts',
      currency: 'AUD',
      count: 3,
      proven: 1,
      explained: 1,
      unproven: 1,
      amount: '132',
      explainedAmount: '-5',
      unprovenAmount: '7',
    },
    { resource: 'payouts', currency: 'NZD', count: 1, unproven: 1, unprovenAmount: '0' },
  ]);
  expect(unproven).toMatchObject([
    { resource: 'payouts', id: 's3', residues: [{ name: 'amount', residue: '7' }] },
    { resource: 'payouts', id: 's4', residues: [{ name: 'transactions', residue: '1', unit: 'USD' }] },
  ]);
});

test('payments and refunds of an order that was never read are named, and counted with the others', async () => {
  const storage = await storageWith([
    { resource: 'orders', record: simpleOrder('1', 'AUD', '10') },
    { resource: 'payments', record: simplePayment('p1', '1', 'AUD', '10') },
    { resource: 'payments', record: simplePayment('p2', 'gone', 'AUD', '9') },
    { resource: 'refunds', record: simpleRefund('r1', 'gone', '4', '4') },
  ]);
  const { tallies, unproven } = await reconcile(storage, literalConnection);
  expect(tallies).toMatchObject([
    { resource: 'orders', proven: 1 },
    { resource: 'refunds', count: 1, unproven: 1, unprovenAmount: '4' },
    { resource: 'payments', count: 2, proven: 1, unproven: 1, unprovenAmount: '9' },
  ]);
  expect(unproven).toMatchObject([
    { resource: 'payments', id: 'p2', residues: [{ name: 'orderId' }] },
    { resource: 'refunds', id: 'r1', residues: [{ name: 'orderId' }] },
  ]);
});

test('a refund of an order that was deleted since is held against the order as it was', async () => {
  const storage = await storageWith([{ resource: 'refunds', record: simpleRefund('r1', '1', '4', '4') }]);
  const page = {
    connectionId: 'shop',
    platform: 'literal',
    stream: 'orders',
    mapperVersion: 1,
    setAside: [],
    checkpoint: { mark: null, window: null },
  };
  const native = { stream: 'orders', id: '2', modifiedAt: null, body: {} };
  const record = simpleOrder('1', 'AUD', '10');
  const full = { native, records: [{ resource: 'orders', record } as const] };
  const empty = { native: { ...native, body: { isGone: true } }, records: [] };
  await storage.commit({ ...page, runId: 'b', at: '2026-01-02T00:00:00Z', natives: [full] });
  await storage.commit({ ...page, runId: 'c', at: '2026-01-03T00:00:00Z', natives: [empty] });
  const { tallies, unproven } = await reconcile(storage, literalConnection);
  expect(tallies).toMatchObject([{ resource: 'refunds', count: 1, proven: 1 }]);
  expect(unproven).toEqual([]);
});

test('what a gateway gave back is held against the refund that it names', async () => {
  const backOf = (amount: string): ModelRecord => ({
    resource: 'transactions',
    record: { ...simpleTransaction('t1', null, 'AUD', amount), type: 'refund', source: { type: 'refund', id: 'r1' } },
  });
  const reconciled = async (amount: string) => {
    const order = simpleOrder('1', 'AUD', '10');
    const refund = { ...simpleRefund('r1', '1', '5', '5'), method: 'gateway' as const };
    const storage = await storageWith([
      { resource: 'orders', record: order },
      { resource: 'payments', record: simplePayment('p1', '1', 'AUD', '10') },
      { resource: 'refunds', record: refund },
      backOf(amount),
    ]);
    return (await reconcile(storage, literalConnection)).unproven;
  };
  expect(await reconciled('-5')).toEqual([]);
  expect(await reconciled('-5.01')).toMatchObject([
    { resource: 'refunds', id: 'r1', residues: [{ name: 'transactions', stated: '5.01', residue: '0.01' }] },
  ]);
});
