import type { Order, OrderTotals } from '@cartograph/core';
import { createMemoryStorage } from '@cartograph/storage';
import { expect, test } from 'vitest';
import { revenueByMonth } from './revenue.js';

type Sale = Pick<Order, 'placedAt' | 'currency'> & Partial<Pick<Order, 'status' | 'lines'>> & Partial<OrderTotals>;

const orderOf = (id: number, { placedAt, currency, status = 'completed', lines = [], ...totals }: Sale): Order => ({
  id: `${id}`,
  createdAt: placedAt,
  sourceModifiedAt: null,
  derived: false,
  number: `${id}`,
  placedAt,
  closedAt: null,
  status,
  paymentStatus: 'paid',
  fulfillmentStatus: 'fulfilled',
  statusRaw: null,
  paymentStatusRaw: null,
  channel: null,
  customer: { id: null, guest: true, name: null, email: null, phone: null },
  billingAddress: null,
  shippingAddresses: [],
  currency,
  taxInclusive: null,
  lines,
  charges: [],
  adjustments: [],
  totals: {
    grand: '0',
    tax: '0',
    discount: '0',
    gratuity: '0',
    refunded: null,
    net: null,
    paid: null,
    due: null,
    platformTotal: '0',
    ...totals,
  },
  shopCurrency: null,
  exchangeRate: null,
  shopTotals: null,
  note: null,
});

async function revenueOf(...shops: readonly Sale[][]) {
  const storage = createMemoryStorage();
  for (const [number, sales] of shops.entries()) {
    const connection = { id: `shop-${number}`, platform: 'example', settings: '', pausedBecause: null };
    const at = '2026-03-01T00:00:00Z';
    const shop = { name: null, currency: null, timeZone: null };
    await storage.saveConnection({ ...connection, shop, createdAt: at });
    await storage.commit({
      connectionId: connection.id,
      platform: connection.platform,
      stream: 'orders',
      runId: 'run',
      mapperVersion: 1,
      at,
      natives: sales.map((sale, id) => ({
        native: { stream: 'orders', id: `${id}`, modifiedAt: null, body: {} },
        records: [{ resource: 'orders', record: orderOf(id, sale) }],
      })),
      setAside: [],
      checkpoint: { mark: null, window: null },
    });
  }
  return revenueByMonth(storage);
}

const january = '2026-01-31T23:59:59Z';
const february = '2026-02-01T00:00:00Z';

test('revenue is summed over all shops, exactly, by currency and month', async () => {
  const revenue = await revenueOf(
    [
      { placedAt: january, currency: 'NZD', grand: '0.1', refunded: '0', net: '0.1' },
      { placedAt: february, currency: 'AUD', grand: '10', refunded: '2.5', net: '7.5' },
    ],
    [{ placedAt: january, currency: 'NZD', grand: '0.2', refunded: '0.05', net: '0.15' }],
  );
  expect(revenue).toEqual([
    { currency: 'AUD', month: '2026-02', orders: 1, gross: '10', canceled: '0', refunded: '2.5', net: '7.5' },
    { currency: 'NZD', month: '2026-01', orders: 2, gross: '0.3', canceled: '0', refunded: '0.05', net: '0.25' },
  ]);
});

test('what the platform does not say of refunds counts as none', async () => {
  const [row] = await revenueOf([{ placedAt: january, currency: 'AUD', grand: '10' }]);
  expect(row).toMatchObject({ gross: '10', refunded: '0', net: '10' });
});

test('a canceled order, and one that was never placed, is no revenue', async () => {
  const revenue = await revenueOf([
    { placedAt: january, currency: 'AUD', grand: '10', status: 'canceled' },
    { placedAt: null, currency: 'AUD', grand: '10' },
  ]);
  expect(revenue).toEqual([]);
});

test('units that were canceled are no revenue, in the share of their line', async () => {
  const line = {
    id: '1',
    productId: null,
    variantId: null,
    sku: null,
    name: null,
    status: null,
    statusRaw: null,
    quantityFulfilled: null,
    quantityRefunded: null,
    unitPrice: '5',
    discount: '0',
    discounts: [],
    tax: '0',
    taxes: [],
    isGiftCard: false,
    requiresShipping: null,
  };
  const lines = [
    { ...line, quantity: '3', quantityCanceled: '1', total: '10' },
    { ...line, quantity: '1', quantityCanceled: '0', total: '5' },
    { ...line, quantity: '1', quantityCanceled: null, total: '5' },
  ];
  const [row] = await revenueOf([{ placedAt: january, currency: 'AUD', grand: '20', refunded: '5', lines }]);
  expect(row).toMatchObject({ gross: '20', canceled: '3.33', refunded: '5', net: '11.67' });
});
