import { describe, expect, test } from 'vitest';
import { type Json, openShop } from '../../testing.js';

interface Row extends Json {
  readonly id: number;
}

describe('the catalog of old', () => {
  test('has options with values, and sets of them', async () => {
    const { send, read } = openShop({ orders: 5 });
    const option = (await send<Row>('POST', '/v2/options', { name: 'Glaze', type: 'RB' })).body;
    expect(option).toMatchObject({ display_name: 'Glaze', values: { resource: `/options/${option.id}/values` } });
    expect((await send('POST', '/v2/options', { name: 'Glaze', type: 'RB' })).status).toBe(409);
    expect((await send('POST', '/v2/options', { name: 'X', type: 'XX' })).status).toBe(400);
    const value = (await send<Row>('POST', `/v2/options/${option.id}/values`, { label: 'Celadon', value: '#ace1af' }))
      .body;
    expect(await read(`/v2/options/${option.id}/values/${value.id}`)).toMatchObject({
      label: 'Celadon',
      option_id: option.id,
    });
    const set = (await send<Row>('POST', '/v2/option_sets', { name: 'Pots' })).body;
    await send('POST', `/v2/option_sets/${set.id}/options`, { option_id: option.id, is_required: true });
    expect(await read(`/v2/option_sets/${set.id}/options`)).toMatchObject([
      { option_id: option.id, display_name: 'Glaze', is_required: true },
    ]);
    expect((await send('POST', `/v2/option_sets/${set.id}/options`, { option_id: 99 })).status).toBe(400);
    expect((await send('GET', '/v2/options/99/values')).status).toBe(404);
    expect(await read('/v2/option_sets/count')).toEqual({ count: 1 });
  });

  test('shows variants as SKUs, and writes them', async () => {
    const { send, read } = openShop({ orders: 5 });
    const [sku] = await read<Row[]>('/v2/products/skus?limit=1');
    const path = `/v2/products/${sku?.product_id}/skus/${sku?.id}`;
    expect((await send('PUT', path, { upc: '123', price: 7.5 })).body).toMatchObject({
      upc: '123',
      price: 7.5,
    });
    const { data } = await read<{ data: Json[] }>(`/v3/catalog/variants?sku=${encodeURIComponent(String(sku?.sku))}`);
    expect(data).toMatchObject([{ upc: '123', price: 7.5 }]);
    const twin = await send('POST', `/v2/products/${sku?.product_id}/skus`, { sku: 'NEW', options: sku?.options });
    expect(twin).toMatchObject({ status: 409, body: [{ status: 409 }] });
    expect((await send('DELETE', path)).status).toBe(204);
    const again = await send<Row>('POST', `/v2/products/${sku?.product_id}/skus`, {
      sku: 'NEW',
      options: sku?.options,
    });
    expect(again.body).toMatchObject({ sku: 'NEW', options: sku?.options, price: null });
    expect((await send('GET', path)).status).toBe(404);
  });

  test('has rules below its products', async () => {
    const { send, read } = openShop({ orders: 5 });
    const path = '/v2/products/77/rules';
    const rule = { price_adjuster: { adjuster: 'relative', adjuster_value: 2 }, conditions: [{ sku_id: 564 }] };
    const { id } = (await send<Row>('POST', path, rule)).body;
    await send('PUT', `${path}/${id}`, { is_enabled: false });
    expect(await read(path)).toMatchObject([{ ...rule, id, product_id: 77, is_enabled: false }]);
    expect((await send('POST', path, {})).status).toBe(400);
    expect((await send('DELETE', `${path}/${id}`)).status).toBe(204);
    expect(await read(path)).toEqual([]);
  });

  test('shows and writes products, with text for amounts', async () => {
    const { send, read, simulator } = openShop({ orders: 5 });
    const pot = {
      name: 'Pot',
      type: 'physical',
      weight: '1',
      price: '12.5',
      categories: [25],
      availability: 'available',
    };
    const made = await send<Row>('POST', '/v2/products', { ...pot, inventory_tracking: 'simple', inventory_level: 3 });
    expect(made).toMatchObject({
      status: 201,
      body: { name: 'Pot', price: '12.5000', inventory_tracking: 'simple', inventory_level: 3 },
    });
    const { id } = made.body;
    expect(await read(`/v3/catalog/products/${id}`)).toMatchObject({
      data: { price: 12.5, inventory_tracking: 'product' },
    });
    expect((await send('PUT', `/v2/products/${id}`, { meta_keywords: 'clay, brown' })).body).toMatchObject({
      meta_keywords: 'clay,brown',
    });
    expect(await read('/v2/products?name=pot&min_price=12')).toMatchObject([{ id }]);
    expect((await send('POST', '/v2/products', pot)).status).toBe(409);
    expect((await send('POST', '/v2/products', { name: 'X' })).status).toBe(400);
    expect((await send('PUT', `/v2/products/${id}`, { date_created: 'x' })).status).toBe(400);
    expect((await send('DELETE', `/v2/products/${id}`)).status).toBe(204);
    expect(await read('/v2/products/count')).toEqual({ count: simulator.truth().products?.length });
  });

  test.each([
    ['categories', { name: 'Attic', parent_id: 22 }, '/v3/catalog/trees/categories?name=Attic'],
    ['brands', { name: 'Bellbird' }, '/v3/catalog/brands?name=Bellbird'],
  ])('shows and writes %s', async (name, made, v3) => {
    const { send, read } = openShop({ orders: 5 });
    const before = await read<{ count: number }>(`/v2/${name}/count`);
    const { id } = (await send<Row>('POST', `/v2/${name}`, made)).body;
    expect((await send('POST', `/v2/${name}`, made)).status).toBe(409);
    await send('PUT', `/v2/${name}/${id}`, { page_title: 'New', meta_keywords: 'a,b' });
    expect(await read(v3)).toMatchObject({ data: [{ page_title: 'New', meta_keywords: ['a', 'b'] }] });
    expect(await read(`/v2/${name}/${id}`)).toMatchObject({ ...made, meta_keywords: 'a,b' });
    expect((await send('DELETE', `/v2/${name}/${id}`)).status).toBe(204);
    expect(await read(`/v2/${name}/count`)).toEqual(before);
  });
});
