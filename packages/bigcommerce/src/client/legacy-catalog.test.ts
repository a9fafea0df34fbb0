import { expect, test } from 'vitest';
import { openClient, scriptedClient } from '../testing/client.js';
import { collect } from './pages.js';

test('options that products share have values, and stand in sets', async () => {
  const { client } = openClient();
  const option = await client.legacy.options.create({ name: 'Glaze', display_name: 'Glaze', type: 'RB' });
  const value = await client.legacy.options.values.create(option.id, { label: 'Celadon', value: '#ace1af' });
  expect(await client.legacy.options.values.get(option.id, value.id)).toMatchObject({ label: 'Celadon' });
  if (!option.values) throw new Error('an option has a link to its values');
  expect((await client.follow(option.values)).items).toMatchObject([{ id: value.id }]);
  const set = await client.legacy.optionSets.create({ name: 'Pots' });
  await client.legacy.optionSets.options.create(set.id, { option_id: option.id, is_required: true });
  expect(await collect(client.legacy.optionSets.options.iterate(set.id))).toMatchObject([{ option_id: option.id }]);
  expect(await client.legacy.optionSets.count()).toBe(1);
  expect(await client.legacy.options.update(option.id, { display_name: 'Finish' })).toMatchObject({
    display_name: 'Finish',
  });
});

test('variants are SKUs there, with rules below their products', async () => {
  const { client } = openClient();
  const [sku] = (await client.legacy.allSkus.list({ limit: 1 })).items;
  const product = sku?.product_id ?? 0;
  expect(await client.legacy.skus.update(product, sku?.id ?? 0, { upc: '123' })).toMatchObject({ upc: '123' });
  expect((await client.variants.list({ sku: sku?.sku ?? '' })).items).toMatchObject([{ upc: '123' }]);
  const rule = await client.legacy.rules.create(product, {
    price_adjuster: { adjuster: 'relative', adjuster_value: 2 },
    conditions: [{ sku_id: sku?.id ?? 0 }],
  });
  expect(await client.legacy.rules.update(product, rule.id, { is_enabled: false })).toMatchObject({
    is_enabled: false,
  });
  await client.legacy.rules.delete(product, rule.id);
  expect((await client.legacy.rules.list(product)).items).toEqual([]);
});

test('V2 counts what V3 does not', async () => {
  const { client, simulator } = openClient();
  const { products, categories, brands } = simulator.truth();
  expect(await client.legacy.products.count()).toBe(products?.length);
  expect(await client.legacy.categories.count()).toBe(categories?.length);
  expect(await client.legacy.brands.count()).toBe(brands?.length);
});

test('products of V2 are iterated by their ids', async () => {
  const rows = Array.from({ length: 320 }, (_, index) => ({ id: index + 1, name: `P${index}` }));
  const { client, asked } = scriptedClient(request => {
    const query = new URL(request.url).searchParams;
    const left = rows.filter(({ id }) => id >= Number(query.get('min_id')));
    return left.length === 0
      ? new Response(null, { status: 204 })
      : Response.json(left.slice(0, Number(query.get('limit'))));
  });
  expect(await collect(client.legacy.products.iterate({ is_visible: true }))).toEqual(rows);
  const queries = asked.map(({ query }) => Object.fromEntries(new URLSearchParams(query)));
  expect(queries).toEqual(['1', '251', '321'].map(min_id => ({ is_visible: 'true', limit: '250', min_id })));
});

test('products, brands and categories of V2 are those of V3', async () => {
  const { client } = openClient();
  const [category] = (await client.legacy.categories.list({ limit: 1 })).items;
  const product = await client.legacy.products.create({
    name: 'Iron Teapot',
    type: 'physical',
    price: '89.50',
    weight: '1.4',
    categories: [category?.id ?? 0],
    availability: 'available',
  });
  expect(await client.products.get(product.id)).toMatchObject({ name: 'Iron Teapot', price: 89.5 });
  expect(await client.legacy.products.update(product.id, { price: '79.90' })).toMatchObject({ id: product.id });
  expect((await client.products.get(product.id)).price).toBe(79.9);
  await client.legacy.products.delete(product.id);
  const ids = (await collect(client.legacy.products.iterate())).map(({ id }) => id);
  expect(ids).toEqual((await collect(client.products.iterate())).map(({ id }) => id));
  const brand = await client.legacy.brands.create({ name: 'Bellbird' });
  expect(await client.brands.get(brand.id)).toMatchObject({ name: 'Bellbird' });
  expect((await collect(client.legacy.brands.iterate())).map(({ id }) => id)).toContain(brand.id);
  expect(await client.legacy.categories.get(category?.id ?? 0)).toEqual(category);
});

test('redirects of V2 stand beside those of V3', async () => {
  const { client } = openClient();
  const redirect = await client.legacy.redirects.create({ path: '/older', forward: { type: 'category', ref: 18 } });
  expect((await client.redirects.list({ keyword: 'older' })).items).toMatchObject([{ to: { entity_id: 18 } }]);
  await client.legacy.redirects.delete(redirect.id);
  expect((await client.legacy.redirects.list()).items).toEqual([]);
});
