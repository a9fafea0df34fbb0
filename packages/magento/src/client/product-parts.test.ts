import { InputError } from '@cartograph/core';
import { expect, test } from 'vitest';
import { openClient } from '../testing/client.js';

const { client, asked } = openClient();
const simples = await client.search('products').where('type_id', 'simple').all();
const [first, second] = simples.map(({ sku }) => String(sku)) as [string, string];

test('an image is sent as bytes, changed without losing what is not named, and deleted', async () => {
  const id = await client.products.media.create(first, {
    label: 'Front',
    types: ['thumbnail'],
    content: { data: new Uint8Array([137, 80, 78, 71]), type: 'image/png', name: 'front.png' },
  });
  expect(asked.at(-1)?.body).toMatchObject({
    entry: { media_type: 'image', content: { base64_encoded_data: 'iVBORw==', type: 'image/png', name: 'front.png' } },
  });
  expect(await client.products.media.update(first, id, { label: 'Back' })).toBe(true);
  expect(await client.products.media.get(first, id)).toMatchObject({ label: 'Back', types: ['thumbnail'] });
  const before = (await client.products.media.list(first)).length;
  expect(await client.products.media.delete(first, id)).toBe(true);
  expect(await client.products.media.list(first)).toHaveLength(before - 1);
});

test('a file with a path in its name, or without content, is refused', async () => {
  const content = { base64_encoded_data: 'iVBORw==', type: 'image/png' as const, name: 'a/b.png' };
  await expect(client.products.media.create(first, { content })).rejects.toThrow('plain file name');
  const empty = { type: 'image/png' as const, name: 'a.png' };
  await expect(client.products.media.create(first, { content: empty })).rejects.toThrow(InputError);
});

test('a product points to another, and no longer', async () => {
  await client.products.links.set(first, [{ link_type: 'related', linked_product_sku: second }]);
  expect(await client.products.links.list(first, 'related')).toMatchObject([{ linked_product_sku: second }]);
  await client.products.links.save(first, { link_type: 'upsell', linked_product_sku: second, position: 3 });
  expect(await client.products.links.list(first, 'upsell')).toMatchObject([{ position: 3 }]);
  expect(await client.products.links.delete(first, 'related', second)).toBe(true);
  expect(await client.products.links.list(first, 'related')).toEqual([]);
});

test('a field for the shopper is added, changed and taken away', async () => {
  const { option_id } = await client.products.options.create(first, {
    title: 'Engraving',
    type: 'field',
    price: '2.50',
  });
  const id = Number(option_id);
  await client.products.options.update(first, id, { title: 'Name', type: 'field', max_characters: 20 });
  expect(await client.products.options.get(first, id)).toMatchObject({ title: 'Name', max_characters: 20 });
  expect(await client.products.options.list(first)).toHaveLength(1);
  expect(await client.products.options.delete(first, id)).toBe(true);
  expect(await client.products.options.list(first)).toEqual([]);
});

test('a price from a quantity on is set, listed and deleted', async () => {
  expect(await client.products.tierPrices.set(second, 'all', 10, '4.50')).toBe(true);
  expect(await client.products.tierPrices.list(second)).toMatchObject([{ qty: 10, value: 4.5 }]);
  expect(await client.products.tierPrices.delete(second, 'all', 10)).toBe(true);
  expect(await client.products.tierPrices.list(second)).toEqual([]);
});

test('a configurable product loses and gains a variant', async () => {
  const parent = String((await client.search('products').where('type_id', 'configurable').first())?.sku);
  const children = await client.products.configurable.children(parent);
  const child = String(children[0]?.sku);
  expect(await client.products.configurable.removeChild(parent, child)).toBe(true);
  expect(await client.products.configurable.children(parent)).toHaveLength(children.length - 1);
  expect(await client.products.configurable.addChild(parent, child)).toBe(true);
  expect(await client.products.configurable.children(parent)).toHaveLength(children.length);
  expect((await client.products.configurable.options.list(parent)).length).toBeGreaterThan(0);
});
