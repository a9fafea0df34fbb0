import { expect, test } from 'vitest';
import type { Order } from '../model/order.js';
import type { Payment } from '../model/payment.js';
import { provePayment } from './payment.js';

const order = { id: 'o1', currency: 'AUD' } as Order;
const payment = { id: 'p1', orderId: 'o1', currency: 'AUD', amount: '10' } as Payment;

test('a payment in the currency of its order is proven', () => {
  expect(provePayment(payment, order)).toMatchObject({ result: 'proven', residues: [] });
});

test('a payment in another currency, or of no order, is a residue of its whole amount', () => {
  expect(provePayment({ ...payment, currency: 'USD' }, order)).toMatchObject({
    result: 'unproven',
    residues: [{ name: 'currency', stated: '10', computed: '0', residue: '10' }],
  });
  expect(provePayment(payment, null).residues).toMatchObject([{ name: 'orderId', residue: '10' }]);
});

test.each(['authorized', 'pending'] as const)('while an order is %s, no more is promised than is due', status => {
  const waiting = { ...order, paymentStatus: status, totals: { due: '10' } } as Order;
  const promised = (amount: string) => provePayment({ ...payment, status, amount }, waiting);
  expect(promised('10').result).toBe('proven');
  expect(promised('10.01').residues).toMatchObject([{ name: 'amount', stated: '10.01', computed: '10' }]);
  expect(provePayment({ ...payment, status, amount: '11' }, { ...waiting, paymentStatus: 'paid' }).residues).toEqual(
    [],
  );
});
