import { beforeEach, expect, test } from 'vitest';
import type { Simulator } from '../../simulator.js';
import { createIconicSimulator } from '../simulator.js';
import { connect, type TestClient } from '../testing.js';

interface ProductJson {
  readonly id: number;
  readonly sellerSku: string;
  readonly status: string;
  readonly variation: string | null;
  readonly shopSku: string | null;
}

let simulator: Simulator;
let client: TestClient;
let set: number;
let products: ProductJson[];

beforeEach(async () => {
  simulator = createIconicSimulator({ orders: 2 });
  client = await connect(simulator);
  for (const { id } of await client.all<{ id: number }>('/v2/product-sets?status=active')) {
    set = id;
    products = await client.read<ProductJson[]>(`/v2/product-set/${set}/products`);
    if (products.length > 2) break;
  }
});

const first = () => products[0] as ProductJson;
const path = (id = first().id) => `/v2/product-set/${set}/products/${id}`;
const setStatus = (status: string, id = first().id) => client.send('PUT', `${path(id)}/status?status=${status}`);

test('a size that was added is a product of the set, in the catalog and by its SKU', async () => {
  const size = { sellerSku: 'NEW-SIZE-44', variation: '44', status: 'inactive', productIdentifier: '123', id: 7 };
  const { status, body } = await client.send('POST', `/v2/product-set/${set}/products`, size);
  expect(status).toBe(201);
  const { id } = body as ProductJson;
  expect(body).toMatchObject({ ...size, id, approvalStatus: 'pending' });
  expect(id).not.toBe(7);
  expect(await client.read('/v2/product/seller-sku/NEW-SIZE-44')).toEqual(body);
  expect(await client.read<ProductJson[]>(`/v2/product-set/${set}/products`)).toHaveLength(products.length + 1);
  expect(simulator.truth().products).toContain(String(id));
});

test('a SKU or a size that is there already is refused, and so is one without a SKU', async () => {
  const add = (product: object) => client.send('POST', `/v2/product-set/${set}/products`, product);
  expect((await add({ sellerSku: first().sellerSku, variation: '44' })).status).toBe(422);
  expect((await add({ sellerSku: 'NEW', variation: first().variation })).status).toBe(422);
  expect((await add({ variation: '44' })).status).toBe(422);
});

test('the status is set by the query and answered with nothing', async () => {
  expect(await setStatus('inactive')).toEqual({ status: 200, body: null });
  expect(await client.read(path())).toMatchObject({ status: 'inactive' });
  expect((await setStatus('gone')).status).toBe(422);
  expect((await client.send('PUT', `${path()}/status`)).status).toBe(422);
  expect((await setStatus('active', 1)).status).toBe(404);
});

test('a set is deleted when all its products are, and comes back with one of them', async () => {
  const statusOfSet = async () => (await client.read<{ status: string }>(`/v2/product-set/${set}`)).status;
  for (const { id } of products) await setStatus('deleted', id);
  expect(await statusOfSet()).toBe('deleted');
  await setStatus('inactive');
  expect(await statusOfSet()).toBe('inactive');
});

test('an update changes SKU, size, barcode, status and name, and nothing else', async () => {
  const sent = {
    sellerSku: 'OTHER',
    variation: '99',
    productIdentifier: '42',
    name: 'Other',
    shopSku: 'MINE',
    taxClassId: 5,
  };
  const { updatedAt, srcUpdatedAt, ...lasting } = await client.read<Record<string, unknown>>(path());
  const { status, body } = await client.send('PUT', path(), sent);
  expect(status).toBe(200);
  const { shopSku, taxClassId, ...taken } = sent;
  expect(body).toMatchObject({ ...lasting, ...taken });
  expect(await client.read(path())).toEqual(body);
});

test('a product that is deleted or taken back changes nothing else in the same request', async () => {
  await client.send('PUT', path(), { status: 'deleted', sellerSku: 'LOST' });
  expect(await client.read(path())).toMatchObject({ status: 'deleted', sellerSku: first().sellerSku });
  await client.send('PUT', path(), { status: 'active', sellerSku: 'LOST' });
  expect(await client.read(path())).toMatchObject({ status: 'active', sellerSku: first().sellerSku });
});

test('a product is not given the SKU of another one', async () => {
  expect(await client.send('PUT', path(), { sellerSku: products[1]?.sellerSku })).toMatchObject({
    status: 422,
    body: { detail: 'sellerSku: This value is already used.' },
  });
});

test('a set that is uploaded again is in the shop with all its products', async () => {
  await client.send('POST', `/v2/product-set/${set}/products`, { sellerSku: 'NEW-SIZE-44', variation: '44' });
  expect(await client.send('POST', `/v2/reupload-to-shop/${set}`)).toEqual({ status: 200, body: { success: true } });
  const all = await client.read<ProductJson[]>(`/v2/product-set/${set}/products`);
  expect(all.map(({ shopSku }) => shopSku)).not.toContain(null);
});
