import { InputError } from '@cartograph/core';
import { expect, test } from 'vitest';
import { openClient, scriptedClient } from '../testing/client.js';
import { collect } from './pages.js';

test('the links of an order lead to its parts', async () => {
  const { client } = openClient();
  const [order] = (await client.orders.list({ limit: 1 })).items;
  const { products, coupons, shipping_addresses } = order ?? {};
  if (!products || !coupons || !shipping_addresses || !order) throw new Error('an order has links');
  const lines = await collect(client.followAll(products));
  expect(lines).toEqual(await collect(client.orders.products.iterate(order.id)));
  expect(lines[0]?.order_id).toBe(order.id);
  expect((await client.follow(shipping_addresses)).items).toEqual(
    (await client.orders.shippingAddresses.list(order.id)).items,
  );
  expect((await client.follow(coupons)).items).toEqual((await client.orders.coupons.list(order.id)).items);
});

test('nothing is asked until somebody follows', async () => {
  const { client, asked } = openClient();
  await client.orders.list({ limit: 5 });
  expect(asked).toHaveLength(1);
});

test.each([
  [{ resource: '/orders/7/shippingaddresses' }, '/v2/orders/7/shipping_addresses'],
  [{ url: 'https://store-x.mybigcommerce.com/api/v2/orders/7/coupons.json' }, '/v2/orders/7/coupons'],
  [
    { url: 'https://elsewhere.example/api/v2/orders/7/products', resource: '/orders/7/products' },
    '/v2/orders/7/products',
  ],
])('%j is asked for at this store', async (link, path) => {
  const { client, asked } = scriptedClient(() => Response.json([{ id: 1 }]));
  expect((await client.follow(link)).items).toEqual([{ id: 1 }]);
  expect(asked[0]?.path).toBe(path);
});

test('a link to one record gives a list of one', async () => {
  const { client } = scriptedClient(() => Response.json({ id: 31, name: 'Nordlys' }));
  expect((await client.follow({ resource: '/brands/31' })).items).toEqual([{ id: 31, name: 'Nordlys' }]);
});

test.each([[{}], [{ resource: '/../../v3/customers' }], [{ url: 'https://elsewhere.example/orders' }]])(
  '%j is no link',
  async link => {
    const { client, asked } = scriptedClient(() => Response.json([]));
    await expect(client.follow(link)).rejects.toThrow(InputError);
    expect(asked).toEqual([]);
  },
);
