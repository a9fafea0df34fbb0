import { expect, test } from 'vitest';
import { createMagentoSimulator } from '../index.js';
import { ask, type Json, type List, read, readAll, send, where } from '../testing.js';

const make = () => createMagentoSimulator({ orders: 5 });
const extension = (record: Json): Json => record.extension_attributes as Json;
const attribute = (record: Json, code: string): unknown =>
  (record.custom_attributes as Json[]).find(({ attribute_code }) => attribute_code === code)?.value;

const jug = {
  sku: 'JUG-1',
  name: 'Stone Jug',
  attribute_set_id: 4,
  price: 39.5,
  status: 1,
  visibility: 4,
  type_id: 'simple',
  weight: 1.2,
  extension_attributes: {
    website_ids: [1],
    category_links: [{ category_id: '8', position: 3 }],
    stock_item: { qty: 7, is_in_stock: true },
  },
  custom_attributes: [
    { attribute_code: 'description', value: '<p>Holds a liter.</p>' },
    { attribute_code: 'special_price', value: 29 },
    { attribute_code: 'special_from_date', value: '2026-07-01' },
  ],
};

test('a new product is in lists, categories, stock and truth, as it was written', async () => {
  const simulator = make();
  const answer = await send(simulator, 'POST', 'all/V1/products', { product: jug });
  expect(answer.status).toBe(200);
  const read1 = await read(simulator, '/rest/all/V1/products/jug-1');
  expect(answer.body).toEqual(read1);
  expect(read1).toMatchObject({
    ...jug,
    extension_attributes: { ...jug.extension_attributes, stock_item: { qty: 7, is_in_stock: true } },
    custom_attributes: expect.arrayContaining([
      { attribute_code: 'special_price', value: '29.000000' },
      { attribute_code: 'special_from_date', value: '2026-07-01 00:00:00' },
      { attribute_code: 'url_key', value: 'stone-jug' },
      { attribute_code: 'category_ids', value: ['8'] },
    ]),
  });
  const { stock_item: _, ...withoutStock } = extension(read1);
  const list = await read<List>(
    simulator,
    `/rest/all/V1/products?${where(['price', 'eq', '39.5'], ['name', 'like', '%Jug'])}`,
  );
  expect(list.items).toEqual([{ ...read1, extension_attributes: withoutStock }]);
  expect(simulator.truth().products).toContain(String(read1.id));
  const inCategory = await read<Json[]>(simulator, '/rest/V1/categories/8/products');
  expect(inCategory).toContainEqual({ sku: 'JUG-1', position: 3, category_id: '8' });
  const items = await read<List>(simulator, `/rest/V1/inventory/source-items?${where(['sku', 'eq', 'JUG-1'])}`);
  expect(items.items).toEqual([{ sku: 'JUG-1', source_code: 'default', quantity: 7, status: 1 }]);
  expect((await readAll(simulator, 'products')).at(-1)?.sku).toBe('JUG-1');
});

test('an update changes what it says and moves the time; what it leaves out stays', async () => {
  const simulator = make();
  const [before = {}] = await readAll(simulator, 'products');
  const update = { product: { name: 'Renamed', custom_attributes: [{ attribute_code: 'meta_title', value: 'New' }] } };
  const { status, body } = await send(simulator, 'PUT', `all/V1/products/${before.sku}`, update);
  expect([status, body.name, attribute(body, 'meta_title')]).toEqual([200, 'Renamed', 'New']);
  const [after = {}] = await readAll(simulator, 'products');
  expect(String(after.updated_at) > String(before.updated_at)).toBe(true);
  const rest = ({ name: _, updated_at: __, custom_attributes: ___, ...record }: Json) => record;
  expect(rest(after)).toEqual(rest(before));
  for (const { attribute_code, value } of before.custom_attributes as { attribute_code: string; value: unknown }[])
    if (attribute_code !== 'meta_title') expect(attribute(after, attribute_code)).toEqual(value);
});

test('values reach as far as their attribute: a view, a website or everything', async () => {
  const simulator = make();
  await send(simulator, 'POST', 'all/V1/products', {
    product: { ...jug, extension_attributes: { website_ids: [1, 2] } },
  });
  const put = (scope: string, product: unknown) => send(simulator, 'PUT', `${scope}/V1/products/JUG-1`, { product });
  const seen = async (scope: string) => {
    const { name, price, weight } = await read(simulator, `/rest/${scope}/V1/products/JUG-1`);
    return [name, price, weight];
  };
  await put('eu', { name: 'Steinkrug', price: 25, weight: 1.3 });
  expect(await seen('eu')).toEqual(['Steinkrug', 25, 1.3]);
  expect(await seen('us')).toEqual(['Stone Jug', 25, 1.3]);
  expect(await seen('default')).toEqual(['Stone Jug', 39.5, 1.3]);
  expect(await seen('all')).toEqual(['Stone Jug', 39.5, 1.3]);
  await put('all', { name: 'Jug', price: 41 });
  expect(await seen('nz')).toEqual(['Jug', 41, 1.3]);
  expect(await seen('eu')).toEqual(['Steinkrug', 25, 1.3]);
  expect((await read(simulator, '/rest/all/V1/products/JUG-1?storeId=4')).name).toBe('Steinkrug');
});

test('a website’s own price of the seed stays when the default changes', async () => {
  const simulator = make();
  const found = (await readAll(simulator, 'products')).find(
    record => record.type_id === 'simple' && (extension(record).website_ids as number[]).length === 2,
  );
  const price = async (scope: string) => (await read(simulator, `/rest/${scope}/V1/products/${found?.sku}`)).price;
  const us = await price('us');
  await send(simulator, 'PUT', `all/V1/products/${found?.sku}`, { product: { price: 999 } });
  expect([await price('all'), await price('default'), await price('us')]).toEqual([999, 999, us]);
});

test('a product without name or price, of an unknown type or set, or with a taken address is refused', async () => {
  const simulator = make();
  const create = (own: Json) => send(simulator, 'POST', 'all/V1/products', { product: { ...jug, ...own } });
  expect(await create({ name: '' })).toMatchObject({ status: 400, body: { parameters: ['Product Name'] } });
  expect(await create({ price: null })).toMatchObject({ status: 400, body: { parameters: ['Price'] } });
  expect(await create({ type_id: 'dream' })).toMatchObject({ status: 400, body: { parameters: ['dream'] } });
  expect((await create({ attribute_set_id: 77 })).status).toBe(404);
  expect((await create({ colour: 'red' })).status).toBe(400);
  expect((await create({})).status).toBe(200);
  const taken = await create({ sku: 'JUG-2' });
  expect([taken.status, taken.body.message]).toEqual([400, 'URL key for specified store already exists.']);
  expect(simulator.truth().products).toHaveLength((await readAll(simulator, 'products')).length);
});

test('a deleted product is gone with its stock, from its parents too', async () => {
  const simulator = make();
  const parent = (await readAll(simulator, 'products')).find(record => record.type_id === 'configurable') ?? {};
  const children = () => read<Json[]>(simulator, `/rest/V1/configurable-products/${parent.sku}/children`);
  const [child = {}, ...others] = await children();
  expect(await send(simulator, 'DELETE', `all/V1/products/${child.sku}`)).toEqual({ status: 200, body: true });
  expect((await ask(simulator, `/rest/all/V1/products/${child.sku}`)).status).toBe(404);
  expect((await children()).map(({ id }) => id)).toEqual(others.map(({ id }) => id));
  expect(simulator.truth().products).not.toContain(String(child.id));
  const items = await read<List>(
    simulator,
    `/rest/V1/inventory/source-items?${where(['sku', 'eq', String(child.sku)])}`,
  );
  expect(items.total_count).toBe(0);
  expect((await send(simulator, 'DELETE', `all/V1/products/${child.sku}`)).status).toBe(404);
});

test('the answer to a write can be cut to fields', async () => {
  const simulator = make();
  const answer = await send(simulator, 'POST', 'all/V1/products?fields=sku,extension_attributes[stock_item[qty]]', {
    product: jug,
  });
  expect(answer.body).toEqual({ sku: 'JUG-1', extension_attributes: { stock_item: { qty: 7 } } });
});

test('websites are assigned one by one; lists of a store’s view follow', async () => {
  const simulator = make();
  await send(simulator, 'POST', 'all/V1/products', { product: jug });
  const inView = async () => {
    const list = await read<List>(simulator, `/rest/us/V1/products?${where(['sku', 'eq', 'JUG-1'])}`);
    return list.total_count;
  };
  expect(await inView()).toBe(0);
  const link = { productWebsiteLink: { sku: 'JUG-1', website_id: 2 } };
  expect((await send(simulator, 'POST', 'all/V1/products/JUG-1/websites', link)).body).toBe(true);
  expect(await inView()).toBe(1);
  expect((await send(simulator, 'DELETE', 'all/V1/products/JUG-1/websites/2')).body).toBe(true);
  expect(await inView()).toBe(0);
});

test('stock of the legacy item is that of the default source, and moves no product’s time', async () => {
  const simulator = make();
  const { body } = await send(simulator, 'POST', 'all/V1/products', { product: jug });
  const put = (id: unknown) =>
    send(simulator, 'PUT', `all/V1/products/JUG-1/stockItems/${id}`, { stockItem: { qty: 2, manage_stock: false } });
  expect((await put(body.id)).body).toBe(body.id);
  expect((await put(1)).status).toBe(404);
  expect(await read(simulator, '/rest/V1/stockItems/JUG-1')).toMatchObject({ qty: 2, manage_stock: false });
  expect(await read(simulator, '/rest/V1/stockStatuses/JUG-1')).toMatchObject({ qty: 2, stock_status: 1 });
  expect((await read(simulator, '/rest/all/V1/products/JUG-1')).updated_at).toBe(body.updated_at);
  const low = await read<List>(simulator, '/rest/V1/stockItems/lowStock/?scopeId=0&qty=2&pageSize=500');
  expect(low.items.map(({ product_id }) => product_id)).toContain(body.id);
  expect(low.items.every(({ qty }) => Number(qty) <= 2)).toBe(true);
});

test('a write without a store code is one for the default view: the default of the others stays', async () => {
  const simulator = make();
  await send(simulator, 'POST', 'all/V1/products', {
    product: { ...jug, extension_attributes: { website_ids: [1, 2] } },
  });
  await send(simulator, 'PUT', 'V1/products/JUG-1', { product: { name: 'Aussie Jug', price: 50 } });
  const seen = async (scope: string) => {
    const { name, price } = await read(simulator, `/rest/${scope}/V1/products/JUG-1`);
    return [name, price];
  };
  expect([await seen('default'), await seen('nz')]).toEqual([
    ['Aussie Jug', 50],
    ['Stone Jug', 50],
  ]);
  expect([await seen('all'), await seen('us')]).toEqual([
    ['Stone Jug', 39.5],
    ['Stone Jug', 39.5],
  ]);
  const reset = { product: { name: null } };
  await send(simulator, 'PUT', 'V1/products/JUG-1', reset);
  expect((await seen('default'))[0]).toBe('Stone Jug');
});
