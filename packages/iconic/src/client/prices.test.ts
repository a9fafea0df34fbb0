import { beforeEach, describe, expect, test } from 'vitest';
import type { Price } from '../records/product.js';
import { openShop } from '../testing/shop.js';
import { isTaken, mergedPrice } from './price-merge.js';

type Shop = ReturnType<typeof openShop>;
let shop: Shop;
let client: Shop['client'];
/** A price with a sale, of a product that is sold in Australia alone. */
let onSale: Price;

const priceNow = async ({ productSetId, productId }: Price, country = 'AU') =>
  (await client.productSets.prices.list(productSetId ?? 0)).find(
    row => row.productId === productId && row.country === country,
  );

beforeEach(async () => {
  shop = openShop({ orders: 2 });
  client = shop.client;
  const active = (await client.products.list()).filter(({ status }) => status === 'active');
  const groups = await client.productSets.prices.bySets([...new Set(active.map(row => row.productSetId ?? 0))]);
  const rows = groups.flatMap(({ productSetId, items }) =>
    (items ?? []).flatMap(({ productId, prices }) =>
      (prices ?? []).map(price => ({ ...price, productSetId, productId })),
    ),
  );
  const sold = new Set(active.map(({ id }) => id));
  const alone = (row: Price) => rows.filter(({ productId }) => productId === row.productId).length === 1;
  onSale = rows.find(row => row.salePrice && sold.has(row.productId) && alone(row)) as Price;
  shop.requests.length = 0;
});

describe('a change of price', () => {
  test('leaves the sale as it is', async () => {
    const higher = Number(onSale.price) + 50;
    await client.products.prices.update(onSale.productId, 'AU', { price: higher });
    expect(await priceNow(onSale)).toMatchObject({
      price: higher,
      salePrice: onSale.salePrice,
      saleStartDate: onSale.saleStartDate,
      saleEndDate: onSale.saleEndDate,
    });
  });

  test('ends the sale where it says so', async () => {
    const ended = { salePrice: null, saleStartDate: null, saleEndDate: null };
    await client.products.prices.update(onSale.productId, 'AU', ended);
    expect(await priceNow(onSale)).toMatchObject({ price: onSale.price, ...ended });
  });

  test('is a whole price where all of it is given, and is refused where a part is missing', async () => {
    const price = { price: '99.95', salePrice: null, saleStartDate: null, saleEndDate: null } as const;
    await client.products.prices.replace(onSale.productId, 'AU', price);
    expect(await priceNow(onSale)).toMatchObject({ price: 99.95, salePrice: null });
    // @ts-expect-error: a sale that is left out would end
    const partly = client.products.prices.replace(onSale.productId, 'AU', { price: 90 });
    await expect(partly).rejects.toThrow('"salePrice" is missing');
  });

  test('in a country without a price needs one', async () => {
    await expect(client.products.prices.update(onSale.productId, 'NZ', { status: 'active' })).rejects.toThrow(
      `product ${onSale.productId} has no price in NZ yet; give its price`,
    );
    await client.products.prices.update(onSale.productId, 'NZ', { price: 120 });
    expect(await priceNow(onSale, 'NZ')).toMatchObject({ price: 120, salePrice: null });
  });

  test('of its status alone leaves the rest', async () => {
    await client.products.prices.setStatus(onSale.productId, 'AU', 'inactive');
    expect(await priceNow(onSale)).toMatchObject({
      price: onSale.price,
      salePrice: onSale.salePrice,
      status: 'inactive',
    });
  });
});

describe('several changes of a set', () => {
  test('go out in one request, and each row is told of', async () => {
    const { productId, productSetId } = onSale;
    const result = await client.productSets.prices.updateMany(productSetId ?? 0, [
      { productId, country: 'AU', price: Number(onSale.price) + 10 },
      { productId, country: 'NZ', price: 75 },
      { productId: 1, country: 'AU', status: 'active' },
    ]);
    expect(result.done.map(({ index, item }) => [index, item.country])).toEqual([
      [0, 'AU'],
      [1, 'NZ'],
    ]);
    expect(result.failed).toMatchObject([{ index: 2, error: { code: 'request' } }]);
    expect((await priceNow(onSale))?.salePrice).toBe(onSale.salePrice);
    expect(shop.calls().filter(call => call.startsWith('PUT '))).toHaveLength(1);
  });

  test('may be taken in part, and those that were are known', async () => {
    const { productId, productSetId } = onSale;
    const result = await client.productSets.prices.updateMany(productSetId ?? 0, [
      { productId, country: 'NZ', price: 60 },
      { productId, country: 'AU', salePrice: Number(onSale.price) + 1 },
    ]);
    expect(result.done.map(({ index }) => index)).toEqual([0]);
    expect(result.failed).toMatchObject([{ index: 1, error: { context: { status: 422 } } }]);
    expect([(await priceNow(onSale, 'NZ'))?.price, (await priceNow(onSale))?.salePrice]).toEqual([
      60,
      onSale.salePrice,
    ]);
  });
});

describe('what is sent', () => {
  const shown = {
    productId: 1,
    price: '80.00',
    salePrice: 59.95,
    saleStartDate: '0000-00-00 00:00:00',
    saleEndDate: '2026-07-08T00:00:00Z',
  };

  test('is what is shown with the change, and a date that stands for none is none', () => {
    expect(mergedPrice(shown, { price: 90 })).toEqual({
      price: 90,
      salePrice: 59.95,
      saleStartDate: null,
      saleEndDate: '2026-07-08T00:00:00Z',
    });
    expect(mergedPrice(undefined, { salePrice: 10 })).toBeNull();
    expect(mergedPrice(shown, { status: 'inactive' })).toMatchObject({ price: 80, status: 'inactive' });
  });

  test('was taken when it is shown, however dates and amounts are written', () => {
    const sent = { price: 80, salePrice: 59.95, saleStartDate: null, saleEndDate: '2026-07-08T10:00:00+10:00' };
    expect(isTaken(sent, shown)).toBe(true);
    expect(isTaken({ ...sent, price: 81 }, shown)).toBe(false);
    expect(isTaken({ ...sent, salePrice: null }, shown)).toBe(false);
    expect(isTaken({ ...sent, saleEndDate: '2026-07-18' }, shown)).toBe(false);
    expect(isTaken({ ...sent, status: 'inactive' }, { ...shown, status: 'active' })).toBe(false);
    expect(isTaken(sent, undefined)).toBe(false);
  });
});
