import { describe, expect, test } from 'vitest';
import { idsOf, type Json, openShop } from '../../testing.js';

const { read, request, allV3, simulator } = openShop({ orders: 20 });

interface ProductJson extends Json {
  readonly id: number;
  readonly date_modified: string;
  readonly inventory_tracking: string;
  readonly inventory_level: number;
  readonly base_variant_id: number | null;
  readonly variants: readonly (Json & { readonly id: number; readonly inventory_level: number })[];
}

interface Page {
  readonly data: readonly ProductJson[];
  readonly meta: { readonly pagination: Json };
}

const products = await allV3<ProductJson>('/v3/catalog/products?include=variants&limit=250');

describe('products', () => {
  test('come once each, with all their variants', () => {
    expect(idsOf(products)).toEqual(simulator.truth().products);
    expect(idsOf(products.flatMap(({ variants }) => variants))).toEqual(simulator.truth().variants);
    for (const product of products) {
      const [base] = product.variants;
      if (product.base_variant_id === null) expect(product.variants.length).toBeGreaterThan(1);
      else expect(product.base_variant_id).toBe(base?.id);
    }
  });

  test('paging tells totals and relative links that keep the filters', async () => {
    const { data, meta } = await read<Page>('/v3/catalog/products?type=physical&limit=20&page=2');
    const total = products.filter(({ type }) => type === 'physical').length;
    expect(data).toHaveLength(20);
    expect(meta.pagination).toEqual({
      total,
      count: 20,
      per_page: 20,
      current_page: 2,
      total_pages: Math.ceil(total / 20),
      links: {
        previous: '?type=physical&page=1&limit=20',
        current: '?type=physical&page=2&limit=20',
        next: '?type=physical&page=3&limit=20',
      },
    });
    const beyond = await read<Page>('/v3/catalog/products?page=99');
    expect([beyond.data, beyond.meta.pagination.count]).toEqual([[], 0]);
  });

  test('pages shrink to ten when options or modifiers come along', async () => {
    expect((await read<Page>('/v3/catalog/products?include=options&limit=250')).data).toHaveLength(10);
    expect((await read<Page>('/v3/catalog/products?include=modifiers')).meta.pagination.per_page).toBe(10);
    expect((await read<Page>('/v3/catalog/products?include=variants,images,custom_fields')).data).toHaveLength(50);
  });

  test('modification time filters, inclusively', async () => {
    const bound = [...products].map(({ date_modified }) => date_modified).sort()[60] ?? '';
    const found = await allV3<ProductJson>(
      `/v3/catalog/products?date_modified:min=${encodeURIComponent(bound)}&sort=date_modified`,
    );
    const expected = products
      .filter(({ date_modified }) => date_modified >= bound)
      .map(({ date_modified }) => date_modified);
    expect(found.map(({ date_modified }) => date_modified)).toEqual(expected.sort());
  });

  test('a bare date is completed with the current time of day', async () => {
    const day = (products[3]?.date_modified ?? '').slice(0, 10);
    const found = await allV3<ProductJson>(`/v3/catalog/products?date_modified:min=${day}`);
    expect(idsOf(found)).toEqual(
      idsOf(products.filter(({ date_modified }) => Date.parse(date_modified) >= Date.parse(`${day}T23:59:00Z`))),
    );
    expect(idsOf(found)).not.toContain(String(products[3]?.id));
  });

  test('fields can be chosen, and the id always comes', async () => {
    const { data } = await read<Page>('/v3/catalog/products?include_fields=name,sku&limit=1');
    expect(Object.keys(data[0] ?? {}).sort()).toEqual(['id', 'name', 'sku']);
  });

  test('stock adds up over variants and locations, and means nothing where it is not tracked', async () => {
    const items = await allV3<{ identity: { variant_id: number }; locations: { available_to_sell: number }[] }>(
      '/v3/inventory/items?limit=1000',
    );
    const stock = new Map(
      items.map(({ identity, locations }) => [
        identity.variant_id,
        locations.reduce((sum, row) => sum + row.available_to_sell, 0),
      ]),
    );
    expect(items).toHaveLength(simulator.truth().inventoryItems?.length ?? 0);
    for (const { inventory_tracking, inventory_level, variants } of products) {
      const levels = variants.map(variant => variant.inventory_level);
      expect(inventory_level).toBe(levels.reduce((sum, level) => sum + level, 0));
      expect(levels).toEqual(variants.map(({ id }) => stock.get(id)));
      if (inventory_tracking === 'none') expect(inventory_level).toBe(0);
    }
  });

  test('deleted products are gone, and unset prices are 0 on products and null on variants', async () => {
    expect(idsOf(products)).not.toContain('90');
    expect((await request('/v3/catalog/products/90')).status).toBe(404);
    expect(products.every(({ retail_price }) => retail_price === 0)).toBe(true);
    expect(
      products
        .flatMap(({ variants }) => variants)
        .some(({ price, calculated_price }) => price === null && Number(calculated_price) > 0),
    ).toBe(true);
  });

  test('sub-resources hold what an include holds', async () => {
    const product = products.find(({ variants }) => variants.length > 1);
    const variants = await read<Page>(`/v3/catalog/products/${product?.id}/variants?limit=250`);
    expect(variants.data).toEqual(product?.variants);
    const { data } = await read<{ data: Json }>(`/v3/catalog/products/${product?.id}?include=options,images`);
    expect(await read<Page>(`/v3/catalog/products/${product?.id}/options`)).toMatchObject({ data: data.options });
    expect(idsOf(await allV3<Json>('/v3/catalog/variants?limit=250'))).toEqual(simulator.truth().variants);
  });
});

describe('brands, categories, channels, taxes, price lists', () => {
  test('each list is complete', async () => {
    const truth = simulator.truth();
    expect(idsOf(await allV3<Json>('/v3/catalog/brands?limit=3'))).toEqual(truth.brands);
    const tree = await allV3<{ category_id: number; tree_id: number }>('/v3/catalog/trees/categories?limit=5');
    expect(tree.map(({ category_id }) => String(category_id))).toEqual(truth.categories);
    expect(idsOf(await allV3<Json>('/v3/catalog/categories'))).toHaveLength(
      tree.filter(({ tree_id }) => tree_id === 1).length,
    );
    expect(idsOf(await allV3<Json>('/v3/channels?include=currencies'))).toEqual(truth.channels);
    expect(idsOf(await allV3<Json>('/v3/inventory/locations'))).toEqual(truth.locations);
    expect(idsOf(await allV3<Json>('/v3/tax/rates'))).toEqual(truth.taxRates);
    const rates = await allV3<Json & { class_rates: { tax_class_id: number }[] }>('/v3/tax/rates');
    expect(rates.filter(({ enabled }) => enabled === false)).toHaveLength(1);
    const components = rates.flatMap(({ id, class_rates }) => class_rates.map(row => `${id}:${row.tax_class_id}`));
    expect(components).toEqual(truth.taxComponents);
    expect(idsOf((await read<{ data: Json[] }>('/v3/tax/zones')).data)).toEqual(truth.taxZones);
    expect(await allV3('/v3/pricelists')).toEqual([]);
    for (const [path, collection] of [
      ['currencies', 'currencies'],
      ['order_statuses', 'orderStatuses'],
      ['tax_classes', 'taxClasses'],
      ['customer_groups', 'customerGroups'],
      ['shipping/zones', 'shippingZones'],
    ] as const) {
      expect(idsOf(await read<Json[]>(`/v2/${path}`))).toEqual(truth[collection]);
      expect((await request(`/v2/${path}?page=2`)).status).toBe(204);
    }
    expect((await read<{ code: string }[]>('/v2/payments/methods')).map(({ code }) => code)).toEqual(
      truth.paymentMethods,
    );
  });

  test('a tree nests its categories', async () => {
    const { data } = await read<{ data: { id: number; children: { id: number }[] }[] }>(
      '/v3/catalog/trees/1/categories',
    );
    expect(data[0]).toMatchObject({ id: 18, children: [{ id: 19 }, { id: 20 }] });
  });

  test('channels refuse a filter that they do not know', async () => {
    expect((await request('/v3/channels?name=x')).status).toBe(422);
  });
});
