import { beforeEach, expect, test } from 'vitest';
import { createIconicSimulator } from '../simulator.js';
import { connect, type TestClient } from '../testing.js';

interface StockJson {
  readonly quantity: number;
  readonly available: number;
  readonly reservedStock: number;
  readonly warehouses: readonly { readonly warehouseId: number; readonly stock: number }[];
}

let client: TestClient;
/** Two products of the seller's own stock, and one that the marketplace keeps. */
let own: number;
let other: number;
let consigned: number;

beforeEach(async () => {
  const simulator = createIconicSimulator({ orders: 2 });
  client = await connect(simulator);
  consigned = Number(simulator.truth().consignedProducts?.[0]);
  const active = (await client.read<{ id: number; status: string; shipmentTypeId: number }[]>('/v2/products')).filter(
    ({ status, shipmentTypeId }) => status === 'active' && shipmentTypeId === 2,
  );
  [own = 0, other = 0] = active.map(({ id }) => id);
});

const put = (rows: unknown) => client.send('PUT', '/v2/stock/product', rows);
const stockOf = (id: number) => client.read<StockJson>(`/v2/stock/product/${id}`);

test('a quantity that was put is read back, less what is reserved', async () => {
  expect(await put([{ productId: own, quantity: 17 }])).toEqual({ status: 200, body: [] });
  const stock = await stockOf(own);
  expect([stock.quantity, stock.available]).toEqual([17, 17 - stock.reservedStock]);
  expect(stock.warehouses.reduce((sum, row) => sum + row.stock, 0)).toBe(17);
});

test('only the rows that failed come back, and the others are done', async () => {
  const failing = [
    { productId: 1, quantity: 3 },
    { productId: consigned, quantity: 3 },
    { productId: other, quantity: -1 },
  ];
  expect(await put([...failing, { productId: own, quantity: 4 }])).toEqual({ status: 200, body: failing });
  expect((await stockOf(own)).quantity).toBe(4);
});

test('more than a hundred rows are refused as a whole, and so is a row of the wrong type', async () => {
  const before = (await stockOf(own)).quantity;
  const rows = Array.from({ length: 101 }, () => ({ productId: own, quantity: before + 1 }));
  expect((await put(rows)).status).toBe(422);
  expect(await put([{ productId: own, quantity: before + 1 }, { productId: String(own) }])).toMatchObject({
    status: 422,
    body: { title: 'Validation Failed', detail: expect.stringContaining('[1].productId') },
  });
  expect((await put('nothing')).status).toBe(422);
  expect((await stockOf(own)).quantity).toBe(before);
});

test('stock that changes moves the time of its product and of the set', async () => {
  const [product] = await client.read<{ productSetId: number }[]>(`/v2/products?productIds[]=${own}`);
  await put([{ productId: own, quantity: 1 }]);
  const changed = await client.all<{ id: number }>('/v2/product-sets?updateDateStart=2026-07-01');
  expect(changed.map(({ id }) => id)).toEqual([product?.productSetId]);
});

test('the stock of one warehouse is set apart from the others', async () => {
  await put([{ productId: own, quantity: 5 }]);
  const path = `/v2/product/${own}/warehouse/72/stock`;
  expect(await client.send('POST', path, { quantity: 8 })).toEqual({ status: 200, body: { quantity: 8 } });
  expect(await client.read(path)).toEqual({ quantity: 8 });
  expect((await stockOf(own)).quantity).toBe(13);
  expect((await client.send('POST', path, {})).status).toBe(422);
  expect((await client.send('POST', `/v2/product/${own}/warehouse/73/stock`, { quantity: 1 })).status).toBe(422);
  expect((await client.send('POST', `/v2/product/${own}/warehouse/9/stock`, { quantity: 1 })).status).toBe(404);
});
