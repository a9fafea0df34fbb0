import { Management } from '@aligent/bigcommerce-api';
import { describe, expect, test } from 'vitest';
import { createAgent } from '../testing/agent.js';
import { openShop } from '../testing/shop.js';

async function open() {
  const shop = await openShop('bigcommerce', { orders: 130, seed: 4 });
  const { storeHash, accessToken } = shop.config;
  const settings = { storeHash: String(storeHash), accessToken: String(accessToken), agent: createAgent(shop.url) };
  return { client: new Management.Client(settings), truth: shop.simulator.truth() };
}

async function idsOf(rows: AsyncIterable<{ readonly id?: number | undefined }>): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id } of rows) ids.push(String(id));
  return ids;
}

describe('@aligent/bigcommerce-api, made from the published OpenAPI files, reads the sandbox:', () => {
  test('products, customers and variants, by its own paging', async () => {
    const { client, truth } = await open();
    const products = await idsOf(client.v3.list('/catalog/products', { query: { limit: 40 } }));
    expect(products.toSorted()).toEqual(truth.products?.toSorted());
    const customers = await idsOf(client.v3.list('/customers', { query: { limit: 20 } }));
    expect(customers.toSorted()).toEqual(truth.customers?.toSorted());
    const variants = await idsOf(client.v3.list('/catalog/variants', { query: { limit: 250 } }));
    expect(variants.toSorted()).toEqual(truth.variants?.toSorted());
  });

  test('orders page by page, to the 204 that it gives as null', async () => {
    const { client, truth } = await open();
    const found: string[] = [];
    for (let page = 1; ; page++) {
      const orders = await client.v2.get('/orders', { query: { limit: 50, page, sort: 'id' } });
      if (orders === null) break;
      for (const { id } of orders) found.push(String(id));
    }
    expect(found).toEqual(truth.orders);
  });

  test('one order with its lines, and one product', async () => {
    const { client, truth } = await open();
    const id = Number(truth.orders?.[60]);
    expect(await client.v2.get('/orders/{order_id}', { path: { order_id: id } })).toMatchObject({ id });
    const lines = await client.v2.get('/orders/{order_id}/products', { path: { order_id: id } });
    expect(lines?.length).toBeGreaterThan(0);
    const product = Number(truth.products?.[3]);
    expect(await client.v3.get('/catalog/products/{product_id}', { path: { product_id: product } })).toMatchObject({
      id: product,
    });
  });

  test('what there is not, as null', async () => {
    const { client } = await open();
    expect(await client.v2.get('/orders/{order_id}', { path: { order_id: 99_999_999 } })).toBeNull();
    expect(await client.v3.get('/catalog/products/{product_id}', { path: { product_id: 99_999_999 } })).toBeNull();
  });
});
