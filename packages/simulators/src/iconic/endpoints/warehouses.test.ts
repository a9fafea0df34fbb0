import { beforeEach, expect, test } from 'vitest';
import type { Simulator } from '../../simulator.js';
import { createIconicSimulator } from '../simulator.js';
import { connect, type TestClient } from '../testing.js';

interface WarehouseJson {
  readonly id: number;
  readonly name: string;
  readonly status: string;
  readonly default: boolean;
}

let simulator: Simulator;
let client: TestClient;

beforeEach(async () => {
  simulator = createIconicSimulator({ orders: 2 });
  client = await connect(simulator);
});

const list = () => client.read<WarehouseJson[]>('/v2/warehouses');
const add = (warehouse: object) => client.send('POST', '/v2/warehouses', warehouse);

test('a warehouse that was added is active, listed and read by its id', async () => {
  const { status, body } = await add({ name: 'Brisbane', city: 'Brisbane', country: 'Australia', postcode: '4000' });
  expect([status, body]).toMatchObject([201, { name: 'Brisbane', status: 'active', postcode: '4000', default: false }]);
  const { id } = body as WarehouseJson;
  expect((await list()).at(-1)).toEqual(body);
  expect(await client.read(`/v2/warehouses/${id}`)).toEqual(body);
  expect(simulator.truth().warehouses).toContain(String(id));
});

test('an update keeps what was left out, and there is always one default', async () => {
  const before = await client.read<WarehouseJson>('/v2/warehouses/72');
  const { status, body } = await client.send('PUT', '/v2/warehouses/72', { name: 'Melbourne', default: true });
  expect([status, body]).toEqual([200, { ...before, name: 'Melbourne', default: true }]);
  expect((await list()).map(row => row.default)).toEqual([false, true, false]);
});

test('stock lies in the default warehouse, under its name', async () => {
  const [product] = (
    await client.read<{ id: number; shipmentTypeId: number; status: string }[]>('/v2/products')
  ).filter(({ shipmentTypeId, status }) => shipmentTypeId === 2 && status === 'active');
  await add({ name: 'Brisbane', default: true });
  await client.send('PUT', '/v2/stock/product', [{ productId: product?.id, quantity: 6 }]);
  const { warehouses } = await client.read<{ warehouses: { name: string; stock: number }[] }>(
    `/v2/stock/product/${product?.id}`,
  );
  expect(warehouses.filter(({ stock }) => stock > 0)).toMatchObject([{ name: 'Brisbane', stock: 6 }]);
});

test('a name is needed and is used once', async () => {
  expect((await add({ city: 'Brisbane' })).status).toBe(422);
  expect(await add({ name: 'Sydney DC' })).toMatchObject({
    status: 422,
    body: { detail: 'name: This value is already used.' },
  });
  expect((await client.send('PUT', '/v2/warehouses/72', { name: 'Sydney DC' })).status).toBe(422);
  expect((await client.send('PUT', '/v2/warehouses/72', { name: 'Melbourne', status: 'closed' })).status).toBe(422);
  expect((await client.send('PUT', '/v2/warehouses/9', { name: 'None' })).status).toBe(404);
});
