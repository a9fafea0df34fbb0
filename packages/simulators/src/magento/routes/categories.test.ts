import { expect, test } from 'vitest';
import { createMagentoSimulator } from '../index.js';
import { type Json, type List, read, readAll, send, where } from '../testing.js';

const make = () => createMagentoSimulator({ orders: 5 });
const create = (simulator: ReturnType<typeof make>, category: Json, scope = 'all') =>
  send(simulator, 'POST', `${scope}/V1/categories`, { category });
const category = (simulator: ReturnType<typeof make>, id: unknown, scope = 'all') =>
  read(simulator, `/rest/${scope}/V1/categories/${id}`);

test('a new category hangs in the tree, below its parent, with all that goes with it', async () => {
  const simulator = make();
  const { body } = await create(simulator, { name: 'Jugs & Mugs', parent_id: 8, is_active: true });
  expect(body).toMatchObject({ parent_id: 8, path: `1/2/7/8/${body.id}`, level: 4, position: 1, children: '' });
  expect(body.custom_attributes).toEqual([{ attribute_code: 'url_key', value: 'jugs-mugs' }]);
  expect((await category(simulator, 8)).children).toBe(String(body.id));
  const tree = await read(simulator, '/rest/all/V1/categories?rootCategoryId=8');
  expect(tree.children_data).toMatchObject([{ id: body.id, name: 'Jugs & Mugs', product_count: 0 }]);
  const list = await read<List>(simulator, `/rest/all/V1/categories/list?${where(['path', 'like', '1/2/7/8/%'])}`);
  expect(list.items).toEqual([body]);
  expect(simulator.truth().categories).toContain(String(body.id));
  expect((await create(simulator, { parent_id: 8 })).status).toBe(400);
  expect((await create(simulator, { name: 'Lost', parent_id: 999 })).status).toBe(404);
});

test('a view can call a category by another name', async () => {
  const simulator = make();
  await send(simulator, 'PUT', 'eu/V1/categories/14', { category: { name: 'Wohnen' } });
  expect([(await category(simulator, 14, 'eu')).name, (await category(simulator, 14, 'us')).name]).toEqual([
    'Wohnen',
    'Living',
  ]);
  const changed = await send(simulator, 'PUT', 'all/V1/categories/14', {
    category: { name: 'Home', custom_attributes: [{ attribute_code: 'description', value: 'All for it' }] },
  });
  expect(changed.body).toMatchObject({ name: 'Home', parent_id: 3, path: '1/3/14' });
  expect(changed.body.custom_attributes).toHaveLength(2);
  expect((await category(simulator, 14, 'eu')).name).toBe('Wohnen');
});

test('a category moves with those below it, but not below itself', async () => {
  const simulator = make();
  const move = (id: number, body: Json) => send(simulator, 'PUT', `all/V1/categories/${id}/move`, body);
  expect((await move(4, { parentId: 7, afterId: 8 })).body).toBe(true);
  expect(await category(simulator, 5)).toMatchObject({ path: '1/2/7/4/5', level: 4, parent_id: 4 });
  expect((await category(simulator, 7)).children).toBe('8,4,9');
  expect((await move(7, { parentId: 5 })).status).toBe(400);
  expect((await category(simulator, 7)).path).toBe('1/2/7');
});

test('products are put in a category and taken out of it, without moving their time', async () => {
  const simulator = make();
  const [product = {}] = await readAll(simulator, 'products');
  const link = { productLink: { sku: product.sku, position: 5, category_id: '10' } };
  expect((await send(simulator, 'POST', 'all/V1/categories/10/products', link)).body).toBe(true);
  const products = () => read<Json[]>(simulator, '/rest/all/V1/categories/10/products');
  expect(await products()).toContainEqual({ sku: product.sku, position: 5, category_id: '10' });
  const after = (await readAll(simulator, 'products'))[0] ?? {};
  expect(after.updated_at).toBe(product.updated_at);
  expect((after.extension_attributes as Json).category_links).toContainEqual({ position: 5, category_id: '10' });
  expect((await send(simulator, 'DELETE', `all/V1/categories/10/products/${product.sku}`)).body).toBe(true);
  expect((await products()).map(({ sku }) => sku)).not.toContain(product.sku);
  expect((await send(simulator, 'DELETE', `all/V1/categories/10/products/${product.sku}`)).status).toBe(400);
});

test('a deleted category takes those below it along; roots stay', async () => {
  const simulator = make();
  expect((await send(simulator, 'DELETE', 'all/V1/categories/7')).body).toBe(true);
  const ids = (await readAll(simulator, 'categories/list')).map(({ id }) => id);
  for (const id of [7, 8, 9]) expect(ids).not.toContain(id);
  const named = (await readAll(simulator, 'products')).flatMap(product =>
    ((product.extension_attributes as Json).category_links as Json[]).map(({ category_id }) => category_id),
  );
  for (const id of ['7', '8', '9']) expect(named).not.toContain(id);
  expect((await send(simulator, 'DELETE', 'all/V1/categories/2')).status).toBe(400);
});

test('categories have attributes of their own', async () => {
  const simulator = make();
  const codes = (await readAll(simulator, 'categories/attributes')).map(({ attribute_code }) => attribute_code);
  expect(codes).toContain('is_anchor');
  expect(await read(simulator, '/rest/V1/categories/attributes/name')).toMatchObject({
    scope: 'store',
    is_required: true,
  });
  const options = await read<Json[]>(simulator, '/rest/V1/categories/attributes/is_anchor/options');
  expect(options.map(({ value }) => value)).toEqual(['1', '0']);
  expect((await send(simulator, 'GET', 'V1/categories/attributes/nothing')).status).toBe(404);
});
