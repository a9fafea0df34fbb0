import { expect, test } from 'vitest';
import { openClient } from '../testing/client.js';
import { collect } from './among.js';

const { client } = openClient();

test('a category is made below another, changed, moved and deleted', async () => {
  const created = await client.categories.create({
    name: 'Spring',
    parent_id: 2,
    custom_attributes: { description: 'New things' },
  });
  const id = Number(created.id);
  expect(created).toMatchObject({ name: 'Spring', parent_id: 2, level: 2 });
  await client.categories.update(id, { name: 'Summer', is_active: false });
  expect(await client.categories.get(id)).toMatchObject({ name: 'Summer', is_active: false });
  const [other] = (await client.search('categories').where('parent_id', 2).all()).filter(one => one.id !== id);
  expect(await client.categories.move(id, Number(other?.id))).toBe(true);
  expect(await client.categories.get(id)).toMatchObject({ parent_id: other?.id, level: 3 });
  expect((await collect(client.categories.byName('Summer'))).map(found => found.id)).toEqual([id]);
  expect(await client.categories.delete(id)).toBe(true);
  await expect(client.categories.get(id)).rejects.toMatchObject({ context: { status: 404 } });
  await expect(client.categories.update(id, { parent_id: 3 } as never)).rejects.toThrow('use categories.move');
});

test('the tree comes in one request', async () => {
  const tree = await client.categories.tree({ rootCategoryId: 2, depth: 1 });
  expect(tree.id).toBe(2);
  expect(tree.children_data?.length).toBeGreaterThan(0);
});

test('products are put into a category and taken out', async () => {
  const sku = String((await client.search('products').where('type_id', 'simple').first())?.sku);
  const { id } = await client.categories.create({ name: 'Gifts', parent_id: 2 });
  const category = Number(id);
  expect(await client.categories.products.add(category, { sku, position: 4 })).toBe(true);
  expect(await client.categories.products.list(category)).toMatchObject([{ sku, position: 4 }]);
  expect((await collect(client.categories.products.records(category))).map(product => product.sku)).toEqual([sku]);
  expect(await client.categories.products.remove(category, sku)).toBe(true);
  expect(await client.categories.products.list(category)).toEqual([]);
});
