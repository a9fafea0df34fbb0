import { expect, test } from 'vitest';
import { fieldErrorsOf } from '../errors.js';
import { failureOf, fieldOf, openClient, scriptedClient } from '../testing/client.js';
import { collect } from './pages.js';

const teapot = { name: 'Iron Teapot', type: 'physical', weight: 1.4, price: 89.5 } as const;

test('a product is made, read with its parts, changed and deleted', async () => {
  const { client } = openClient();
  const product = await client.products.create({
    ...teapot,
    sku: 'TEA-1',
    categories: [25],
    custom_fields: [{ name: 'Made in', value: 'Japan' }],
  });
  expect(await client.products.update(product.id, { price: 79.9 })).toMatchObject({ price: 79.9 });
  const found = await client.products.get(product.id, { include: ['custom_fields', 'variants'] });
  expect(found).toMatchObject({ custom_fields: [{ value: 'Japan' }], variants: [{ sku: 'TEA-1' }] });
  const sparse = await client.products.list({ 'id:in': [product.id], include_fields: ['sku'] });
  expect(sparse.items).toEqual([{ id: product.id, sku: 'TEA-1' }]);
  await client.products.delete(product.id);
  expect(await failureOf(client.products.get(product.id))).toMatchObject({ context: { status: 404 } });
});

test('a product that lacks a field, has a read-only one or exceeds a limit is not sent', async () => {
  const { client, asked } = openClient();
  // @ts-expect-error: a product has a weight.
  expect(fieldOf(await failureOf(client.products.create({ name: 'X', type: 'digital', price: 1 })))).toBe('weight');
  const long = { ...teapot, name: 'x'.repeat(251) };
  expect(fieldOf(await failureOf(client.products.create(long)))).toBe('name');
  // @ts-expect-error: the platform sums it up.
  expect((await failureOf(client.products.update(7, { total_sold: 3 }))).message).toContain('read-only');
  expect(asked).toEqual([]);
});

test('products change ten at a time; one that is not there fails alone where the platform takes the others', async () => {
  const { client, asked } = openClient();
  const { items } = await client.products.list({ limit: 12 });
  const rows = items.map(({ id }) => ({ id, is_featured: true }));
  const { done, failed } = await client.products.updateMany([...rows, { id: 99_999, is_featured: true }]);
  expect(done.map(({ item }) => [item.id, item.is_featured])).toEqual(rows.map(({ id }) => [id, true]));
  expect(failed.map(({ index }) => index)).toEqual([12]);
  expect(asked.slice(1).map(({ method, json }) => [method, (json as unknown[]).length])).toEqual([
    ['PUT', 10],
    ['PUT', 3],
  ]);
});

test('all that a filter names is deleted in one request, and nothing without a filter', async () => {
  const { client, asked } = openClient();
  const { id } = await client.products.create({ ...teapot, sku: 'GONE' });
  asked.length = 0;
  expect((await failureOf(client.products.deleteAll({}))).message).toContain('give a filter with a condition');
  // @ts-expect-error: nor can it be left out.
  expect((await failureOf(client.products.deleteAll())).message).toContain('nothing was sent');
  expect((await failureOf(client.products.deleteAll({ sku: undefined }))).message).toContain('nothing was sent');
  expect(asked).toEqual([]);
  await client.products.deleteAll({ sku: 'GONE' });
  expect(asked).toMatchObject([{ method: 'DELETE', query: '?sku=GONE' }]);
  expect(await failureOf(client.products.get(id))).toMatchObject({ context: { status: 404 } });
});

test('options make variants, and modifiers choices with a price', async () => {
  const { client } = openClient();
  const { id } = await client.products.create(teapot);
  const option = await client.products.options.create(id, {
    display_name: 'Size',
    type: 'rectangles',
    option_values: [{ label: 'Small', sort_order: 0 }],
  });
  const large = await client.products.options.values.create(id, option.id ?? 0, { label: 'Large', sort_order: 1 });
  const variant = await client.products.variants.create(id, {
    sku: 'TEA-L',
    option_values: [{ id: large.id, option_id: option.id ?? 0 }],
    price: 99,
  });
  expect(await client.products.variants.get(id, variant.id)).toMatchObject({ sku: 'TEA-L', price: 99 });
  const { done } = await client.variants.updateMany([{ id: variant.id, price: 95 }]);
  expect(done).toMatchObject([{ index: 0, item: { id: variant.id, price: 95 } }]);
  expect((await client.variants.list({ sku: 'TEA-L' })).items).toMatchObject([{ product_id: id, price: 95 }]);
  const modifier = await client.products.modifiers.create(id, {
    type: 'checkbox',
    required: false,
    display_name: 'Gift box',
    config: { checkbox_label: 'Yes', checked_by_default: false },
  });
  expect((await client.products.modifiers.list(id)).items).toMatchObject([{ id: modifier.id }]);
  await client.products.modifiers.delete(id, modifier.id);
  expect((await client.products.modifiers.list(id)).items).toEqual([]);
});

test('images, videos, rules, fields and reviews stand below a product', async () => {
  const { client } = openClient();
  const { id } = await client.products.create(teapot);
  const byUrl = await client.products.images.create(id, { image_url: 'https://images.example/teapot.jpg' });
  expect(byUrl).toMatchObject({ product_id: id, is_thumbnail: true });
  expect(await collect(client.products.images.iterate(id))).toEqual([byUrl]);
  const video = await client.products.videos.create(id, { video_id: 'z3fRu9pkuXE', title: 'Pouring' });
  const rule = await client.products.bulkPricingRules.create(id, {
    quantity_min: 10,
    quantity_max: 0,
    type: 'percent',
    amount: 5,
  });
  const review = await client.products.reviews.create(id, {
    title: 'Lovely',
    date_reviewed: '2026-06-01T00:00:00Z',
    rating: 5,
  });
  const field = await client.products.customFields.create(id, { name: 'Volume', value: '1 l' });
  expect(await client.products.customFields.update(id, field.id, { value: '1.2 l' })).toMatchObject({ value: '1.2 l' });
  const include = ['videos', 'bulk_pricing_rules', 'reviews', 'custom_fields'] as const;
  expect(await client.products.get(id, { include })).toMatchObject({
    videos: [{ id: video.id }],
    bulk_pricing_rules: expect.arrayContaining([rule]),
    reviews: [{ id: review.id }],
    custom_fields: [{ id: field.id, value: '1.2 l' }],
  });
});

test('an image goes out as a file with its fields', async () => {
  const forms: FormData[] = [];
  const { client, asked } = scriptedClient(async request => {
    forms.push(await request.formData());
    return Response.json({ data: { id: 9, product_id: 7, description: 'from the side' }, meta: {} });
  });
  const file = new File([new Uint8Array([137, 80, 78, 71])], 'side.png', { type: 'image/png' });
  const image = await client.products.images.upload(7, file, { description: 'from the side', sort_order: 2 });
  expect(image).toMatchObject({ id: 9 });
  expect(asked[0]?.headers.get('content-type')).toMatch(/^multipart\/form-data; boundary=/);
  const [form] = forms;
  expect([form?.get('description'), form?.get('sort_order')]).toEqual(['from the side', '2']);
  const sent = form?.get('image_file') as File;
  expect([sent.name, sent.type, [...new Uint8Array(await sent.arrayBuffer())]]).toEqual([
    'side.png',
    'image/png',
    [137, 80, 78, 71],
  ]);
});

test('products are put into channels and categories, and taken out by a filter', async () => {
  const { client } = openClient();
  const { id } = await client.products.create(teapot);
  const { done } = await client.products.categoryAssignments.setMany([
    { product_id: id, category_id: 23 },
    { product_id: id, category_id: 25 },
  ]);
  expect(done).toHaveLength(2);
  expect((await client.products.categoryAssignments.list({ 'product_id:in': [id] })).items).toHaveLength(2);
  await client.products.categoryAssignments.deleteAll({ 'product_id:in': [id], 'category_id:in': [25] });
  expect((await client.products.categoryAssignments.list({ 'product_id:in': [id] })).items).toEqual([
    { product_id: id, category_id: 23 },
  ]);
});

test('the catalog sums itself up', async () => {
  const { client } = openClient();
  expect(await client.catalog.summary()).toMatchObject({ variant_count: expect.any(Number) });
});

test('brands and categories are written; of a batch of categories each row tells how it went', async () => {
  const { client } = openClient();
  const brands = await client.brands.createMany([{ name: 'Bellbird' }, { name: 'bellbird' }, { name: 'Fantail' }]);
  expect(brands.done.map(({ index }) => index)).toEqual([0, 2]);
  expect(brands.failed).toMatchObject([{ index: 1, error: { context: { status: 409 } } }]);
  const { done, failed } = await client.categories.createMany([
    { name: 'Garden', tree_id: 1 },
    { name: 'Garden', tree_id: 1 },
    { name: 'Roof', tree_id: 1 },
  ]);
  expect(done.map(({ index, item }) => [index, item.name])).toEqual([
    [0, 'Garden'],
    [2, 'Roof'],
  ]);
  expect(failed.map(({ index }) => index)).toEqual([1]);
  expect(failed[0]?.error.message).toMatch(/refuses row 1/);
  expect(fieldErrorsOf(failed[0]?.error)).toHaveLength(1);
  const id = done[0]?.item.category_id ?? 0;
  expect(await client.categories.update(id, { is_visible: false })).toMatchObject({ category_id: id });
  expect(await client.categories.get(id)).toMatchObject({ is_visible: false });
  await client.categories.deleteMany([id]);
  expect((await client.categories.list({ 'category_id:in': [id] })).items).toEqual([]);
  const [tree] = (await client.categories.trees.list()).items;
  const branches = await client.categories.trees.categories.list(tree?.id ?? 0);
  expect(branches.items[0]?.children).toEqual(expect.any(Array));
});
