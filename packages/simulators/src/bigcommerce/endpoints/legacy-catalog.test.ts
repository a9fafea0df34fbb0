import { describe, expect, test } from 'vitest';
import { type Json, openShop } from '../testing.js';

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
    expect(twin).toMatchObject({ status: 400, body: [{ message: "The field 'option_values' is invalid." }] });
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

  test('counts products, categories and brands', async () => {
    const { read, simulator } = openShop({ orders: 5 });
    const { products, categories, brands } = simulator.truth();
    expect(await read('/v2/products/count')).toEqual({ count: products?.length });
    expect(await read('/v2/categories/count')).toEqual({ count: categories?.length });
    expect(await read('/v2/brands/count')).toEqual({ count: brands?.length });
  });
});
