import fc from 'fast-check';
import { expect, test } from 'vitest';
import { add } from '../decimal.js';
import type { Order } from '../model/order.js';
import { orderSchema } from '../model/order.js';
import type { Payment } from '../model/payment.js';
import type { Refund } from '../model/refund.js';
import { proveOrder } from './order.js';

/** Two shirts at 20 less 5, with 10 % tax; shipping at 10 less 2, with 10 % tax; 8.80 came back. */
const order: Order = orderSchema.parse({
  id: '1',
  createdAt: null,
  sourceModifiedAt: null,
  derived: false,
  number: '1',
  placedAt: null,
  closedAt: null,
  status: 'completed',
  paymentStatus: 'partiallyRefunded',
  fulfillmentStatus: 'fulfilled',
  statusRaw: null,
  paymentStatusRaw: null,
  channel: null,
  customer: { id: null, guest: true, name: null, email: null, phone: null },
  billingAddress: null,
  shippingAddresses: [],
  currency: 'AUD',
  taxInclusive: false,
  lines: [
    {
      id: '1',
      productId: null,
      variantId: null,
      sku: null,
      name: 'Shirt',
      status: null,
      statusRaw: null,
      quantity: '2',
      quantityFulfilled: null,
      quantityCanceled: null,
      quantityRefunded: null,
      unitPrice: '20',
      discount: '5',
      discounts: [{ id: null, name: 'Coupon', code: 'FIVE', amount: '5' }],
      tax: '3.5',
      taxes: [{ componentId: null, name: 'GST', rate: '10', amount: '3.5' }],
      total: '38.5',
      isGiftCard: false,
      requiresShipping: true,
    },
  ],
  charges: [
    {
      id: null,
      type: 'shipping',
      name: 'Post',
      net: '8',
      discount: '2',
      discounts: [{ id: null, name: 'Post', code: null, amount: '2' }],
      tax: '0.8',
      taxes: [{ componentId: null, name: 'GST', rate: '10', amount: '0.8' }],
      total: '8.8',
    },
  ],
  adjustments: [],
  totals: {
    grand: '47.3',
    tax: '4.3',
    discount: '7',
    gratuity: '0',
    refunded: '8.8',
    net: '38.5',
    paid: '47.3',
    due: '0',
    platformTotal: '47.3',
  },
  shopCurrency: null,
  exchangeRate: null,
  shopTotals: null,
  note: null,
});

const payments = [
  { amount: '47.3', currency: 'AUD', status: 'paid' },
  { amount: '47.3', currency: 'AUD', status: 'failed' },
] as Payment[];
const shipping = [{ type: 'shipping', amount: '8.8' }];
const refunds = [
  { amount: '8.8', currency: 'AUD', status: 'completed', lines: [], charges: shipping, adjustment: '0' },
  { amount: '1', currency: 'AUD', status: 'failed', lines: [], charges: [], adjustment: '0' },
] as unknown as Refund[];

test('an order whose parts add up is proven', () => {
  expect(proveOrder(order, { payments, refunds })).toMatchObject({ result: 'proven', residues: [], explanations: [] });
});

/** Every amount of an order, by its path. */
function amountPaths(value: unknown, path: readonly (string | number)[] = []): (string | number)[][] {
  if (typeof value === 'string')
    return /^-?\d+(\.\d+)?$/.test(value) &&
      !['id', 'number', 'quantity', 'rate', 'platformTotal'].includes(String(path.at(-1)))
      ? [[...path]]
      : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    amountPaths(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

function changed(value: unknown, [head, ...rest]: readonly (string | number)[]): unknown {
  if (head === undefined) return add(String(value), '0.01');
  const inner = changed((value as Record<string | number, unknown>)[head], rest);
  return Array.isArray(value) ? value.with(Number(head), inner) : { ...(value as object), [head]: inner };
}

test.each(amountPaths(order).map(path => [path.join('.'), path] as const))(
  'a cent more in %s is noticed',
  (_name, path) => {
    const proof = proveOrder(changed(order, path) as Order, { payments, refunds });
    expect(proof.result).toBe('unproven');
    expect(proof.residues.length).toBeGreaterThan(0);
  },
);

test('a payment or refund that is missing is noticed', () => {
  expect(proveOrder(order, { payments: [] }).residues).toMatchObject([{ name: 'totals.paid', residue: '47.3' }]);
  expect(proveOrder(order, { refunds: [] }).residues).toMatchObject([{ name: 'totals.refunded', residue: '8.8' }]);
});

test('what is not given or not stated is not held against an order', () => {
  const silent = { ...order, totals: { ...order.totals, refunded: null, net: null, paid: null, due: null } };
  expect(proveOrder(silent, { payments: [], refunds: [] }).result).toBe('proven');
  expect(proveOrder(order).result).toBe('proven');
});

test('a named adjustment explains, an unexplained one does not', () => {
  const adjusted = (reason: 'rounding' | 'unexplained'): Order => ({
    ...order,
    adjustments: [{ reason, amount: '0.02', tax: '0', note: null }],
    totals: { ...order.totals, grand: '47.32', due: '0.02', net: '38.52' },
  });
  expect(proveOrder(adjusted('rounding'))).toMatchObject({ result: 'explained', residues: [] });
  expect(proveOrder(adjusted('unexplained'))).toMatchObject({ result: 'unproven', residues: [{ residue: '0.02' }] });
});

test('a rounded unit price is forgiven up to half of the smallest unit a piece, and no more', () => {
  const rounded = (quantity: string, unitPrice: string): Order => {
    const [line] = order.lines;
    return { ...order, lines: line ? [{ ...line, quantity, unitPrice }] : [] };
  };
  expect(proveOrder(rounded('3', '13.33')).result).toBe('proven');
  expect(proveOrder(rounded('3', '13.32')).result).toBe('unproven');
});

test('the smallest unit is that of the currency', () => {
  const [line] = order.lines;
  const yen = { ...order, currency: 'JPY', lines: line ? [{ ...line, quantity: '3', unitPrice: '13' }] : [] };
  expect(proveOrder(yen).result).toBe('proven');
});

test('an order of any parts whose totals are their sums is proven', () => {
  const cents = fc.integer({ min: 0, max: 10 ** 7 });
  const text = (amount: number) => add('0', (amount / 100).toFixed(2));
  fc.assert(
    fc.property(fc.array(fc.tuple(cents, cents), { maxLength: 30 }), parts => {
      const charges = parts.map(([net, tax]) => ({
        id: null,
        type: 'other' as const,
        name: null,
        net: text(net),
        discount: '0',
        discounts: [],
        tax: text(tax),
        taxes: [],
        total: text(net + tax),
      }));
      const grand = text(parts.reduce((total, [net, tax]) => total + net + tax, 0));
      const tax = text(parts.reduce((total, [, part]) => total + part, 0));
      const totals = { ...order.totals, grand, tax, discount: '0', refunded: null, net: null, paid: null, due: null };
      expect(proveOrder({ ...order, lines: [], charges, totals }).result).toBe('proven');
    }),
  );
});
