import { expect, test } from 'vitest';
import { createMagentoSimulator } from '../index.js';
import { type Json, type List, read, readAll, send, where } from '../testing.js';

const make = () => createMagentoSimulator({ orders: 5 });
const source = { source_code: 'perth', name: 'Perth', country_id: 'AU', postcode: '6000' };

const itemsOf = async (simulator: ReturnType<typeof make>, sku: string) =>
  (await read<List>(simulator, `/rest/V1/inventory/source-items?${where(['sku', 'eq', sku])}`)).items;

test('units of many products are set at once, read back, and deleted', async () => {
  const simulator = make();
  const [one = {}, two = {}] = (await readAll(simulator, 'products')).filter(({ type_id }) => type_id === 'simple');
  const item = (sku: unknown, quantity: number, status = 1) => ({ sku, source_code: 'melbourne', quantity, status });
  const sourceItems = [item(one.sku, 11), item(two.sku, 4, 0)];
  expect(await send(simulator, 'POST', 'V1/inventory/source-items', { sourceItems })).toEqual({
    status: 200,
    body: [],
  });
  expect(await itemsOf(simulator, String(one.sku))).toContainEqual(sourceItems[0]);
  expect(await itemsOf(simulator, String(two.sku))).toContainEqual(sourceItems[1]);
  expect((await readAll(simulator, 'products'))[0]?.updated_at).toBe(one.updated_at);
  const named = { sourceItems: [{ sku: one.sku, source_code: 'melbourne' }] };
  await send(simulator, 'POST', 'V1/inventory/source-items-delete', named);
  expect((await itemsOf(simulator, String(one.sku))).map(({ source_code }) => source_code)).not.toContain('melbourne');
});

test('what is wrong with source items is told all at once, and nothing is saved', async () => {
  const simulator = make();
  const before = await readAll(simulator, 'inventory/source-items');
  const sourceItems = [
    { sku: before[0]?.sku, source_code: 'moon', quantity: 3, status: 1 },
    { source_code: 'default', quantity: 3, status: 7 },
    { sku: before[0]?.sku, source_code: 'default', quantity: 3, status: 1 },
  ];
  const refused = await send(simulator, 'POST', 'V1/inventory/source-items', { sourceItems });
  expect([refused.status, (refused.body.errors as Json[]).length]).toEqual([400, 3]);
  expect(await readAll(simulator, 'inventory/source-items')).toEqual(before);
  expect((await send(simulator, 'POST', 'V1/inventory/source-items', { sourceItems: [] })).status).toBe(400);
});

test.each([{ maxPageSize: 300 }, { profiles: ['input-limits'] }])(
  'with input limits on, twenty source items are the most',
  async limits => {
    const simulator = createMagentoSimulator({ orders: 5, ...limits });
    const sourceItems = Array.from({ length: 21 }, () => ({
      sku: 'A',
      source_code: 'default',
      quantity: 1,
      status: 1,
    }));
    expect(await send(simulator, 'POST', 'V1/inventory/source-items', { sourceItems })).toMatchObject({
      status: 400,
      body: { message: 'Maximum items of type "%type" is %max', parameters: { max: 20 } },
    });
  },
);

test('a source is opened, linked to a stock, and its units can be sold there', async () => {
  const simulator = make();
  expect(await send(simulator, 'POST', 'V1/inventory/sources', { source })).toEqual({ status: 200, body: [] });
  expect(await read(simulator, '/rest/V1/inventory/sources/perth')).toMatchObject({ ...source, enabled: true });
  expect((await send(simulator, 'POST', 'V1/inventory/sources', { source })).status).toBe(400);
  expect((await send(simulator, 'POST', 'V1/inventory/sources', { source: { name: 'X' } })).body.errors).toHaveLength(
    3,
  );
  const [product = {}] = (await readAll(simulator, 'products')).filter(({ type_id }) => type_id === 'simple');
  const salable = () =>
    read<number>(simulator, `/rest/V1/inventory/get-product-salable-quantity/${product.sku}/2` as string);
  const before = await salable();
  const sourceItems = [{ sku: product.sku, source_code: 'perth', quantity: 25, status: 1 }];
  await send(simulator, 'POST', 'V1/inventory/source-items', { sourceItems });
  expect(await salable()).toBe(before);
  const links = [{ stock_id: 2, source_code: 'perth', priority: 9 }];
  expect((await send(simulator, 'POST', 'V1/inventory/stock-source-links', { links })).status).toBe(200);
  expect(await salable()).toBe(before + 25);
  await send(simulator, 'PUT', 'V1/inventory/sources/perth', { source: { enabled: false } });
  expect(await salable()).toBe(before);
  expect(await read(simulator, '/rest/V1/inventory/sources/perth')).toMatchObject({ name: 'Perth', enabled: false });
  await send(simulator, 'POST', 'V1/inventory/stock-source-links-delete', { links });
  expect(await readAll(simulator, 'inventory/stock-source-links')).not.toContainEqual(links[0]);
});

test('a website sells from one stock, which can be resolved, exported and cannot be deleted while it sells', async () => {
  const simulator = make();
  const stock = { name: 'South', extension_attributes: { sales_channels: [{ type: 'website', code: 'base' }] } };
  const { body: id } = await send<number>(simulator, 'POST', 'V1/inventory/stocks', { stock });
  expect(await read(simulator, '/rest/V1/inventory/stock-resolver/website/base')).toMatchObject({ stock_id: id });
  expect(await read(simulator, '/rest/V1/inventory/stocks/2')).toMatchObject({
    extension_attributes: { sales_channels: [] },
  });
  expect((await send(simulator, 'DELETE', `V1/inventory/stocks/${id}`)).status).toBe(400);
  const exported = await read<List>(
    simulator,
    '/rest/V1/inventory/export-stock-salable-qty/website/world?searchCriteria[pageSize]=5',
  );
  expect(exported.items[0]).toEqual({
    sku: expect.any(String),
    qty: expect.any(Number),
    is_salable: expect.any(Boolean),
  });
  expect((await send(simulator, 'DELETE', 'V1/inventory/stocks/2')).body).toEqual([]);
  expect((await send(simulator, 'DELETE', 'V1/inventory/stocks/1')).status).toBe(400);
});

test('composites have no quantity to sell, but can be sold as long as a part can', async () => {
  const simulator = make();
  const found = (await readAll(simulator, 'products')).find(({ type_id }) => type_id === 'configurable');
  const refused = await send(simulator, 'GET', `V1/inventory/get-product-salable-quantity/${found?.sku}/2`);
  expect(refused.status).toBe(400);
  expect(await read(simulator, `/rest/V1/inventory/is-product-salable/${found?.sku}/2`)).toBe(true);
  const many = await read<Json[]>(simulator, `/rest/V1/inventory/are-products-salable?skus[0]=${found?.sku}&stockId=2`);
  expect(many).toEqual([{ sku: found?.sku, stock_id: 2, salable: true }]);
});

test('all units of a product move from one source to another', async () => {
  const simulator = make();
  const [first] = await readAll(simulator, 'inventory/source-items');
  const sku = String(first?.sku);
  const at = async (code: string) =>
    Number((await itemsOf(simulator, sku)).find(item => item.source_code === code)?.quantity ?? 0);
  const [origin, there] = [await at('default'), await at('melbourne')];
  const transfer = { skus: [sku], originSource: 'default', destinationSource: 'melbourne', unassignFromOrigin: true };
  expect((await send(simulator, 'POST', 'V1/inventory/bulk-product-source-transfer', transfer)).body).toBe(true);
  expect(await at('melbourne')).toBe(origin + there);
  expect((await itemsOf(simulator, sku)).map(({ source_code }) => source_code)).not.toContain('default');
});

test('products are assigned to sources, a part of what is there moves, and never more than there is', async () => {
  const simulator = make();
  const [first] = await readAll(simulator, 'inventory/source-items');
  const sku = String(first?.sku);
  const post = <T>(path: string, body: Json) => send<T>(simulator, 'POST', `V1/inventory/${path}`, body);
  await post('sources', { source });
  const assigned = { skus: [sku], sourceCodes: ['perth'] };
  expect((await post('bulk-product-source-assign', assigned)).body).toBe(1);
  expect((await post('bulk-product-source-assign', assigned)).body).toBe(0);
  const sourceItems = [{ sku, source_code: 'default', quantity: 10, status: 1 }];
  await post('source-items', { sourceItems });
  const move = (qty: number) => ({
    originSourceCode: 'default',
    destinationSourceCode: 'perth',
    items: [{ sku, qty }],
  });
  expect((await post('bulk-partial-source-transfer', move(4))).body).toEqual([]);
  expect((await post('bulk-partial-source-transfer', move(7))).status).toBe(400);
  const quantities = Object.fromEntries(
    (await itemsOf(simulator, sku)).map(({ source_code, quantity }) => [source_code, quantity]),
  );
  expect(quantities).toMatchObject({ default: 6, perth: 4 });
  const sourceItemConfigurations = [{ source_code: 'perth', sku, notify_stock_qty: 2 }];
  expect((await post('low-quantity-notification', { sourceItemConfigurations })).body).toEqual([]);
  expect(await read(simulator, `/rest/V1/inventory/low-quantity-notification/perth/${sku}`)).toEqual(
    sourceItemConfigurations[0],
  );
  expect((await post('bulk-product-source-unassign', assigned)).body).toBe(1);
  expect((await send(simulator, 'GET', `V1/inventory/low-quantity-notification/perth/${sku}`)).status).toBe(404);
});

test('sources are chosen by their priority until there is enough', async () => {
  const simulator = make();
  const [first] = (await readAll(simulator, 'inventory/source-items')).filter(
    ({ source_code }) => source_code === 'default',
  );
  const sku = String(first?.sku);
  const item = (source_code: string, quantity: number) => ({ sku, source_code, quantity, status: 1 });
  const sourceItems = [item('sydney', 3), item('melbourne', 0), item('default', 9)];
  await send(simulator, 'POST', 'V1/inventory/source-items', { sourceItems });
  const choose = (qty: number, algorithmCode = 'priority') =>
    send(simulator, 'POST', 'V1/inventory/source-selection-algorithm-result', {
      inventoryRequest: { stock_id: 2, items: [{ sku, qty }] },
      algorithmCode,
    });
  expect((await choose(5)).body).toEqual({
    source_selection_items: [
      { source_code: 'sydney', sku, qty_to_deduct: 3, qty_available: 3 },
      { source_code: 'default', sku, qty_to_deduct: 2, qty_available: 9 },
    ],
    shippable: true,
  });
  expect((await choose(13)).body.shippable).toBe(false);
  expect((await choose(1, 'chance')).status).toBe(500);
  const known = await read<Json[]>(simulator, '/rest/V1/inventory/source-selection-algorithm-list');
  expect(known.map(({ code }) => code)).toEqual(['priority', 'distance']);
});
