import { InputError } from '@cartograph/core';
import { expect, test } from 'vitest';
import { openClient } from '../testing/client.js';
import { collect } from './among.js';

const { client, asked } = openClient();
const since = (start: number) => asked.slice(start).map(({ method, path }) => `${method} ${path}`);
const attribute = (product: { readonly custom_attributes?: unknown }, code: string): unknown =>
  (product.custom_attributes as { attribute_code: string; value: unknown }[] | undefined)?.find(
    ({ attribute_code }) => attribute_code === code,
  )?.value;

test('a product is created, read, listed, changed and deleted', async () => {
  const created = await client.products.create({
    sku: 'NEW-1',
    name: 'New',
    price: '19.90',
    weight: 1,
    status: 1,
    visibility: 4,
    type_id: 'simple',
    custom_attributes: { description: 'Made by hand', url_key: 'new-1' },
  });
  expect(created).toMatchObject({ sku: 'NEW-1', price: 19.9, attribute_set_id: 4 });
  expect(attribute(await client.products.get('NEW-1'), 'description')).toBe('Made by hand');
  expect((await client.products.byId(Number(created.id)))?.sku).toBe('NEW-1');
  await client.products.update('NEW-1', { name: 'Newer', custom_attributes: { description: 'Made by machine' } });
  const [listed] = await collect(client.products.bySku(['NEW-1', 'no such']));
  expect(listed).toMatchObject({ name: 'Newer', price: 19.9 });
  expect(await client.products.delete('NEW-1')).toBe(true);
  expect(await collect(client.products.bySku(['NEW-1']))).toEqual([]);
  await expect(client.products.get('NEW-1')).rejects.toMatchObject({ context: { status: 404 } });
});

test('a SKU with a slash goes in the body, as no address can hold it', async () => {
  await client.products.create({ sku: 'A/B', name: 'Slashed', price: 5 });
  const start = asked.length;
  await client.products.update('A/B', { name: 'Still slashed' });
  expect((await client.products.get('A/B')).name).toBe('Still slashed');
  expect(since(start)).toEqual(['POST all/V1/products', 'GET all/V1/products']);
  await expect((async () => client.products.media.list('A/B'))()).rejects.toThrow(InputError);
});

test('what an empty list would take away, and what only the shop sets, is refused before any request', async () => {
  const start = asked.length;
  for (const [changes, field] of [
    [{ media_gallery_entries: [] }, 'media_gallery_entries'],
    [{ id: 5 }, 'id'],
    [{ visibility: 9 }, 'visibility'],
    [{ nmae: 'x' }, 'nmae'],
    [{ price: 'free' }, 'price'],
  ] as const)
    await expect(client.products.update('X', changes as never)).rejects.toMatchObject({ context: { field } });
  await expect(client.products.create({ sku: 'X'.repeat(65), name: 'x' })).rejects.toMatchObject({
    context: { field: 'sku' },
  });
  expect(asked.length).toBe(start);
});

test('what a store view is given of website scope goes to all as well, as a second request', async () => {
  const [view] = (await client.store.views()).filter(({ code }) => code !== 'admin');
  const storeCode = String(view?.code);
  await client.products.create({ sku: 'SCOPED', name: 'Everywhere', price: 10 });
  const websiteCodes = await client.products.attributes.scopes.in('website');
  expect(websiteCodes).toContain('status');
  const start = asked.length;
  await client.products.update('SCOPED', { name: 'Here', status: 2 }, { storeCode });
  expect(since(start)).toEqual([`PUT ${storeCode}/V1/products/SCOPED`, 'PUT all/V1/products/SCOPED']);
  expect(asked.at(-1)?.body).toEqual({ product: { status: 2 } });
  expect(await client.products.get('SCOPED')).toMatchObject({ name: 'Everywhere', status: 2 });
  expect(await client.withStore(storeCode).products.get('SCOPED')).toMatchObject({ name: 'Here', status: 2 });
  const again = asked.length;
  await client.withStore(storeCode).products.update('SCOPED', { name: 'Only here' });
  await client.products.update('SCOPED', { status: 1 }, { storeCode, websiteValues: 'scope' });
  expect(since(again)).toEqual([`PUT ${storeCode}/V1/products/SCOPED`, `PUT ${storeCode}/V1/products/SCOPED`]);
});

test('products of a category, and of those below it, come once each', async () => {
  const products = await client.search('products').all();
  const links = (id: number) =>
    products.filter(({ extension_attributes: own }) =>
      own?.category_links?.some(link => Number(link.category_id) === id),
    );
  const category = Number(
    products.find(({ extension_attributes: own }) => own?.category_links?.length)?.extension_attributes
      ?.category_links?.[0]?.category_id,
  );
  const found = await collect(client.products.byCategory(category));
  expect(found.map(({ sku }) => sku).sort()).toEqual(
    links(category)
      .map(({ sku }) => sku)
      .sort(),
  );
  const all = await collect(client.products.byCategory(2, { subcategories: true }));
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  expect(all.length).toBeGreaterThan(found.length);
});
