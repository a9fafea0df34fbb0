import { expect, test } from 'vitest';
import { createMagentoSimulator } from '../index.js';
import { type Json, read, readAll, send } from '../testing.js';

const make = () => createMagentoSimulator({ orders: 5 });
const post = <T = Json[]>(simulator: ReturnType<typeof make>, path: string, body: Json) =>
  send<T>(simulator, 'POST', `all/V1/products/${path}`, body);
const product = (simulator: ReturnType<typeof make>, sku: unknown, scope = 'all') =>
  read(simulator, `/rest/${scope}/V1/products/${sku}`);

/** Two products without a special price. */
async function plain(simulator: ReturnType<typeof make>): Promise<[string, string]> {
  const [one, two] = (await readAll(simulator, 'products')).filter(
    record =>
      record.type_id === 'simple' &&
      !JSON.stringify(record).includes('special_price') &&
      (record.tier_prices as Json[]).length === 0,
  );
  return [String(one?.sku), String(two?.sku)];
}

test('base prices are set by store; rows that cannot be taken come back, and the others are taken', async () => {
  const simulator = make();
  const [one, two] = await plain(simulator);
  const before = await product(simulator, one);
  const prices = [
    { sku: one, store_id: 0, price: 55.5 },
    { sku: one, store_id: 3, price: 44 },
    { sku: 'nothing', store_id: 0, price: 1 },
    { sku: two, store_id: 99, price: 1 },
    { sku: two, store_id: 0, price: -1 },
  ];
  const { status, body } = await post(simulator, 'base-prices', { prices });
  expect([status, body.map(({ parameters }) => parameters)]).toEqual([
    200,
    [
      ['nothing', '0'],
      [two, '99'],
      [two, '0'],
    ],
  ]);
  const after = await product(simulator, one);
  expect(after.price).toBe(55.5);
  expect(String(after.updated_at) > String(before.updated_at)).toBe(true);
  expect((await product(simulator, one, 'eu')).price).toBe(44);
  expect((await post(simulator, 'base-prices-information', { skus: [one] })).body).toEqual([
    { sku: one, store_id: 0, price: 55.5 },
    ...[3, 4, 5].map(store_id => ({ sku: one, store_id, price: 44 })),
  ]);
});

test('a special price has its days, is read back, and is deleted', async () => {
  const simulator = make();
  const [one] = await plain(simulator);
  const row = {
    sku: one,
    store_id: 0,
    price: 9.99,
    price_from: '2026-07-01 00:00:00',
    price_to: '2026-07-31 23:59:59',
  };
  expect((await post(simulator, 'special-price', { prices: [row] })).body).toEqual([]);
  expect((await post(simulator, 'special-price-information', { skus: [one] })).body).toEqual([row]);
  expect((await product(simulator, one)).custom_attributes).toContainEqual({
    attribute_code: 'special_price',
    value: '9.990000',
  });
  expect((await post(simulator, 'special-price-delete', { prices: [row] })).body).toEqual([]);
  expect((await post(simulator, 'special-price-information', { skus: [one] })).body).toEqual([]);
});

test('a website’s special price of the seed can be deleted for a view, which goes by the default then', async () => {
  const simulator = make();
  const found = (await readAll(simulator, 'products')).find(record => JSON.stringify(record).includes('special_price'));
  const info = async () => (await post(simulator, 'special-price-information', { skus: [found?.sku] })).body;
  const rows = await info();
  expect(rows.map(({ store_id }) => store_id)).toEqual([0, 3, 4, 5]);
  await post(simulator, 'special-price-delete', { prices: [rows[1]] });
  expect(await info()).toEqual([rows[0]]);
});

test('costs are set and deleted', async () => {
  const simulator = make();
  const [one, two] = await plain(simulator);
  await post(simulator, 'cost', {
    prices: [
      { sku: one, store_id: 0, cost: 4 },
      { sku: two, store_id: 2, cost: 5 },
    ],
  });
  expect((await post(simulator, 'cost-information', { skus: [one, two] })).body).toEqual([
    { sku: one, store_id: 0, cost: 4 },
    { sku: two, store_id: 1, cost: 5 },
    { sku: two, store_id: 2, cost: 5 },
  ]);
  expect((await post(simulator, 'cost-delete', { skus: [one, two] })).body).toBe(true);
  expect((await post(simulator, 'cost-information', { skus: [one, two] })).body).toEqual([]);
});

test('tier prices are added, replaced and deleted by group, website and quantity', async () => {
  const simulator = make();
  const [one] = await plain(simulator);
  const tier = { sku: one, website_id: 0, customer_group: 'ALL GROUPS', quantity: 10, price: 8, price_type: 'fixed' };
  const share = { ...tier, customer_group: 'Wholesale', quantity: 5, price: 15, price_type: 'discount' };
  expect((await post(simulator, 'tier-prices', { prices: [tier, share] })).body).toEqual([]);
  const info = async () => (await post(simulator, 'tier-prices-information', { skus: [one] })).body;
  expect(await info()).toEqual([tier, share]);
  expect((await product(simulator, one)).tier_prices).toEqual([
    { customer_group_id: 32_000, qty: 10, value: 8, extension_attributes: { website_id: 0 } },
    { customer_group_id: 2, qty: 5, value: 0, extension_attributes: { percentage_value: 15, website_id: 0 } },
  ]);
  await post(simulator, 'tier-prices', { prices: [{ ...tier, price: 7 }] });
  expect((await info()).map(({ price }) => price)).toEqual([15, 7]);
  await send(simulator, 'PUT', 'all/V1/products/tier-prices', { prices: [tier] });
  expect(await info()).toEqual([tier]);
  const refused = await post(simulator, 'tier-prices', { prices: [{ ...tier, customer_group: 'Nobody' }] });
  expect(refused.body).toHaveLength(1);
  expect((await post(simulator, 'tier-prices-delete', { prices: [tier] })).body).toEqual([]);
  expect((await post(simulator, 'tier-prices-delete', { prices: [tier] })).body).toHaveLength(1);
  expect(await info()).toEqual([]);
});

test('tier prices are set one by one for a group', async () => {
  const simulator = make();
  const [one] = await plain(simulator);
  const path = `all/V1/products/${one}/group-prices`;
  expect((await send(simulator, 'POST', `${path}/all/tiers/3/price/6.5`)).body).toBe(true);
  expect((await send(simulator, 'POST', `${path}/1/tiers/3/price/6`)).body).toBe(true);
  expect(await read(simulator, `/rest/${path}/all/tiers`)).toMatchObject([{ qty: 3, value: 6.5 }]);
  expect((await send(simulator, 'DELETE', `${path}/1/tiers/3`)).body).toBe(true);
  expect((await send(simulator, 'DELETE', `${path}/1/tiers/3`)).status).toBe(404);
  expect((await product(simulator, one)).tier_prices).toHaveLength(1);
});
