import { RequestError } from '@cartograph/core';
import { expect, test } from 'vitest';
import { openClient } from '../testing/client.js';

const { client } = openClient();
const [first, second] = (await client.search('products').where('type_id', 'simple').all()).map(({ sku }) =>
  String(sku),
) as [string, string];

test('base prices are set in one request, and a row that the shop does not take is told by its place', async () => {
  const { done, failed } = await client.products.prices.base.set([
    { sku: first, price: '12.34' },
    { sku: 'no such product', price: 1 },
    { sku: second, price: 5 },
  ]);
  expect(done.map(({ index }) => index)).toEqual([0, 2]);
  expect(failed.map(({ index }) => index)).toEqual([1]);
  expect(failed[0]?.error).toBeInstanceOf(RequestError);
  const set = expect.objectContaining({ sku: first, store_id: 0, price: 12.34 });
  expect(await client.products.prices.base.get([first])).toContainEqual(set);
  expect((await client.products.get(first)).price).toBe(12.34);
});

test('special prices have their days, and are taken away again', async () => {
  const row = {
    sku: first,
    price: 9.99,
    price_from: new Date('2026-07-01T00:00:00Z'),
    price_to: '2026-08-01 00:00:00',
  };
  expect((await client.products.prices.special.set([row])).failed).toEqual([]);
  const [set] = await client.products.prices.special.get([first]);
  expect(set).toMatchObject({ sku: first, price: 9.99, price_from: '2026-07-01 00:00:00' });
  expect((await client.products.prices.special.delete([row])).failed).toEqual([]);
  expect(await client.products.prices.special.get([first])).toEqual([]);
});

test('tier prices are added, replaced and deleted', async () => {
  const row = { sku: first, price: 8, price_type: 'fixed' as const, quantity: 5 };
  const discount = { sku: first, price: 10, price_type: 'discount' as const, quantity: 20 };
  await client.products.prices.tier.set([row, discount]);
  expect(await client.products.prices.tier.get([first])).toHaveLength(2);
  await client.products.prices.tier.replace([row]);
  expect(await client.products.prices.tier.get([first])).toMatchObject([{ quantity: 5, price: 8 }]);
  await client.products.prices.tier.delete([row]);
  expect(await client.products.prices.tier.get([first])).toEqual([]);
});

test('what a product costs the merchant is set and forgotten', async () => {
  await client.products.prices.cost.set([{ sku: first, cost: '3.21' }]);
  expect(await client.products.prices.cost.get([first])).toMatchObject([{ cost: 3.21 }]);
  expect((await client.products.prices.cost.delete([first])).done).toEqual([{ index: 0, item: first }]);
  expect(await client.products.prices.cost.get([first])).toEqual([]);
});

test('a shop that takes few rows a request is asked in more requests', async () => {
  const { client: limited, asked } = openClient({ maxPageSize: 20 });
  const skus = (await limited.search('products').where('type_id', 'simple').all())
    .slice(0, 45)
    .map(({ sku }) => String(sku));
  const start = asked.length;
  const { done, failed } = await limited.products.prices.base.set(skus.map(sku => ({ sku, price: 7 })));
  expect([done.length, failed]).toEqual([skus.length, []]);
  expect(asked.slice(start).filter(({ path }) => path.endsWith('base-prices')).length).toBeGreaterThan(1);
});
