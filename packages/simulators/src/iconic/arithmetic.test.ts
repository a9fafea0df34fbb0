import { beforeAll, expect, test } from 'vitest';
import { createIconicSimulator } from './simulator.js';
import { cents, connect, type ItemJson, type OrderJson } from './testing.js';

let orders: OrderJson[] = [];

beforeAll(async () => {
  const client = await connect(createIconicSimulator({ orders: 2000 }));
  orders = await client.all<OrderJson>('/v2/orders?includeVoucherDetails=1');
});

const sum = (order: OrderJson, amount: (item: ItemJson) => number) =>
  order.items.reduce((total, item) => total + amount(item), 0);
const installment = (item: ItemJson) => cents(item.extraAttributes?.installment_fee ?? 0);

test('the paid price of every unit is its price less its vouchers or promotion', () => {
  for (const order of orders) {
    for (const item of order.items) {
      const discount = cents(item.unitPrice) - cents(item.paidPrice);
      const vouchers = item.vouchers.reduce((total, voucher) => total + cents(voucher.amount), 0);
      expect(discount).toBeGreaterThanOrEqual(0);
      if (item.discountAmount !== undefined) expect(cents(item.discountAmount)).toBe(discount);
      if (order.voucher.code) expect(vouchers).toBe(discount);
      else expect(item.vouchers).toEqual([]);
    }
  }
});

test('the tax of every unit is the GST within its paid price, to the nearest cent', () => {
  for (const item of orders.flatMap(order => order.items)) {
    const percent = Number(item.taxPercent);
    expect([0, 10, 15]).toContain(percent);
    // Twice the distance from the exact quotient, in units of 1 / (100 + percent) cents.
    const distance = Math.abs(cents(item.taxAmount) * (100 + percent) - cents(item.paidPrice) * percent) * 2;
    expect(distance).toBeLessThanOrEqual(100 + percent);
  }
});

test('the totals of every order are those of all its units with their fees', () => {
  for (const order of orders) {
    const fees = sum(order, item => cents(item.shippingFee) + installment(item));
    const shippingVouchers = sum(order, item => cents(item.shippingVoucherAmount));
    expect(cents(order.unitPriceSumWithFees)).toBe(sum(order, item => cents(item.unitPrice)) + fees);
    if (order.grandTotal !== undefined) {
      expect(cents(order.grandTotal)).toBe(sum(order, item => cents(item.paidPrice)) + fees - shippingVouchers);
    }
  }
});

test('credits never exceed what was paid, and a shipping voucher never the fee', () => {
  for (const item of orders.flatMap(order => order.items)) {
    expect(cents(item.storeCredits) + cents(item.walletCredits)).toBeLessThanOrEqual(cents(item.paidPrice));
    expect(cents(item.shippingVoucherAmount)).toBeLessThanOrEqual(cents(item.shippingFee));
  }
});

test('the status list counts the units', () => {
  for (const order of orders) {
    const counts: Record<string, number> = {};
    for (const { status } of order.items) counts[status] = (counts[status] ?? 0) + 1;
    expect(order.statusList).toEqual(counts);
  }
});

test('the shop has every case that a reader must get right', () => {
  const items = orders.flatMap(order => order.items);
  const some = (count: number, what: string) => expect(count, what).toBeGreaterThan(1);
  for (const status of ['payment_pending', 'pending', 'shipped', 'canceled', 'returned', 'failed', 'return_rejected']) {
    some(items.filter(item => item.status === status).length, status);
  }
  some(items.filter(item => item.status === 'shipment_information_pending').length, 'undocumented status');
  some(orders.filter(order => order.currency === 'NZD').length, 'second currency');
  some(orders.filter(order => order.items.length > 50).length, 'more than fifty units');
  some(
    orders.filter(order => new Set(order.items.map(item => item.status)).size > 1).length,
    'partly canceled or returned',
  );
  some(items.filter(item => cents(item.paidPrice) === 0).length, 'free unit');
  some(items.filter(item => cents(item.taxPercent) === 0).length, 'GST-free');
  some(items.filter(item => cents(item.storeCredits) > 0).length, 'store credit');
  some(items.filter(item => cents(item.walletCredits) > 0).length, 'wallet');
  some(items.filter(item => cents(item.shippingVoucherAmount) > 0).length, 'shipping voucher');
  some(items.filter(item => installment(item) > 0).length, 'installment fee');
  some(items.filter(item => typeof item.unitPrice === 'string').length, 'amounts as text');
  some(items.filter(item => item.product.sellerSku?.startsWith('OLD-')).length, 'removed product');
  some(items.filter(item => item.product.sellerSku === null).length, 'no seller SKU');
  some(orders.filter(order => order.grandTotal === undefined).length, 'no grand total');
  some(orders.filter(order => order.customer.firstName === null).length, 'anonymized');
  some(orders.filter(order => order.address.shipping.email === '#####').length, 'masked e-mail');
  some(orders.filter(order => order.address.shipping.email === '').length, 'blank e-mail');
  some(items.filter(item => item.lastStatusChangedAt.startsWith('-0001')).length, 'zero date');
});

test('nothing is changed before it is made or after the history ends', () => {
  const end = Date.parse('2026-06-30T23:59:00Z');
  for (const order of orders) {
    expect(Date.parse(order.createdAt)).toBeGreaterThanOrEqual(Date.parse('2025-07-01T00:00:00Z'));
    for (const { updatedAt } of order.items) {
      if (updatedAt === null) continue;
      expect(Date.parse(updatedAt)).toBeGreaterThanOrEqual(Date.parse(order.createdAt));
      expect(Date.parse(updatedAt)).toBeLessThanOrEqual(Date.parse(order.updatedAt));
    }
    expect(Date.parse(order.updatedAt)).toBeLessThanOrEqual(end);
  }
});
