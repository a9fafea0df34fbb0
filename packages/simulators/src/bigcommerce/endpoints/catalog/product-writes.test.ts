import { describe, expect, test } from 'vitest';
import { idsOf, type Json, openShop } from '../../testing.js';

const teapot = { name: 'Iron Teapot', type: 'physical', weight: 1.4, price: 89.5 };

interface One {
  readonly data: Json & { readonly id: number; readonly base_variant_id: number };
}
interface Many {
  readonly data: readonly (Json & { readonly id: number })[];
}

describe('a product', () => {
  test('that is created is found in every list, and deleted it is gone', async () => {
    const { send, read, simulator } = openShop({ orders: 5 });
    const { status, body } = await send<One>('POST', '/v3/catalog/products', {
      ...teapot,
      sku: 'TEA-1',
      categories: [25],
      brand_name: 'Tidewater',
      inventory_tracking: 'product',
      inventory_level: 7,
      custom_fields: [{ name: 'Made in', value: 'Japan' }],
      images: [{ image_url: 'https://images.example/teapot.jpg' }],
    });
    const { id, base_variant_id } = body.data;
    expect([status, body.data]).toMatchObject([200, { ...teapot, sku: 'TEA-1', inventory_level: 7, brand_id: 30 }]);
    expect(simulator.truth().products).toContain(String(id));
    expect((await read<Many>('/v3/catalog/products?sku=TEA-1')).data).toMatchObject([{ id }]);
    expect((await read<Many>('/v3/catalog/products?categories:in=25&name=iron%20teapot')).data).toHaveLength(1);
    expect((await read<Many>(`/v3/catalog/variants?product_id=${id}`)).data).toMatchObject([
      { id: base_variant_id, sku: 'TEA-1', inventory_level: 7, calculated_price: 89.5 },
    ]);
    expect(await read(`/v3/catalog/products/${id}?include=custom_fields,images,primary_image`)).toMatchObject({
      data: {
        custom_fields: [{ name: 'Made in' }],
        images: [{ is_thumbnail: true }],
        primary_image: { product_id: id },
      },
    });
    expect((await send('DELETE', `/v3/catalog/products/${id}`)).status).toBe(204);
    expect((await send('GET', `/v3/catalog/products/${id}`)).status).toBe(404);
    expect(simulator.truth().products).not.toContain(String(id));
  });

  test('that is changed shows it everywhere, at the shop’s present time, and the past keeps its name', async () => {
    const { send, read, allV2 } = openShop({ orders: 60 });
    const [order] = await allV2<Json>('/v2/orders');
    const before = await read<Json[]>(`/v2/orders/${order?.id}/products`);
    const product = Number(before.find(line => line.product_id !== 0)?.product_id);
    await send('PUT', `/v3/catalog/products/${product}`, {
      name: 'Renamed',
      price: 12.5,
      meta_keywords: ['a'],
      width: 3,
    });
    const { data } = await read<Many>('/v3/catalog/products?date_modified:min=2026-06-30T23:59:00Z');
    expect(data).toMatchObject([
      {
        id: product,
        name: 'Renamed',
        price: 12.5,
        meta_keywords: ['a'],
        width: 3,
        date_modified: '2026-06-30T23:59:00+00:00',
      },
    ]);
    expect(await read(`/v2/orders/${order?.id}/products`)).toEqual(before);
  });

  test('that cannot be is refused, by field, and nothing is kept of it', async () => {
    const { send, simulator } = openShop({ orders: 5 });
    const known = simulator.truth().products;
    expect(await send('POST', '/v3/catalog/products', { name: 'x'.repeat(251), type: 'thing' })).toMatchObject({
      status: 422,
      body: {
        status: 422,
        errors: {
          name: expect.any(String),
          type: expect.any(String),
          weight: expect.any(String),
          price: expect.any(String),
        },
      },
    });
    await send('POST', '/v3/catalog/products', teapot);
    expect((await send('POST', '/v3/catalog/products', teapot)).status).toBe(409);
    expect((await send('POST', '/v3/catalog/products', { ...teapot, name: 'Other', brand_id: 9999 })).status).toBe(409);
    const broken = { ...teapot, name: 'Broken', variants: [{ sku: 'B-1' }] };
    expect((await send('POST', '/v3/catalog/products', broken)).status).toBe(422);
    expect(simulator.truth().products).toHaveLength((known?.length ?? 0) + 1);
  });
});

test.each([
  ['upc=12345', { upc: '12345' }],
  ['mpn=M-9', { mpn: 'M-9' }],
  ['condition=used', { condition: 'Used' }],
  ['weight=77', { weight: 77 }],
  ['is_free_shipping=1', { is_free_shipping: true }],
  ['keyword=celadon', { description: '<p>Celadon glaze</p>' }],
  ['is_featured=1&id:in=79', { is_featured: true }],
])('what is written is found by %s', async (filter, change) => {
  const { send, read } = openShop({ orders: 5 });
  const path = `/v3/catalog/products?${filter}`;
  expect((await read<Many>(path)).data).toEqual([]);
  await send('PUT', '/v3/catalog/products/79', change);
  expect(idsOf((await read<Many>(path)).data)).toEqual(['79']);
});

test('stock that runs low, and runs out, is found so', async () => {
  const { send, read } = openShop({ orders: 5 });
  const made = { ...teapot, inventory_tracking: 'product', inventory_level: 2, inventory_warning_level: 3 };
  const { id } = (await send<One>('POST', '/v3/catalog/products', made)).body.data;
  const found = async (filter: string) => idsOf((await read<Many>(`/v3/catalog/products?limit=250&${filter}`)).data);
  expect(await found('inventory_low=1')).toContain(String(id));
  expect(await found('out_of_stock=1')).not.toContain(String(id));
  await send('PUT', `/v3/catalog/products/${id}`, { inventory_level: 0 });
  expect(await found('out_of_stock=1')).toContain(String(id));
});

describe('several products', () => {
  test('are changed row by row: what fails is told beside what was done', async () => {
    const { send } = openShop({ orders: 5 });
    const all = await send('PUT', '/v3/catalog/products', [
      { id: 77, name: 'A' },
      { id: 78, name: 'B' },
    ]);
    expect([all.status, all.body]).toMatchObject([200, { data: [{ name: 'A' }, { name: 'B' }] }]);
    const some = await send('PUT', '/v3/catalog/products', [
      { id: 77, name: 'C' },
      { id: 78, price: 'much' },
      { id: 1 },
    ]);
    expect(some).toMatchObject({
      status: 207,
      body: {
        data: [{ id: 77, name: 'C' }],
        errors: { status: 422, errors: { '1.price': expect.any(String), 2: 'The resource was not found.' } },
        meta: { total: 3, success: 1, failed: 2 },
      },
    });
    expect((await send('PUT', '/v3/catalog/products', [{ id: 1 }])).status).toBe(404);
    expect(
      (
        await send(
          'PUT',
          '/v3/catalog/products',
          Array.from({ length: 11 }, () => ({ id: 77 })),
        )
      ).status,
    ).toBe(413);
  });

  test('are deleted by a filter, never without one', async () => {
    const { send, simulator } = openShop({ orders: 5 });
    const before = simulator.truth().products ?? [];
    expect((await send('DELETE', '/v3/catalog/products?limit=10')).status).toBe(422);
    expect((await send('DELETE', '/v3/catalog/products?id:in=77,78')).status).toBe(204);
    expect(simulator.truth().products).toEqual(before.filter(id => id !== '77' && id !== '78'));
  });
});

describe('variants and options', () => {
  test('a simple product gets variants out of names, and options with them', async () => {
    const { send, read } = openShop({ orders: 5 });
    const { data: product } = (await send<One>('POST', '/v3/catalog/products', teapot)).body;
    const path = `/v3/catalog/products/${product.id}`;
    const chosen = (label: string) => [{ option_display_name: 'Glaze', label }];
    const blue = await send<One>('POST', `${path}/variants`, { sku: 'T-B', option_values: chosen('Blue'), price: 99 });
    expect(blue.body.data).toMatchObject({ sku: 'T-B', calculated_price: 99, option_values: [{ label: 'Blue' }] });
    await send('POST', `${path}/variants`, { sku: 'T-R', option_values: chosen('Red') });
    expect((await send('POST', `${path}/variants`, { sku: 'T-R', option_values: chosen('Green') })).status).toBe(409);
    expect((await send('POST', `${path}/variants`, { sku: 'T-X', option_values: chosen('Red') })).status).toBe(409);
    expect(await read(`${path}?include=options,variants`)).toMatchObject({
      data: {
        base_variant_id: null,
        options: [{ display_name: 'Glaze', option_values: [{ label: 'Blue' }, { label: 'Red' }] }],
        variants: [{ sku: 'T-B' }, { sku: 'T-R', price: null, calculated_price: 89.5 }],
      },
    });
    const changed = await send('PUT', `${path}/variants/${blue.body.data.id}`, {
      purchasing_disabled: true,
      weight: 2,
    });
    expect(changed.body).toMatchObject({ data: { purchasing_disabled: true, weight: 2 } });
    expect((await send('DELETE', `${path}/variants/${blue.body.data.id}`)).status).toBe(204);
    expect((await read<Many>(`${path}/variants`)).data).toMatchObject([{ sku: 'T-R' }]);
  });

  test('a batch of variants tells what is wrong with its rows', async () => {
    const { send, read } = openShop({ orders: 5 });
    const tracked = (await read<Many>('/v3/catalog/products?limit=250')).data.filter(
      ({ inventory_tracking }) => inventory_tracking === 'variant',
    );
    const { data } = await read<Many>(`/v3/catalog/variants?product_id:in=${tracked[0]?.id}`);
    const ids = data.slice(0, 2).map(({ id }) => id);
    const rows = ids.map(id => ({ id, price: 3.5, inventory_level: 9 }));
    expect(await send('PUT', '/v3/catalog/variants', rows)).toMatchObject({
      status: 200,
      body: { data: [{ price: 3.5 }, {}] },
    });
    expect((await read<Many>(`/v3/catalog/variants?id:in=${ids.join(',')}`)).data).toMatchObject(rows);
    expect(await send('PUT', '/v3/catalog/variants', [{ id: ids[0], price: -1 }])).toMatchObject({
      status: 422,
      body: { batch_errors: [{ status: 422, errors: { price: expect.any(String) } }] },
    });
    expect(
      (
        await send(
          'PUT',
          '/v3/catalog/variants',
          Array.from({ length: 51 }, () => rows[0]),
        )
      ).status,
    ).toBe(413);
  });

  test('option values are records of their own', async () => {
    const { send, read } = openShop({ orders: 5 });
    const path = '/v3/catalog/products/79';
    const option = await send<One>('POST', `${path}/options`, {
      display_name: 'Scent',
      type: 'dropdown',
      option_values: [{ label: 'Rose' }],
    });
    const values = `${path}/options/${option.body.data.id}/values`;
    const added = await send<One>('POST', values, { label: 'Pine' });
    await send('PUT', `${values}/${added.body.data.id}`, { label: 'Fir' });
    expect((await send('POST', values, { label: 'fir' })).status).toBe(409);
    expect((await read<Many>(values)).data).toMatchObject([{ label: 'Rose' }, { label: 'Fir' }]);
    expect((await send('DELETE', `${values}/${added.body.data.id}`)).status).toBe(204);
    expect(await read(`${path}/options/${option.body.data.id}`)).toMatchObject({
      data: { option_values: [{ label: 'Rose' }] },
    });
  });
});

describe('sub-resources', () => {
  test.each([
    ['images', { image_url: 'https://images.example/a.jpg' }, { description: 'Front' }],
    ['videos', { video_id: 'z3fRu9pkuXE' }, { title: 'How to brew' }],
    ['custom-fields', { name: 'ISBN', value: '123' }, { value: '456' }],
    ['bulk-pricing-rules', { quantity_min: 10, quantity_max: 20, type: 'price', amount: 5 }, { amount: 6 }],
    ['reviews', { title: 'Fine', date_reviewed: '2026-01-02T00:00:00Z' }, { rating: 5 }],
    ['modifiers', { display_name: 'Engraving', type: 'text', required: false }, { required: true }],
  ])('%s are created, read, changed and deleted under their product', async (name, made, change) => {
    const { send, read } = openShop({ orders: 5 });
    const path = `/v3/catalog/products/79/${name}`;
    const before = idsOf((await read<Many>(path)).data);
    expect((await send('POST', path, {})).status).toBe(422);
    const { id } = (await send<One>('POST', path, made)).body.data;
    expect((await send('PUT', `${path}/${id}`, change)).body).toMatchObject({ data: { id, ...change } });
    expect(await read(`${path}/${id}`)).toMatchObject({ data: change });
    const included = await read<One>(`/v3/catalog/products/79?include=${name.replaceAll('-', '_')}`);
    expect(idsOf(included.data[name.replaceAll('-', '_')] as Json[])).toEqual([...before, String(id)]);
    expect((await send('DELETE', `${path}/${id}`)).status).toBe(204);
    expect(idsOf((await read<Many>(path)).data)).toEqual(before);
    expect((await send('POST', `/v3/catalog/products/1/${name}`, made)).status).toBe(404);
  });
});

test('assignments put products into channels and categories and take them out again', async () => {
  const { send, read } = openShop({ orders: 5 });
  for (const [path, field, id] of [
    ['channel-assignments', 'channel_id', 2],
    ['category-assignments', 'category_id', 24],
  ] as const) {
    const list = `/v3/catalog/products/${path}`;
    expect((await send('PUT', list, [{ product_id: 80, [field]: id }])).status).toBe(204);
    expect((await read<Many>(`${list}?product_id:in=80&${field}:in=${id}`)).data).toEqual([
      { product_id: 80, [field]: id },
    ]);
    expect((await send('DELETE', list)).status).toBe(422);
    expect((await send('DELETE', `${list}?product_id:in=80&${field}:in=${id}`)).status).toBe(204);
    expect((await read<Many>(`${list}?product_id:in=80&${field}:in=${id}`)).data).toEqual([]);
    expect((await send('PUT', list, [{ product_id: 80, [field]: 999 }])).status).toBe(422);
  }
});
