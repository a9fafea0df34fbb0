import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { openShop } from '../testing/shop.js';

interface MagentoApi {
  get<Body>(endpoint: string, params?: object): Promise<{ readonly data: Body }>;
}

/** https://www.npmjs.com/package/magento-api-rest; loaded as the CommonJS that it is. */
const { default: MagentoRestApi }: { default: new (options: object) => MagentoApi } = createRequire(import.meta.url)(
  'magento-api-rest',
);

interface Page<Row> {
  readonly items: readonly Row[];
  readonly total_count: number;
}

async function open(more: object = {}) {
  const shop = await openShop('magento', { orders: 130, seed: 4 });
  // Without "all", a shop shows only what is for sale in its default store view.
  const { accessTokenSecret, ...auth } = shop.config.auth as Record<string, string>;
  const settings = { url: shop.url, tokenSecret: accessTokenSecret, sha: 256, type: 'all/V1', ...auth, ...more };
  return { client: new MagentoRestApi(settings), truth: shop.simulator.truth() };
}

/** Page by page, as many as the total calls for: beyond the last one, the platform repeats it. */
async function readAll<Row>(client: MagentoApi, endpoint: string, perPage: number): Promise<Row[]> {
  const found: Row[] = [];
  for (let page = 1, total = 1; (page - 1) * perPage < total; page++) {
    const { data } = await client.get<Page<Row>>(endpoint, { $perPage: perPage, $page: page });
    expect(data.items.length).toBeLessThanOrEqual(perPage);
    found.push(...data.items);
    total = data.total_count;
  }
  return found;
}

describe('magento-api-rest, which signs by OAuth 1.0a, reads the sandbox as it reads a shop:', () => {
  test('orders page by page', async () => {
    const { client, truth } = await open();
    const orders = await readAll<{ entity_id: number }>(client, 'orders', 50);
    expect(orders.map(({ entity_id: id }) => String(id)).toSorted()).toEqual(truth.orders?.toSorted());
  });

  test('products and customers page by page', async () => {
    const { client, truth } = await open();
    const products = await readAll<{ id: number }>(client, 'products', 100);
    expect(products.map(({ id }) => String(id)).toSorted()).toEqual(truth.products?.toSorted());
    const customers = await readAll<{ id: number }>(client, 'customers/search', 30);
    expect(customers.map(({ id }) => String(id)).toSorted()).toEqual(truth.customers?.toSorted());
  });

  test('with filters, sorted', async () => {
    const { client } = await open();
    const { data } = await client.get<Page<{ status: string; created_at: string }>>('orders', {
      status: 'complete',
      $after: '2000-01-01 00:00:00',
      $sort: { created_at: 'desc' },
      $perPage: 20,
      $page: 1,
    });
    expect(data.items.length).toBeGreaterThan(0);
    expect(new Set(data.items.map(({ status }) => status))).toEqual(new Set(['complete']));
    const times = data.items.map(order => order.created_at);
    expect(times).toEqual(times.toSorted().reverse());
  });

  test('one order and one product', async () => {
    const { client, truth } = await open();
    const id = truth.orders?.[60] ?? '';
    const order = (await client.get<{ entity_id: number; items: object[] }>(`orders/${id}`)).data;
    expect(String(order.entity_id)).toBe(id);
    expect(order.items.length).toBeGreaterThan(0);
    const [product] = (await client.get<Page<{ id: number; sku: string }>>('products', { $perPage: 1, $page: 1 })).data
      .items;
    const again = (await client.get<{ id: number }>(`products/${encodeURIComponent(product?.sku ?? '')}`)).data;
    expect(again.id).toBe(product?.id);
  });

  test('an order that there is not, a wrong secret, and the older signature, as errors of the platform', async () => {
    const { client } = await open();
    await expect(client.get('orders/99999999')).rejects.toMatchObject({ response: { status: 404 } });
    for (const [more, status] of [
      [{ tokenSecret: 'wrong' }, 401],
      [{ sha: 1 }, 400],
    ] as const) {
      const { client: stranger } = await open(more);
      await expect(stranger.get('orders', { $perPage: 1, $page: 1 })).rejects.toMatchObject({
        response: { status },
      });
    }
  });
});
