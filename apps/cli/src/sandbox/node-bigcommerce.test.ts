import { createRequire } from 'node:module';
import { createBigCommerceSimulator } from '@cartograph/simulators';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createAgent } from '../testing/agent.js';
import { openShop } from '../testing/shop.js';
import { startServer } from './server.js';

/** https://www.npmjs.com/package/node-bigcommerce; it has no types. */
const BigCommerce: new (config: object) => { get<Body>(path: string): Promise<Body> } = createRequire(import.meta.url)(
  'node-bigcommerce',
);

interface Row {
  readonly id: number;
}

interface Page {
  readonly data: readonly Row[];
  readonly meta: { readonly pagination: { readonly total: number; readonly total_pages: number } };
}

async function open(more: object = {}) {
  const shop = await openShop('bigcommerce', { orders: 130, seed: 4 });
  const { storeHash, accessToken } = shop.config;
  const settings = { clientId: 'client', storeHash, accessToken, agent: createAgent(shop.url), ...more };
  const [v2, v3] = ['v2', 'v3'].map(apiVersion => new BigCommerce({ ...settings, apiVersion }));
  if (!v2 || !v3) throw new Error('no clients');
  const truth = shop.simulator.truth();
  return { v2, v3, truth, shop };
}

const idsOf = (rows: readonly Row[]) => rows.map(({ id }) => String(id));

describe('node-bigcommerce reads the sandbox as it reads the platform:', () => {
  test('orders page by page, to the end that an empty answer tells', async () => {
    const { v2, truth } = await open();
    const found: Row[] = [];
    for (let page = 1; ; page++) {
      // V2 answers 204 without a body after the last page, which this client gives as an empty text.
      const rows = await v2.get<readonly Row[] | ''>(`/orders?limit=50&page=${page}&sort=id:asc`);
      if (rows === '') break;
      expect(rows.length).toBeLessThanOrEqual(50);
      found.push(...rows);
    }
    expect(idsOf(found)).toEqual(truth.orders);
  });

  test('products and customers page by page, to the end that the envelope tells', async () => {
    const { v3, truth } = await open();
    for (const [path, collection] of [
      ['/catalog/products', 'products'],
      ['/customers', 'customers'],
    ] as const) {
      const found: Row[] = [];
      for (let page = 1, last = 1; page <= last; page++) {
        const { data, meta } = await v3.get<Page>(`${path}?limit=30&page=${page}`);
        found.push(...data);
        last = meta.pagination.total_pages;
        expect(meta.pagination.total).toBe(truth[collection]?.length);
      }
      expect(idsOf(found).toSorted()).toEqual(truth[collection]?.toSorted());
    }
  });

  test('one order, with its lines, and one product', async () => {
    const { v2, v3, truth } = await open();
    const id = truth.orders?.[60] ?? '';
    const order = await v2.get<Row & { total_inc_tax: string }>(`/orders/${id}`);
    expect(String(order.id)).toBe(id);
    expect(order.total_inc_tax).toMatch(/^\d+\.\d{4}$/);
    const lines = await v2.get<readonly { order_id: number }[]>(`/orders/${id}/products`);
    expect(lines.length).toBeGreaterThan(0);
    expect(new Set(lines.map(line => String(line.order_id)))).toEqual(new Set([id]));
    const product = truth.products?.[3] ?? '';
    expect(String((await v3.get<{ data: Row }>(`/catalog/products/${product}`)).data.id)).toBe(product);
  });

  test('an order that there is not, and a wrong token, as the errors that it knows', async () => {
    const { v2, v3 } = await open();
    await expect(v2.get('/orders/99999999')).rejects.toMatchObject({ code: 404 });
    await expect(v3.get('/catalog/products/99999999')).rejects.toMatchObject({ code: 404 });
    const { v2: stranger } = await open({ accessToken: 'wrong' });
    await expect(stranger.get('/orders')).rejects.toMatchObject({ code: 401 });
  });

  test('the limit of the smallest plan, with the seconds to wait', async () => {
    const simulator = createBigCommerceSimulator({ orders: 1, plan: 'standard' });
    const { url, close } = await startServer(simulator, 0);
    onTestFinished(close);
    const settings = {
      ...simulator.config(url),
      clientId: 'client',
      agent: createAgent(url),
      failOnLimitReached: true,
    };
    const client = new BigCommerce(settings);
    // Its clock stands still, so the quota of 150 requests in thirty seconds is not renewed.
    for (let request = 0; request < 150; request++) await client.get('/time');
    await expect(client.get('/time')).rejects.toMatchObject({ retryAfter: expect.toSatisfy(seconds => seconds > 0) });
    expect(simulator.counts).toEqual({ requests: 151, limited: 1, disturbed: 0 });
  });
});
