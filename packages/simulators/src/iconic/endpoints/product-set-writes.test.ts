import { beforeEach, describe, expect, test } from 'vitest';
import type { Simulator } from '../../simulator.js';
import { createIconicSimulator } from '../simulator.js';
import { connect, type TestClient } from '../testing.js';

interface SetJson {
  readonly id: number;
  readonly name: string;
  readonly status: string;
  readonly brandId: number;
  readonly updatedAt: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

let simulator: Simulator;
let client: TestClient;

beforeEach(async () => {
  simulator = createIconicSimulator({ orders: 2 });
  client = await connect(simulator);
});

/** Midi dresses, rust, of linen. */
const dress = {
  name: 'Harbour Midi Dress',
  price: 149.95,
  sellerSku: 'HAR-1-RUS-8',
  description: '<p>Linen.</p>',
  brandId: 301,
  primaryCategoryId: 4,
  attributes: { 41: 4103, 44: [4400], 46: 'Wash cold', 47: 'for us alone', 999: 'nobody knows it' },
  variation: '8',
  productIdentifier: '9312345678907',
};
const create = (changes: object = {}) => client.send('POST', '/v2/product-set', { ...dress, ...changes });
const created = async (changes: object = {}) => (await create(changes)).body as SetJson;

describe('a product set that was created', () => {
  test('is answered with its id and status, and read back alone and in the list', async () => {
    const { status, body } = await create();
    expect(status).toBe(201);
    expect(body).toMatchObject({
      name: dress.name,
      sellerSku: dress.sellerSku,
      status: 'active',
      attributeSetId: 11,
      categories: [4],
    });
    const { id } = body as SetJson;
    expect(await client.read(`/v2/product-set/${id}`)).toEqual(body);
    expect((await client.all<SetJson>('/v2/product-sets')).at(-1)).toEqual(body);
    expect(simulator.truth().productSets).toContain(String(id));
  });

  test('has a first product with the price, without stock, waiting for its quality control', async () => {
    const { id } = await created();
    const [product] = await client.read<{ id: number }[]>(`/v2/product-set/${id}/products`);
    expect(product).toMatchObject({
      sellerSku: dress.sellerSku,
      variation: '8',
      productIdentifier: dress.productIdentifier,
      approvalStatus: 'pending',
      shopSku: null,
      shipmentTypeId: 2,
    });
    expect(await client.read(`/v2/product-set/${id}/prices`)).toMatchObject([{ country: 'AU', price: 149.95 }]);
    expect(await client.read(`/v2/stock/product/${product?.id}`)).toMatchObject({ quantity: 0, available: 0 });
    expect(simulator.truth().products).toContain(String(product?.id));
  });

  test('keeps the values of attributes that it has, and drops the others without a word', async () => {
    const { attributes } = await created();
    expect(attributes).toEqual({ 41: 4103, 42: null, 44: [4400], 46: 'Wash cold', 47: null });
  });

  test('is called as its category wants it', async () => {
    const sunscreen = { ...dress, primaryCategoryId: 22, name: 'Face 50+', sellerSku: 'SUN-1' };
    expect((await created(sunscreen)).name).toBe('Alder & Wren Face 50+');
    expect(await client.read('/v2/category/22/automatic-nomenclature')).toBe('{{brand}} {{name}}');
    expect(await client.read('/v2/category/4/automatic-nomenclature')).toBe('');
  });

  test.each<[string, object]>([
    ['without a name', { name: '' }],
    ['without a price', { price: undefined }],
    ['for nothing', { price: 0 }],
    ['of a brand that is closed to the seller', { brandId: 311 }],
    ['in a category that is not active', { primaryCategoryId: 13 }],
    ['without a mandatory attribute', { attributes: { 44: [4400] } }],
    ['with an option of another attribute', { attributes: { 41: 4200 } }],
    ['with an option where a list of them belongs', { attributes: { 41: 4103, 44: 4400 } }],
    ['as deleted', { status: 'deleted' }],
  ])('is not created %s', async (_, changes) => {
    const before = simulator.truth();
    expect(await create(changes)).toMatchObject({ status: 422, body: { title: 'Validation Failed' } });
    expect(simulator.truth()).toEqual(before);
  });

  test('is not created with a SKU that another product has', async () => {
    await create();
    expect(await create()).toMatchObject({ status: 422, body: { detail: 'sellerSku: This value is already used.' } });
  });
});

describe('a product set that is updated', () => {
  test('changes what was sent and keeps the rest, attribute by attribute', async () => {
    const before = await created();
    const { status, body } = await client.send('PUT', `/v2/product-set/${before.id}`, {
      name: 'Harbour Maxi Dress',
      primaryCategoryId: 5,
      attributes: { 42: 4201, 44: null },
    });
    const attributes = { ...before.attributes, 42: 4201, 44: null };
    expect(status).toBe(200);
    expect(body).toEqual({
      ...before,
      name: 'Harbour Maxi Dress',
      primaryCategoryId: 5,
      categories: [5, 4],
      attributes,
      updatedAt: expect.any(String),
    });
    expect(await client.read(`/v2/product-set/${before.id}`)).toEqual(body);
  });

  test('shows it in its time, so that a reader since then finds it', async () => {
    const [first] = await client.all<SetJson>('/v2/product-sets?status=active');
    await client.send('PUT', `/v2/product-set/${first?.id}`, { description: 'New.' });
    const changed = await client.all<SetJson>('/v2/product-sets?updateDateStart=2026-07-01');
    expect(changed).toMatchObject([{ id: first?.id, description: 'New.', attributes: first?.attributes }]);
  });

  test('is refused for an unknown set, a wrong value, and a set of which all products are deleted', async () => {
    const { id } = await created();
    expect((await client.send('PUT', '/v2/product-set/1', { name: 'None' })).status).toBe(404);
    expect((await client.send('PUT', `/v2/product-set/${id}`, { brandId: 1 })).status).toBe(422);
    const [deleted] = await client.all<SetJson>('/v2/product-sets?status=deleted-all');
    expect((await client.send('PUT', `/v2/product-set/${deleted?.id}`, { name: 'None' })).status).toBe(422);
  });
});
