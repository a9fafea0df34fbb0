import { expect, test } from 'vitest';
import { createMagentoSimulator } from '../index.js';
import { type Json, read, readAll, send } from '../testing.js';

const make = () => createMagentoSimulator({ orders: 5 });
const extension = (record: Json): Json => record.extension_attributes as Json;
const simple = { sku: 'CUP-1', name: 'Cup', price: 12, type_id: 'simple' };
const png = { base64_encoded_data: 'iVBORw0KGgo=', type: 'image/png', name: 'Cup front.png' };
const product = (simulator: ReturnType<typeof make>, sku = 'CUP-1') => read(simulator, `/rest/all/V1/products/${sku}`);

test('an image is added, takes over a role, is changed and deleted', async () => {
  const simulator = make();
  await send(simulator, 'POST', 'all/V1/products', { product: simple });
  const add = (types: readonly string[]) =>
    send<string>(simulator, 'POST', 'all/V1/products/CUP-1/media', {
      entry: { media_type: 'image', label: 'Front', position: 1, disabled: false, types, content: png },
    });
  const first = await add(['image', 'thumbnail']);
  const second = await add(['image']);
  const path = (id: unknown) => `all/V1/products/CUP-1/media/${id}`;
  const media = () => read<Json[]>(simulator, '/rest/all/V1/products/CUP-1/media');
  expect(await media()).toMatchObject([
    { id: Number(first.body), file: '/c/u/cup_front.png', types: ['thumbnail'] },
    { id: Number(second.body), file: '/c/u/cup_front_1.png', types: ['image'] },
  ]);
  expect((await product(simulator)).media_gallery_entries).toEqual(await media());
  expect((await product(simulator)).custom_attributes).toContainEqual({
    attribute_code: 'image',
    value: '/c/u/cup_front_1.png',
  });
  expect((await send(simulator, 'PUT', path(first.body), { entry: { label: 'Side' } })).body).toBe(true);
  expect(await read(simulator, `/rest/${path(first.body)}`)).toMatchObject({ label: 'Side', types: ['thumbnail'] });
  expect((await send(simulator, 'DELETE', path(second.body))).body).toBe(true);
  expect((await media()).map(({ id }) => id)).toEqual([Number(first.body)]);
  expect((await send(simulator, 'DELETE', path(second.body))).status).toBe(404);
});

test('images that are none, of another kind or with a strange name are refused', async () => {
  const simulator = make();
  await send(simulator, 'POST', 'all/V1/products', { product: simple });
  const add = (content: Json) =>
    send(simulator, 'POST', 'all/V1/products/CUP-1/media', { entry: { media_type: 'image', content } });
  for (const wrong of [{ base64_encoded_data: '%%' }, { type: 'image/webp' }, { name: 'a/b.png' }])
    expect((await add({ ...png, ...wrong })).status).toBe(400);
  expect(await read(simulator, '/rest/all/V1/products/CUP-1/media')).toEqual([]);
});

test('an empty list of images, links, options or tier prices empties; one that is left out does not', async () => {
  const simulator = make();
  const [other = {}] = await readAll(simulator, 'products');
  const lists = {
    media_gallery_entries: [{ media_type: 'image', types: ['image'], content: png }],
    product_links: [{ sku: 'CUP-1', link_type: 'related', linked_product_sku: other.sku }],
    options: [{ product_sku: 'CUP-1', title: 'Engraving', type: 'field', is_require: false, price: 5 }],
    tier_prices: [{ customer_group_id: 32_000, qty: 10, value: 9 }],
  };
  await send(simulator, 'POST', 'all/V1/products', { product: { ...simple, ...lists } });
  await send(simulator, 'PUT', 'all/V1/products/CUP-1', { product: { price: 13 } });
  const sizes = async () => {
    const record = await product(simulator);
    return Object.keys(lists).map(name => (record[name] as Json[]).length);
  };
  expect(await sizes()).toEqual([1, 1, 1, 1]);
  const empty = Object.fromEntries(Object.keys(lists).map(name => [name, []]));
  await send(simulator, 'PUT', 'all/V1/products/CUP-1', { product: empty });
  expect(await sizes()).toEqual([0, 0, 0, 0]);
});

test('links are set by type, once for each product, and to products that exist', async () => {
  const simulator = make();
  await send(simulator, 'POST', 'all/V1/products', { product: simple });
  const [one = {}, two = {}] = await readAll(simulator, 'products');
  const link = (linked: unknown, link_type = 'upsell') => ({ sku: 'CUP-1', link_type, linked_product_sku: linked });
  const post = (...items: Json[]) => send(simulator, 'POST', 'all/V1/products/CUP-1/links', { items });
  expect((await post(link(one.sku), link(two.sku))).body).toBe(true);
  await send(simulator, 'PUT', 'all/V1/products/CUP-1/links', { entity: { ...link(one.sku), position: 9 } });
  const links = (type: string) => read<Json[]>(simulator, `/rest/all/V1/products/CUP-1/links/${type}`);
  expect((await links('upsell')).map(({ linked_product_sku, position }) => [linked_product_sku, position])).toEqual([
    [two.sku, 2],
    [one.sku, 9],
  ]);
  expect(await links('related')).toEqual([]);
  expect((await post(link('nothing'))).status).toBe(400);
  expect((await post(link(one.sku, 'sideways'))).status).toBe(404);
  expect((await send(simulator, 'DELETE', `all/V1/products/CUP-1/links/upsell/${two.sku}`)).body).toBe(true);
  expect((await links('upsell')).map(({ linked_product_sku }) => linked_product_sku)).toEqual([one.sku]);
});

test('custom options have their own numbers, and so have their values', async () => {
  const simulator = make();
  await send(simulator, 'POST', 'all/V1/products', { product: simple });
  const option = {
    product_sku: 'CUP-1',
    title: 'Glaze',
    type: 'drop_down',
    sort_order: 1,
    is_require: true,
    values: [{ title: 'Blue', sort_order: 1, price: 2, price_type: 'fixed' }],
  };
  const created = await send(simulator, 'POST', 'all/V1/products/options', { option });
  const id = created.body.option_id;
  expect(created.body).toMatchObject(option);
  expect(await read(simulator, `/rest/all/V1/products/CUP-1/options/${id}`)).toEqual(created.body);
  const changed = await send(simulator, 'PUT', `all/V1/products/options/${id}`, {
    option: { product_sku: 'CUP-1', title: 'Color' },
  });
  expect(changed.body).toEqual({ ...created.body, title: 'Color' });
  expect((await product(simulator)).options).toEqual([changed.body]);
  expect((await send(simulator, 'POST', 'all/V1/products/options', { option: { ...option, values: [] } })).status).toBe(
    400,
  );
  expect((await send(simulator, 'DELETE', `all/V1/products/CUP-1/options/${id}`)).body).toBe(true);
  expect(await read(simulator, '/rest/all/V1/products/CUP-1/options')).toEqual([]);
});

test('a configurable is made of options and children, which are attached and taken off', async () => {
  const simulator = make();
  const create = (own: Json) => send(simulator, 'POST', 'all/V1/products', { product: own });
  const color = [{ attribute_code: 'color', value: '50' }];
  const child = await create({ ...simple, visibility: 1, custom_attributes: color });
  await create({ sku: 'CUP', name: 'Cup of any color', type_id: 'configurable', attribute_set_id: 9 });
  const post = (path: string, body: Json) => send(simulator, 'POST', `all/V1/configurable-products/CUP/${path}`, body);
  const option = { attribute_id: '93', label: 'Color', values: [{ value_index: 50 }] };
  const made = await post('options', { option });
  expect((await post('child', { childSku: 'CUP-1' })).body).toBe(true);
  expect((await post('child', { childSku: 'CUP-1' })).status).toBe(400);
  expect((await post('child', { childSku: 'CUP-9' })).status).toBe(404);
  expect(extension(await product(simulator, 'CUP'))).toMatchObject({
    configurable_product_options: [{ ...option, id: made.body }],
    configurable_product_links: [child.body.id],
  });
  const children = () => read<Json[]>(simulator, '/rest/all/V1/configurable-products/CUP/children');
  expect((await children()).map(({ sku }) => sku)).toEqual(['CUP-1']);
  expect((await send(simulator, 'DELETE', 'all/V1/configurable-products/CUP/children/CUP-1')).body).toBe(true);
  expect(await children()).toEqual([]);
  expect((await send(simulator, 'DELETE', `all/V1/configurable-products/CUP/options/${made.body}`)).body).toBe(true);
  expect(await read(simulator, '/rest/all/V1/configurable-products/CUP/options/all')).toEqual([]);
});
