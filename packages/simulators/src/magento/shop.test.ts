import { beforeAll, expect, test } from 'vitest';
import { createMagentoSimulator, type MagentoSimulator } from './index.js';
import { ask, type Json, read, readAll } from './testing.js';

let simulator: MagentoSimulator;
let orders: Json[];

beforeAll(async () => {
  simulator = createMagentoSimulator();
  orders = await readAll(simulator, 'orders');
}, 60_000);

const list = (record: Json, key: string): Json[] => (record[key] ?? []) as Json[];
const items = (order: Json): Json[] => list(order, 'items');
const extension = (record: Json): Json => record.extension_attributes as Json;
const some = (fits: (order: Json) => boolean) => expect(orders.filter(fits).length).toBeGreaterThan(0);

test('orders come in every state, with words of the merchant among their statuses', () => {
  expect(new Set(orders.map(order => order.state))).toEqual(
    new Set(['new', 'pending_payment', 'processing', 'complete', 'closed', 'canceled', 'holded', 'payment_review']),
  );
  const statuses = new Set(orders.map(order => order.status));
  for (const status of ['fraud', 'awaiting_stock', 'qc_hold_7', 'collected_vip', 'paypal_reversed'])
    expect(statuses).toContain(status);
});

test('orders come in five currencies, from guests and customers, with and without tax', () => {
  expect(new Set(orders.map(order => order.order_currency_code))).toEqual(new Set(['AUD', 'NZD', 'USD', 'EUR', 'JPY']));
  some(
    order => order.customer_is_guest === 1 && order.customer_id === undefined && order.customer_firstname === undefined,
  );
  some(order => order.customer_is_guest === 0 && typeof order.customer_id === 'number');
  some(order => order.customer_email === '');
  some(order => String(order.customer_email).includes('****@'));
  some(order => order.tax_amount === 0);
  some(order => list(extension(order), 'applied_taxes').length === 2);
});

test('rare things are there: large orders, free orders, gift cards, store credit, wrapping, lost products, fees', () => {
  some(order => items(order).length > 50);
  some(order => order.grand_total === 0 && (order.payment as Json).method === 'free');
  some(order => list(extension(order), 'gift_cards').length > 0);
  some(order => Number(extension(order).customer_balance_amount) > 0);
  some(order => typeof extension(order).gw_price === 'string');
  some(order => items(order).some(item => item.product_id === undefined));
  some(order => items(order).some(item => item.weee_tax_applied !== undefined));
  some(order => items(order).some(item => item.is_qty_decimal === 1 && Number(item.qty_ordered) % 1 === 0.5));
  some(
    order =>
      order.is_virtual === 1 &&
      list(extension(order), 'shipping_assignments').every(({ shipping }) => (shipping as Json).address === undefined),
  );
  some(order => items(order).some(item => item.product_type === 'grouped'));
});

test('a configurable has one child that repeats no price, and goes by its sku', () => {
  const parents = orders.flatMap(order =>
    items(order)
      .filter(item => item.product_type === 'configurable')
      .map(parent => ({ order, parent })),
  );
  expect(parents.length).toBeGreaterThan(100);
  for (const { order, parent } of parents) {
    const [child, ...others] = items(order).filter(item => item.parent_item_id === parent.item_id);
    expect(others).toEqual([]);
    expect(child).toMatchObject({ price: 0, row_total: 0, sku: parent.sku, qty_ordered: parent.qty_ordered });
    expect((child?.parent_item as Json | undefined)?.item_id).toBe(parent.item_id);
    expect(child?.product_id).not.toBe(parent.product_id);
  }
});

test('refunds are full and partial, several to an order, of shipping alone, and with adjustments of both signs', async () => {
  const memos = await readAll(simulator, 'creditmemos');
  expect(new Set(memos.map(memo => memo.order_id)).size).toBeLessThan(memos.length);
  expect(memos.some(memo => Number(memo.adjustment_positive) > 0)).toBe(true);
  expect(memos.some(memo => Number(memo.adjustment_negative) > 0)).toBe(true);
  expect(memos.some(memo => memo.subtotal === 0 && Number(memo.shipping_amount) > 0)).toBe(true);
  expect(memos.some(memo => list(memo, 'items').some(item => item.qty === 0 && item.base_cost === null))).toBe(true);
  some(order => order.state === 'closed' && order.total_refunded === order.total_paid);
  some(order => order.state === 'complete' && Number(order.total_canceled) > 0);
});

test('a canceled order still shows its total as due', () => {
  const canceled = orders.filter(order => order.state === 'canceled');
  expect(canceled.length).toBeGreaterThan(20);
  for (const order of canceled) {
    expect(order.total_due).toBe(order.grand_total);
    expect(order.total_canceled).toBe(order.grand_total);
    expect(order.total_paid).toBeUndefined();
  }
});

test('captures and refunds at a gateway can be joined to their documents; offline methods leave none', async () => {
  const transactions = await readAll(simulator, 'transactions');
  const invoices = await readAll(simulator, 'invoices');
  const methods = new Map(orders.map(order => [order.entity_id, (order.payment as Json).method]));
  const captures = transactions.filter(transaction => transaction.txn_type === 'capture');
  const captured = new Set(invoices.map(invoice => `${invoice.order_id}/${invoice.transaction_id}`));
  expect(captures.every(capture => captured.has(`${capture.order_id}/${capture.txn_id}`))).toBe(true);
  for (const { order_id } of transactions)
    expect(['braintree', 'paypal_express', 'adyen_cc']).toContain(methods.get(order_id));
  const refund = transactions.find(transaction => transaction.txn_type === 'refund');
  const parent = transactions.find(transaction => transaction.transaction_id === refund?.parent_id);
  expect(list(parent ?? {}, 'child_transactions').map(child => child.transaction_id)).toContain(refund?.transaction_id);
});

test('a bundle that is shipped in parts is named by its parts, and they alone count what was shipped', async () => {
  const shipped = (await readAll(simulator, 'shipments')).flatMap(shipment =>
    list(shipment, 'items').map(({ order_item_id: id }) => id),
  );
  const ofBundles = orders
    .flatMap(items)
    .filter(item => (item.parent_item as Json | undefined)?.product_type === 'bundle');
  const parts = ofBundles.filter(item => shipped.includes(item.item_id));
  expect(parts.length).toBeGreaterThan(0);
  for (const part of parts) {
    expect(Number(part.qty_shipped)).toBeGreaterThan(0);
    expect((part.parent_item as Json).qty_shipped).toBe(0);
    expect(shipped).not.toContain(part.parent_item_id);
  }
});

test('even a shop of forty orders has one that PayPal reversed; some reversals are canceled, some refunded by hand', async () => {
  const statuses = (order: Json) => list(order, 'status_histories').map(({ status }) => status);
  const small = await readAll(createMagentoSimulator({ orders: 40 }), 'orders');
  expect(small.filter(order => statuses(order).includes('paypal_reversed')).length).toBeGreaterThan(0);
  some(order => order.status === 'paypal_canceled_reversal');
  some(order => statuses(order).includes('paypal_reversed') && order.total_offline_refunded === order.grand_total);
});

test('the history is the year to mid-2026, in the order of the ids, and nothing is changed before it was made', () => {
  const created = orders.map(order => String(order.created_at));
  expect(created).toEqual([...created].sort());
  expect(created[0] && created[0] >= '2025-07-01 00:00:00').toBe(true);
  expect(orders.every(order => String(order.updated_at) >= String(order.created_at))).toBe(true);
  expect(orders.every(order => String(order.updated_at) <= '2026-06-30 23:59:00')).toBe(true);
  expect(orders.filter(order => order.updated_at === '2026-03-15 02:00:00').length).toBeGreaterThan(20);
});

test('an order is the same however many come after it, but for its dates and documents', async () => {
  const larger = createMagentoSimulator({ orders: 1300 });
  for (const id of [1, 77, 999]) {
    const [here, there] = await Promise.all([simulator, larger].map(shop => read(shop, `/rest/V1/orders/${id}`)));
    for (const key of ['grand_total', 'customer_email', 'status', 'increment_id', 'total_refunded'])
      expect(there?.[key]).toEqual(here?.[key]);
    expect(items(there ?? {}).map(item => item.sku)).toEqual(items(here ?? {}).map(item => item.sku));
  }
});

test('equal seeds make equal shops, other seeds others', async () => {
  const text = async (seed: number) =>
    (await ask(createMagentoSimulator({ orders: 60, seed }), '/rest/V1/orders?searchCriteria=')).text();
  expect(await text(3)).toBe(await text(3));
  expect(await text(3)).not.toBe(await text(4));
});

test('products: about 120 that shoppers see, with variants, bundles, sets, gift cards; deleted ones are gone', async () => {
  const products = await readAll(simulator, 'products');
  expect(products.filter(product => product.visibility === 4).length).toBeGreaterThan(110);
  expect(new Set(products.map(product => product.type_id))).toEqual(
    new Set(['simple', 'virtual', 'downloadable', 'configurable', 'bundle', 'grouped', 'giftcard']),
  );
  const sold = orders.flatMap(items).filter(item => String(item.sku).startsWith('OLD-'));
  expect(sold.length).toBeGreaterThan(0);
  expect(products.some(product => String(product.sku).startsWith('OLD-'))).toBe(false);
  expect(products.every(product => extension(product).stock_item === undefined)).toBe(true);
  const configurable = products.find(product => product.type_id === 'configurable') ?? {};
  const links = extension(configurable).configurable_product_links as number[];
  expect(products.filter(product => links.includes(Number(product.id))).every(child => child.visibility === 1)).toBe(
    true,
  );
  expect(configurable.price).toBe(0);
});

test('ten thousand orders are made in a moment, and paged to their end', async () => {
  const large = createMagentoSimulator({ orders: 10_000 });
  const page = await read<{ items: Json[]; total_count: number }>(
    large,
    '/rest/V1/orders?searchCriteria[pageSize]=2&searchCriteria[currentPage]=5000',
  );
  expect(page.total_count).toBe(10_000);
  expect(page.items.map(order => order.entity_id)).toEqual([9_999, 10_000]);
});
