import { readFixtures } from '@cartograph/conformance';
import { type ModelRecord, type Payment, proveOrder, type Refund } from '@cartograph/core';
import { expect, test } from 'vitest';
import { bigcommerce } from '../connector.js';

const fixtures = readFixtures(bigcommerce, new URL('../../fixtures/', import.meta.url));

function fixture(name: string) {
  const found = fixtures.find(candidate => candidate.name === `orders/${name}`);
  if (!found) throw new RangeError(`there is no fixture ${name}`);
  return found;
}

/** What a fixture becomes with some parts of its body changed. */
function normalized(
  name: string,
  change: (body: Record<string, unknown>, order: Record<string, unknown>) => object = body => body,
) {
  const { native, shop } = fixture(name);
  const body = structuredClone(native.body) as Record<string, unknown>;
  const changed = change(body, body.order as Record<string, unknown>);
  const made = bigcommerce.normalize({ ...native, body: changed }, bigcommerce.shop.parse(shop));
  const of = (resource: ModelRecord['resource']) =>
    made.flatMap(entry => (entry.resource === resource ? [entry.record] : []));
  const [order] = made.flatMap(entry => (entry.resource === 'orders' ? [entry.record] : []));
  if (!order) throw new RangeError('no order came of it');
  return { order, payments: of('payments') as Payment[], refunds: of('refunds') as Refund[] };
}

const withOrder = (fields: object) => (body: Record<string, unknown>, order: Record<string, unknown>) => ({
  ...body,
  order: { ...order, ...fields },
});

const without = (part: string) => (body: Record<string, unknown>) => ({ ...body, [part]: null });

/** Figures of the platform's documentation that contradict each other, and by how much. */
const contradictions: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  // The total knows nothing of the fees, nor the tax of theirs; its discounts are taken off with tax where prices have none.
  'contradictory-fees-of-an-example': { 'totals.grand': '-24.3', 'totals.tax': '-8.7607' },
  // The order tells of eleven units, its two lines of five.
  'contradictory-lines-of-an-example': { 'totals.grand': '15.74', 'totals.tax': '1.2' },
  // The subtotal is taxed, the total is not.
  'contradictory-tax-of-an-example': { 'totals.tax': '-25.63' },
};

const orderNames = fixtures.filter(({ stream }) => stream === 'orders').map(({ name }) => name.replace('orders/', ''));

test.each(orderNames.filter(name => !(name in contradictions)))('%s adds up', name => {
  const { order, payments, refunds } = normalized(name);
  expect(proveOrder(order, { payments, refunds }).residues).toEqual([]);
});

test.each(Object.entries(contradictions))(
  '%s stays unproven, by as much as it contradicts itself',
  (name, residues) => {
    const { order, payments, refunds } = normalized(name);
    const proof = proveOrder(order, { payments, refunds });
    expect(proof.result).toBe('unproven');
    expect(Object.fromEntries(proof.residues.map(({ name: equation, residue }) => [equation, residue]))).toEqual(
      residues,
    );
  },
);

test('a total that an API client has overridden is not explained away', () => {
  const { order, payments } = normalized('written-by-api', withOrder({ total_inc_tax: '75' }));
  expect(proveOrder(order, { payments })).toMatchObject({ result: 'unproven', explanations: [] });
});

test('a discount that outweighs no tax is named in the proof', () => {
  const { order, payments } = normalized('discount-below-rounding');
  expect(proveOrder(order, { payments }).result).toBe('explained');
});

test('orders without all their lines are refused', () => {
  expect(() => normalized('more-lines-than-included', without('products'))).toThrow('products: the lines of the order');
  expect(() => normalized('paid', withOrder({ consignments: [] }))).toThrow('products: the lines of the order');
});

test('two discounted lines with tax included need the tax rows', () => {
  expect(() => normalized('discounted-with-tax-included', without('taxes'))).toThrow('taxes: are needed');
});

test('refunds that could not be read are unknown, not none', () => {
  const { order, refunds } = normalized('fully-refunded', without('refunds'));
  expect(refunds).toEqual([]);
  expect(order.totals).toMatchObject({ refunded: null, net: null });
});

test('without transactions an order has one derived payment for what credit does not cover', () => {
  const { order, payments } = normalized('gift-certificate-and-store-credit', without('transactions'));
  expect(payments.map(({ id, amount, type, derived }) => [id, amount, type, derived])).toEqual([
    ['1017:storeCredit', '15', 'storeCredit', true],
    ['1017:giftCertificate', '25', 'prepaid', true],
    ['1017:payment', '70', 'onlineCard', true],
  ]);
  expect(proveOrder(order, { payments }).result).toBe('proven');
});

test('a payment that the header calls paid and no transaction shows is derived beside those that are shown', () => {
  const { payments } = normalized('gift-certificate-and-store-credit', body => ({
    ...body,
    transactions: (body.transactions as { method: string }[]).filter(({ method }) => method !== 'credit_card'),
  }));
  expect(payments.map(({ id, amount, status }) => [id, amount, status])).toEqual([
    ['7019', '25', 'paid'],
    ['7020', '15', 'paid'],
    ['1017:payment', '70', 'paid'],
  ]);
});

test('an order paid in test mode has no payment, and does not claim to be paid', () => {
  const { order, payments } = normalized('paid', body => ({
    ...body,
    transactions: (body.transactions as object[]).map(row => ({ ...row, test: true })),
  }));
  expect(payments).toEqual([]);
  expect(order.totals.paid).toBeNull();
});

test('a checkout that was not finished has taken no credit', () => {
  const { order, payments } = normalized('covered-by-store-credit', withOrder({ status_id: 0, status: 'Incomplete' }));
  expect(payments).toEqual([]);
  expect([order.paymentStatus, order.totals.paid]).toEqual(['unpaid', null]);
});

test('a refund outranks a payment status that has not followed', () => {
  const captured = withOrder({ payment_status: 'captured' });
  expect(normalized('partly-refunded', captured).order.paymentStatus).toBe('partiallyRefunded');
  expect(normalized('fully-refunded', captured).order.paymentStatus).toBe('refunded');
});

test('an amount that is none names its path and value', () => {
  expect(() => normalized('paid', withOrder({ total_tax: 'N/A' }))).toThrow('totals.tax: "N/A" is not a decimal');
});

test.each([
  ['', 11, 'pending'],
  ['', 7, 'unpaid'],
  ['', 10, 'paid'],
  ['', 5, 'voided'],
  ['capture pending', 11, 'authorized'],
  ['held for review', 12, 'pending'],
  ['something new', 11, 'unknown'],
])('payment_status "%s" with status %s is %s', (payment_status, status_id, expected) => {
  expect(normalized('written-by-api', withOrder({ payment_status, status_id })).order.paymentStatus).toBe(expected);
});

test.each([
  [2, 3, 'completed', 'fulfilled'],
  [3, 1, 'open', 'partial'],
  [4, 0, 'completed', 'unfulfilled'],
  [5, 0, 'canceled', 'unfulfilled'],
  [9, 0, 'open', 'unfulfilled'],
  [10, 0, 'completed', 'fulfilled'],
  [12, 0, 'onHold', 'unfulfilled'],
  [13, 2, 'onHold', 'partial'],
  [14, 3, 'completed', 'fulfilled'],
  [14, 1, 'open', 'partial'],
  [99, 0, 'unknown', 'unfulfilled'],
])('status %s with %s of 3 units shipped is %s and %s', (status_id, items_shipped, status, fulfillment) => {
  const { order } = normalized('partly-refunded', withOrder({ status_id, items_shipped }));
  expect([order.status, order.fulfillmentStatus]).toEqual([status, fulfillment]);
});

test('what the header says was refunded is trusted nowhere', () => {
  for (const name of ['paid', 'partly-refunded', 'fully-refunded']) {
    const plain = normalized(name);
    const claimed = normalized(name, (body, order) => ({ ...body, order: { ...order, refunded_amount: '7.0000' } }));
    expect(claimed).toEqual(plain);
  }
});

test.each(['with tax on top', 'with tax included'])('an order of ten thousand lines %s is normalized whole', side => {
  const count = 10_000;
  const inclusive = side === 'with tax included';
  const { order, refunds } = normalized('more-lines-than-included', (body, header) => {
    const [first] = body.products as Record<string, unknown>[];
    const discounts = [
      { id: 'coupon', amount: inclusive ? '1.1000' : '1.0000', name: 'Ten', code: 'TEN', target: 'order' },
    ];
    const products = Array.from({ length: count }, (_, index) => ({
      ...first,
      id: index + 1,
      quantity: 1,
      price_ex_tax: '10.0000',
      total_ex_tax: '10.0000',
      total_inc_tax: '11.0000',
      total_tax: '1.0000',
      applied_discounts: discounts,
      discounted_total_inc_tax: '9.9000',
    }));
    const taxes = products.map(({ id }) => ({
      name: 'GST',
      rate: '10.0000',
      line_amount: '0.9000',
      order_product_id: String(id),
      line_item_type: 'item',
    }));
    const consignments = { shipping: [{ line_items: [{ __warning__: { message: 'fifty' } }] }] };
    const totals = {
      subtotal_ex_tax: '100000.0000',
      subtotal_inc_tax: '110000.0000',
      subtotal_tax: '9000.0000',
      total_inc_tax: '99000.0000',
      total_tax: '9000.0000',
      coupon_discount: inclusive ? '11000.0000' : '10000.0000',
      discount_amount: '0.0000',
      is_tax_inclusive_pricing: inclusive,
      shipping_cost_ex_tax: '0',
      shipping_cost_inc_tax: '0',
      shipping_cost_tax: '0',
    };
    return { order: { ...header, ...totals, consignments }, products, taxes, transactions: [], refunds: [] };
  });
  expect(order.lines).toHaveLength(count);
  expect(order.lines.every(({ tax, taxes }) => tax === '0.9' && taxes.length === 1)).toBe(true);
  expect(proveOrder(order, { refunds }).result).toBe('proven');
});
