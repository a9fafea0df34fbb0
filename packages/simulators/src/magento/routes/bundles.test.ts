import { expect, test } from 'vitest';
import { createMagentoSimulator } from '../index.js';
import { type Json, read, readAll, send } from '../testing.js';

test('a bundle gets an option, a part in it, and loses both', async () => {
  const simulator = createMagentoSimulator({ orders: 5 });
  const products = await readAll(simulator, 'products');
  const [one = {}, two = {}] = products.filter(({ type_id }) => type_id === 'simple');
  const parent = products.find(({ type_id }) => type_id === 'configurable');
  const product = { sku: 'BOX', name: 'Box', type_id: 'bundle', price: 0 };
  await send(simulator, 'POST', 'all/V1/products', { product });
  const post = <T = number>(path: string, body: Json) =>
    send<T>(simulator, 'POST', `all/V1/bundle-products/${path}`, body);
  const link = (sku: unknown) => ({ sku, qty: 2, position: 1, is_default: true, can_change_quantity: 0 });
  const option = { sku: 'BOX', title: 'Base', type: 'radio', required: true, position: 1 };
  const { body: id } = await post('options/add', { option: { ...option, product_links: [link(one.sku)] } });
  const options = () => read<Json[]>(simulator, '/rest/all/V1/bundle-products/BOX/options/all');
  expect(await options()).toMatchObject([
    { ...option, option_id: id, product_links: [{ sku: one.sku, option_id: id }] },
  ]);
  const record = await read(simulator, '/rest/all/V1/products/BOX');
  expect((record.extension_attributes as Json).bundle_product_options).toEqual(await options());
  const added = await post(`BOX/links/${id}`, { linkedProduct: link(two.sku) });
  expect((await post(`BOX/links/${id}`, { linkedProduct: link(two.sku) })).status).toBe(400);
  expect((await post(`BOX/links/${id}`, { linkedProduct: link(parent?.sku) })).status).toBe(400);
  const path = `all/V1/bundle-products/BOX/links/${added.body}`;
  expect((await send(simulator, 'PUT', path, { linkedProduct: { ...link(two.sku), qty: 5 } })).body).toBe(true);
  const children = () => read<Json[]>(simulator, '/rest/all/V1/bundle-products/BOX/children');
  expect((await children()).map(({ sku, qty }) => [sku, qty])).toEqual([
    [one.sku, 2],
    [two.sku, 5],
  ]);
  const renamed = { sku: 'BOX', title: 'Bottom' };
  expect((await send(simulator, 'PUT', `all/V1/bundle-products/options/${id}`, { option: renamed })).body).toBe(id);
  expect(await read(simulator, `/rest/all/V1/bundle-products/BOX/options/${id}`)).toMatchObject({
    ...option,
    title: 'Bottom',
  });
  const part = `all/V1/bundle-products/BOX/options/${id}/children/${one.sku}`;
  expect((await send(simulator, 'DELETE', part)).body).toBe(true);
  expect((await children()).map(({ sku }) => sku)).toEqual([two.sku]);
  expect((await send(simulator, 'DELETE', part)).status).toBe(404);
  expect((await send(simulator, 'DELETE', `all/V1/bundle-products/BOX/options/${id}`)).body).toBe(true);
  expect(await options()).toEqual([]);
});
