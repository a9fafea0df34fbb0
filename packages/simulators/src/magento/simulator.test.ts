import { expect, test } from 'vitest';
import { createMagentoSimulator, type MagentoSimulatorOptions } from './index.js';
import { ask, type Json, type List, origin, read, readAll, where } from './testing.js';

const make = (options: MagentoSimulatorOptions = {}) => createMagentoSimulator({ orders: 120, ...options });

test('routes are reached with and without a store code, behind a base path and behind index.php', async () => {
  const simulator = make({ basePath: '/shop' });
  for (const path of ['/shop/rest/V1', '/shop/rest/default/V1', '/shop/rest/all/V1', '/shop/index.php/rest/us/V1']) {
    expect((await ask(simulator, `${path}/store/websites`)).status).toBe(200);
  }
  for (const path of [
    '/rest/V1/store/websites',
    '/shop/rest/nowhere/V1/store/websites',
    '/shop/rest/V1/Store/websites',
    '/shop/rest/V1/nothing',
  ]) {
    const response = await ask(simulator, path);
    expect([response.status, await response.json()]).toEqual([404, { message: 'Request does not match any route.' }]);
  }
  expect((await ask(simulator, '/shop/rest/V1/orders/1', { method: 'DELETE' })).status).toBe(404);
});

test('a slash in a sku never reaches the shop, but a filter finds it', async () => {
  const simulator = make();
  const response = await ask(simulator, `/rest/V1/products/${encodeURIComponent('MUG/330')}`);
  expect([response.status, response.headers.get('content-type')]).toEqual([404, 'text/html; charset=UTF-8']);
  expect((await read<List>(simulator, `/rest/all/V1/products?${where(['sku', 'eq', 'mug/330'])}`)).total_count).toBe(1);
  expect((await ask(simulator, '/rest/V1/products/%E0%A4')).status).toBe(400);
});

test('what is not there is a 404 with Magento’s words', async () => {
  const simulator = make();
  const body = async (path: string) => {
    const response = await ask(simulator, path);
    expect(response.status).toBe(404);
    return (await response.json()) as Json;
  };
  expect(await body('/rest/V1/orders/999999')).toEqual({
    message: "The entity that was requested doesn't exist. Verify the entity and try again.",
  });
  expect(await body('/rest/V1/orders/abc/statuses')).toMatchObject({ message: expect.stringContaining('entity') });
  expect(await body('/rest/V1/customers/999999')).toMatchObject({
    parameters: { fieldName: 'customerId', fieldValue: '999999' },
  });
  expect(await body('/rest/V1/products/nope')).toMatchObject({ message: expect.stringContaining('product') });
  expect(await body('/rest/V1/stockItems/nope')).toMatchObject({ parameters: { fieldName: 'sku' } });
});

test('every collection can be read to the ids that the truth names', async () => {
  const simulator = make();
  const truth = simulator.truth();
  const sources: Record<string, readonly [path: string, id: string]> = {
    orders: ['orders', 'entity_id'],
    invoices: ['invoices', 'entity_id'],
    creditmemos: ['creditmemos', 'entity_id'],
    shipments: ['shipments', 'entity_id'],
    transactions: ['transactions', 'transaction_id'],
    customers: ['customers/search', 'id'],
    customerGroups: ['customerGroups/search', 'id'],
    products: ['products', 'id'],
    categories: ['categories/list', 'id'],
    sources: ['inventory/sources', 'source_code'],
    stocks: ['inventory/stocks', 'stock_id'],
    taxRates: ['taxRates/search', 'id'],
    taxRules: ['taxRules/search', 'id'],
    taxClasses: ['taxClasses/search', 'class_id'],
  };
  for (const [name, [path, id]] of Object.entries(sources)) {
    expect((await readAll(simulator, path)).map(record => String(record[id]))).toEqual(truth[name]);
  }
  expect(await readAll(simulator, 'inventory/source-items')).toHaveLength(truth.sourceItems?.length ?? 0);
  expect(await readAll(simulator, 'inventory/stock-source-links')).toHaveLength(truth.stockSourceLinks?.length ?? 0);
});

test('reference data of stores, taxes and modules is served bare', async () => {
  const simulator = make();
  const bare = (path: string) => read<Json[]>(simulator, `/rest/V1/${path}`);
  expect((await bare('store/websites')).map(site => site.code)).toEqual(['admin', 'base', 'world']);
  expect((await bare('store/storeGroups'))[0]).toMatchObject({ id: 0 });
  expect((await bare('store/storeViews')).map(view => view.code)).toEqual(['admin', 'default', 'nz', 'us', 'eu', 'jp']);
  const configs = await bare('store/storeConfigs');
  expect(configs.map(config => [config.base_currency_code, config.default_display_currency_code])).toEqual([
    ['AUD', 'AUD'],
    ['AUD', 'NZD'],
    ['USD', 'USD'],
    ['USD', 'EUR'],
    ['USD', 'JPY'],
  ]);
  expect(configs[0]?.secure_base_url).toBe(`${origin}/`);
  expect(await bare('store/storeConfigs?storeCodes[0]=jp')).toHaveLength(1);
  expect(await bare('modules')).toContain('Magento_InventoryApi');
  expect(await read(simulator, '/rest/all/V1/categories')).toMatchObject({
    id: 1,
    children_data: [{ id: 2 }, { id: 3 }],
  });
  expect(await read(simulator, '/rest/us/V1/categories?depth=0')).toMatchObject({ id: 3, children_data: [] });
  expect(await bare('products/attributes/color/options')).toContainEqual({ label: 'Blue', value: '50' });
});

test('a product has its stock when read alone, its website’s price in a store’s view, and children of its own', async () => {
  const simulator = make();
  const { items } = await read<List>(simulator, `/rest/all/V1/products?${where(['type_id', 'eq', 'configurable'])}`);
  const parent = items[0] ?? {};
  const children = await read<Json[]>(simulator, `/rest/V1/configurable-products/${parent.sku}/children`);
  expect(children.map(child => child.id)).toEqual((parent.extension_attributes as Json).configurable_product_links);
  const child = await read(simulator, `/rest/all/V1/products/${children[0]?.sku}`);
  expect((child.extension_attributes as Json).stock_item).toEqual(
    await read(simulator, `/rest/V1/stockItems/${children[0]?.sku}`),
  );
  expect((await read(simulator, `/rest/V1/stockItems/${parent.sku}`)).qty).toBeNull();
  const inUs = await read(simulator, `/rest/us/V1/products/${children[0]?.sku}`);
  expect(inUs.price).not.toBe(child.price);
  expect((await readAll(simulator, 'products')).length).toBeGreaterThan(
    (await read<List>(simulator, '/rest/us/V1/products?searchCriteria=')).total_count,
  );
  const bundle =
    (await read<List>(simulator, `/rest/all/V1/products?${where(['type_id', 'eq', 'bundle'])}`)).items[0] ?? {};
  const options = await read<Json[]>(simulator, `/rest/V1/bundle-products/${bundle.sku}/options/all`);
  expect(options).toEqual((bundle.extension_attributes as Json).bundle_product_options);
});

test('without multi-source inventory its routes are gone, and stock items stay', async () => {
  const simulator = make({ inventory: false });
  expect((await ask(simulator, '/rest/V1/inventory/sources?searchCriteria=')).status).toBe(404);
  expect(await read(simulator, '/rest/V1/modules')).not.toContain('Magento_InventoryApi');
  const first = (await readAll(simulator, 'products'))[2] ?? {};
  expect((await ask(simulator, `/rest/V1/stockItems/${first.sku}`)).status).toBe(200);
});

test('some numbers carry all seventeen digits in the text, and mean the same', async () => {
  const text = async (floatNoise: boolean) =>
    (await ask(make({ floatNoise }), '/rest/V1/orders?searchCriteria=')).text();
  const [noisy, plain] = [await text(true), await text(false)];
  expect(noisy).toMatch(/:\d+\.\d*(9999999|0000000)\d*[,}]/);
  expect(plain).not.toMatch(/:\d+\.\d*(9999999|0000000)\d*[,}]/);
  expect(JSON.parse(noisy)).toEqual(JSON.parse(plain));
});

test('times are UTC without a mark, absent optional fields are absent and required ones are null', async () => {
  const simulator = make();
  const orders = await readAll(simulator, 'orders');
  for (const order of orders) expect(order.created_at).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
  const payment = orders[0]?.payment as Json;
  expect(payment.account_status).toBeNull();
  expect(orders.some(order => !('total_paid' in order))).toBe(true);
  expect(orders.some(order => (order.billing_address as Json).postcode === null)).toBe(true);
  expect(orders.some(order => !('region' in (order.billing_address as Json)))).toBe(true);
});

test('an order’s status and comments can be read on their own, newest first', async () => {
  const simulator = make();
  const order = (await readAll(simulator, 'orders')).find(({ state }) => state === 'complete') ?? {};
  expect(await read(simulator, `/rest/V1/orders/${order.entity_id}/statuses`)).toBe(order.status);
  const comments = await read<List>(simulator, `/rest/V1/orders/${order.entity_id}/comments`);
  expect(comments.items).toEqual(order.status_histories);
  const times = comments.items.map(comment => String(comment.created_at));
  expect(times).toEqual([...times].sort().reverse());
});

test('a limit in front of the shop answers 429 until its window is over', async () => {
  let elapsed = 0;
  const simulator = make({ elapsedMs: () => elapsed, limit: { requests: 2, windowMs: 10_000 } });
  const get = () => ask(simulator, '/rest/V1/store/websites');
  expect([(await get()).status, (await get()).status]).toEqual([200, 200]);
  const refused = await get();
  expect([refused.status, refused.headers.get('retry-after'), refused.headers.get('content-type')]).toEqual([
    429,
    '10',
    'text/html; charset=UTF-8',
  ]);
  expect(simulator.counts).toEqual({ requests: 3, limited: 1, disturbed: 0 });
  elapsed = 10_000;
  expect((await get()).status).toBe(200);
});

test('the limit can give a date instead, or nothing', async () => {
  const refusal = async (retryAfter: 'date' | 'none') => {
    const simulator = make({ limit: { requests: 0, windowMs: 60_000, retryAfter } });
    return (await ask(simulator, '/rest/V1/store/websites')).headers;
  };
  const dated = await refusal('date');
  expect(Date.parse(dated.get('retry-after') ?? '') - Date.parse(dated.get('date') ?? '')).toBe(60_000);
  expect((await refusal('none')).get('retry-after')).toBeNull();
});

test('every answer carries the shop’s own time', async () => {
  const simulator = make({ elapsedMs: () => 61_000 });
  expect((await ask(simulator, '/rest/V1/nothing')).headers.get('date')).toBe('Wed, 01 Jul 2026 00:00:01 GMT');
});

test('a tampered record is served changed, in lists and alone, and its neighbors are not', async () => {
  const simulator = make();
  simulator.tamper('orders', '8', body => ({ ...(body as Json), grand_total: 'broken' }));
  simulator.tamper('products', '3', () => null);
  const orders = await readAll(simulator, 'orders');
  expect(orders.filter(order => order.grand_total === 'broken').map(order => order.entity_id)).toEqual([8]);
  expect((await read(simulator, '/rest/V1/orders/8')).grand_total).toBe('broken');
  expect((await readAll(simulator, 'products')).filter(product => product === null)).toHaveLength(1);
});
