import { beforeAll, describe, expect, test } from 'vitest';
import { createIconicSimulator } from '../simulator.js';
import { connect, type TestClient } from '../testing.js';

interface SetJson {
  readonly id: number;
  readonly status: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly brandId: number;
}

interface ProductJson {
  readonly id: number;
  readonly sellerSku: string;
  readonly shopSku: string | null;
  readonly name?: string;
}

const simulator = createIconicSimulator({ orders: 5 });
let client: TestClient;
let sets: SetJson[];

beforeAll(async () => {
  client = await connect(simulator);
  sets = await client.all<SetJson>('/v2/product-sets');
});

describe('product sets', () => {
  test('are listed to the end with their count, at most a hundred a page', async () => {
    expect(sets.map(set => String(set.id))).toEqual(simulator.truth().productSets);
    const page = await client.read<{ items: SetJson[]; pagination: unknown }>('/v2/product-sets?limit=1000&offset=0');
    expect([page.items.length, page.pagination]).toEqual([100, { limit: 100, offset: 0, totalCount: 120 }]);
  });

  test('are refused with 422 and without a list of violations', async () => {
    for (const query of ['limit=10', 'limit=10&offset=0&updateDateStart=2026-01-01T00:00:00Z']) {
      const response = await client.request(`/v2/product-sets?${query}`);
      expect(response.status).toBe(422);
      expect(await response.json()).toMatchObject({ title: 'Validation Failed', status: 422 });
    }
  });

  test('are filtered by status, brand and day of update', async () => {
    const deleted = await client.all<SetJson>('/v2/product-sets?status=deleted-all');
    expect(deleted).toEqual(sets.filter(set => set.status === 'deleted'));
    expect(deleted.length).toBeGreaterThan(0);
    const brand = sets[0]?.brandId;
    expect(await client.all(`/v2/product-sets?brandIds[]=${brand}`)).toEqual(sets.filter(set => set.brandId === brand));
    const since = Date.parse('2026-01-14T13:00:00Z');
    expect(await client.all('/v2/product-sets?updateDateStart=2026-01-15')).toEqual(
      sets.filter(set => Date.parse(set.updatedAt) >= since),
    );
  });

  test('can be listed backwards, and counted by attribute set', async () => {
    const backwards = await client.all<SetJson>('/v2/product-sets?orderBy=createdAt&orderDirection=DESC');
    expect(backwards).toEqual([...sets].reverse());
    const counts = await client.read<{ count: number }[]>('/v2/product-set/count-by-attribute-set?limit=1&offset=0');
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(sets.length);
  });
});

test('the products of all sets are all products, as bare lists without names', async () => {
  const lists = await Promise.all(sets.map(set => client.read<ProductJson[]>(`/v2/product-set/${set.id}/products`)));
  expect(lists.flat().map(product => String(product.id))).toEqual(simulator.truth().products);
  expect(lists[0]?.[0]).not.toHaveProperty('name');
});

test('a product is found by id filter, by seller SKU and by shop SKU', async () => {
  const [first] = await client.read<ProductJson[]>(`/v2/product-set/${sets[0]?.id}/products`);
  const [byId] = await client.read<ProductJson[]>(`/v2/products?productIds[]=${first?.id}`);
  expect(byId).toMatchObject({ ...first, name: expect.any(String) });
  expect(await client.read(`/v2/product/seller-sku/${first?.sellerSku}`)).toEqual(byId);
  expect(await client.read(`/v2/product/shop-sku/${first?.shopSku}`)).toEqual(byId);
  expect(await client.all(`/v2/product/seller-skus?sellerSkus[]=${first?.sellerSku}&sellerSkus[]=foreign`)).toEqual([
    byId,
  ]);
  expect((await client.request(`/v2/product/${first?.id}`)).status).toBe(404);
});

test('prices are per country and the same alone and in groups', async () => {
  const groups = await client.read<{ productSetId: number; items: { productId: number; prices: object[] }[] }[]>(
    `/v2/prices?productSetIds[]=${sets[0]?.id}&productSetIds[]=${sets[1]?.id}`,
  );
  expect(groups.map(group => group.productSetId)).toEqual([sets[0]?.id, sets[1]?.id]);
  const flat = groups[0]?.items.flatMap(({ productId, prices }) =>
    prices.map(price => ({ productSetId: sets[0]?.id, productId, ...price })),
  );
  expect(await client.read(`/v2/product-set/${sets[0]?.id}/prices`)).toEqual(flat);
});

test('some prices are numeric text with zero dates, others numbers', async () => {
  const groups =
    await client.read<{ items: { prices: { price: unknown; saleStartDate: unknown }[] }[] }[]>('/v2/prices');
  const prices = groups.flatMap(group => group.items.flatMap(item => item.prices));
  expect(new Set(prices.map(({ price }) => typeof price))).toEqual(new Set(['number', 'string']));
});

test('available stock is own and consigned stock less reservations', async () => {
  const stocks = await Promise.all(
    sets.map(set =>
      client.read<
        {
          quantity: number;
          reservedStock: number;
          available: number;
          consignments: { received: number } | null;
          warehouses: { stock: number }[];
        }[]
      >(`/v2/stock/product-set/${set.id}`),
    ),
  );
  expect(stocks.flat().some(stock => stock.consignments !== null)).toBe(true);
  for (const stock of stocks.flat()) {
    expect(stock.warehouses.reduce((sum, row) => sum + row.stock, 0)).toBe(stock.quantity);
    expect(stock.available).toBe(stock.quantity + (stock.consignments?.received ?? 0) - stock.reservedStock);
  }
});

test('lists by set id take a hundred ids and insist on one', async () => {
  const ids = (count: number) =>
    Array.from({ length: count }, (_, index) => `productSetIds[]=${50_001 + index}`).join('&');
  expect(await client.read<unknown[]>(`/v2/product-sets/stocks?${ids(100)}`)).toHaveLength(100);
  expect((await client.request(`/v2/product-sets/stocks?${ids(101)}`)).status).toBe(400);
  expect((await client.request('/v2/product-sets/images')).status).toBe(400);
});

test('categories are the same as a list and as a tree; one alone is a list of one', async () => {
  const list = await client.all<{ id: number; parentId: number | null }>('/v2/categories');
  interface Node {
    id: number;
    children: Node[];
  }
  const flatten = (nodes: Node[]): number[] => nodes.flatMap(node => [node.id, ...flatten(node.children)]);
  expect(flatten(await client.read<Node[]>('/v2/category/tree'))).toEqual(list.map(category => category.id));
  expect(await client.read('/v2/category/4')).toEqual([
    expect.objectContaining({ id: 4, path: ['Root', 'Women', 'Dresses', 'Midi Dresses'] }),
  ]);
  const all = await client.all<{ id: number }>('/v2/categories?includeInaccessible=1');
  expect(all.map(category => String(category.id))).toEqual(simulator.truth().categories);
  expect(all.length).toBe(list.length + 1);
});

test('brands that are closed to the seller are listed only on request', async () => {
  const open = await client.all<{ id: number }>('/v2/brands');
  const all = await client.all<{ id: number }>('/v2/brands?includeInaccessible=1');
  expect(open.map(brand => String(brand.id))).toEqual(simulator.truth().brands);
  expect(all.length).toBe(open.length + 1);
  expect((await client.request('/v2/brands')).status).toBe(400);
});

test('the set’s values use the ids of the attributes and of their options', async () => {
  const [set] = await client.all<{ attributes: Record<string, unknown>; attributeSetId: number }>('/v2/product-sets');
  const attributes = await client.read<{ id: number; attributeType: string; options: { id: number }[] | null }[]>(
    `/v2/attribute-sets/${set?.attributeSetId}/attributes`,
  );
  for (const attribute of attributes.filter(({ attributeType }) => attributeType === 'option')) {
    expect(attribute.options?.map(option => option.id)).toContain(set?.attributes[attribute.id]);
  }
});
