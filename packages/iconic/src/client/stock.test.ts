import { InputError } from '@cartograph/core';
import { beforeEach, expect, test } from 'vitest';
import { openShop } from '../testing/shop.js';

type Shop = ReturnType<typeof openShop>;
let shop: Shop;
let client: Shop['client'];
/** Ids of products whose stock is the seller's own. */
let own: (number | string)[];
beforeEach(async () => {
  shop = openShop({ orders: 2 });
  client = shop.client;
  const products = await client.products.list();
  own = products.filter(row => row.status === 'active' && row.shipmentTypeId === 2).map(({ id }) => id);
  shop.requests.length = 0;
});

test('goes out a hundred rows a request, and only the rows that failed come back', async () => {
  const rows = own.slice(0, 220).map(productId => ({ productId, quantity: 7 }));
  rows[3] = { productId: 1, quantity: 7 };
  rows[150] = { productId: 2, quantity: 7 };
  const result = await client.stock.updateMany(rows);
  expect(shop.calls()).toEqual(rows.length > 200 ? Array(3).fill('PUT /v2/stock/product') : expect.anything());
  expect(result.failed.map(({ index }) => index)).toEqual([3, 150]);
  expect(result.failed[0]?.error.message).toContain('stock of product 1 was not taken');
  expect(result.done).toHaveLength(rows.length - 2);
  expect((await client.stock.get(own[0] ?? 0)).quantity).toBe(7);
});

test('of one product is set, or refused as an error', async () => {
  expect(await client.stock.update(own[0] ?? 0, 3)).toEqual({ productId: own[0], quantity: 3 });
  await expect(client.stock.update(1, 3)).rejects.toMatchObject({ code: 'request', context: { productId: 1 } });
});

test('that is no whole number is refused before anything is sent', async () => {
  await expect(client.stock.updateMany([{ productId: 1, quantity: 1.5 }])).rejects.toThrow(InputError);
  await expect(client.stock.updateMany([{ productId: 1, quantity: -1 }])).rejects.toThrow('"[0].quantity"');
  expect(shop.requests).toEqual([]);
});

test('is shown by set, in sums, and by warehouse', async () => {
  const product = await client.products.get(own[0] ?? 0);
  await client.stock.update(own[0] ?? 0, 5);
  const rows = await client.productSets.stock.list(product?.productSetId ?? 0);
  expect(rows.find(({ sellerSku }) => sellerSku === product?.sellerSku)?.quantity).toBe(5);
  const [sum] = await client.productSets.stock.sums([product?.productSetId ?? 0]);
  expect(sum?.productSetId).toBe(product?.productSetId);
  const [warehouse] = (await client.warehouses.list()).filter(({ status }) => status === 'active');
  await client.warehouses.stock.update(warehouse?.id ?? 0, own[0] ?? 0, 9);
  expect(await client.warehouses.stock.get(warehouse?.id ?? 0, own[0] ?? 0)).toEqual({ quantity: 9 });
});
