import { beforeEach, expect, test } from 'vitest';
import { createIconicSimulator } from '../simulator.js';
import { connect, type TestClient } from '../testing.js';

interface PriceJson {
  readonly productSetId: number;
  readonly productId: number;
  readonly country: string;
  readonly price: number | null;
  readonly salePrice: number | null;
  readonly saleStartDate: string | null;
  readonly status: string;
}

interface ProductJson {
  readonly id: number;
  readonly productSetId: number;
  readonly status: string;
}

let client: TestClient;
let products: ProductJson[];
let product: ProductJson;

beforeEach(async () => {
  client = await connect(createIconicSimulator({ orders: 2 }));
  products = await client.read<ProductJson[]>('/v2/products');
  product = products.find(({ status }) => status === 'active') as ProductJson;
});

const put = (body: unknown, country = 'AU') => client.send('PUT', `/v2/product/${product.id}/prices/${country}`, body);
const pricesOf = async ({ id, productSetId }: ProductJson) =>
  (await client.read<PriceJson[]>(`/v2/product-set/${productSetId}/prices`)).filter(row => row.productId === id);
const australian = async () => (await pricesOf(product)).find(({ country }) => country === 'AU');

const sale = { price: 80, salePrice: 59.95, saleStartDate: '2026-07-01T00:00:00+10:00', saleEndDate: '2026-07-08' };

test('a price that was put is answered and read back', async () => {
  const { status, body } = await put(sale);
  expect(status).toBe(200);
  expect(body).toMatchObject({ productId: product.id, country: 'AU', price: 80, salePrice: 59.95, status: 'active' });
  expect(await australian()).toEqual(body);
});

test('a price without its sale ends the sale, and a status alone leaves no price', async () => {
  await put({ ...sale, status: 'inactive' });
  await put({ price: 90 });
  expect(await australian()).toMatchObject({ price: 90, salePrice: null, saleStartDate: null, status: 'inactive' });
  await put({ status: 'active' });
  expect(await australian()).toMatchObject({ price: null, salePrice: null, status: 'active' });
});

test('a country without a price gets one, and one that is not enabled is refused', async () => {
  const groups = await client.read<{ items: { productId: number; prices: { country: string }[] }[] }[]>('/v2/prices');
  const local = groups.flatMap(({ items }) => items).filter(({ prices }) => prices.length === 1);
  product =
    products.find(({ id, status }) => status === 'active' && local.some(row => row.productId === id)) ?? product;
  expect((await pricesOf(product)).map(({ country }) => country)).toEqual(['AU']);
  expect((await put({ price: 12 }, 'NZ')).body).toMatchObject({ country: 'NZ', price: 12 });
  expect((await pricesOf(product)).map(({ country }) => country)).toEqual(['AU', 'NZ']);
  expect(await put({ price: 12 }, 'SG')).toMatchObject({ status: 422, body: { title: 'Price not updated' } });
});

test.each<[string, unknown]>([
  ['a sale that is no cheaper', { price: 10, salePrice: 10 }],
  ['a sale without a price', { salePrice: 10 }],
  ['a sale that ends before it starts', { ...sale, saleEndDate: '2026-06-01' }],
  ['a negative price', { price: -1 }],
  ['a price as text', { price: '10' }],
  ['a date that is none', { price: 10, saleStartDate: 'soon' }],
])('%s is refused, and nothing changes', async (_, body) => {
  const before = await australian();
  expect((await put(body)).status).toBe(422);
  expect(await australian()).toEqual(before);
});

test('in a list, the rows before the one that is refused are done', async () => {
  const row = (productId: number, price: number) => ({ productId, country: 'AU', price });
  const path = `/v2/product-set/${product.productSetId}/prices`;
  const refused = await client.send('PUT', path, [row(product.id, 33), row(1, 34)]);
  expect(refused).toMatchObject({ status: 422, body: { detail: 'The product 1 is not in this set.' } });
  expect(await australian()).toMatchObject({ price: 33 });
  const [one, two] = [
    await client.send('PUT', path, [row(product.id, 44)]),
    await client.send('PUT', path, [row(product.id, 45), { ...row(product.id, 46), country: 'NZ' }]),
  ];
  expect([one.body, two.body]).toMatchObject([{ price: 44 }, [{ price: 45 }, { price: 46 }]]);
});

test('the status of a price changes alone', async () => {
  await put(sale);
  const path = `/v2/product/${product.id}/prices/AU/status`;
  expect(await client.send('PUT', path, { status: 'inactive' })).toEqual({ status: 204, body: null });
  expect(await australian()).toMatchObject({ price: 80, salePrice: 59.95, status: 'inactive' });
  expect((await client.send('PUT', path, { status: 'deleted' })).status).toBe(422);
});
