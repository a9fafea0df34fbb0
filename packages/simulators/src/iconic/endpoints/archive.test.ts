import { expect, test } from 'vitest';
import { createIconicSimulator } from '../simulator.js';
import { connect, type OrderJson } from '../testing.js';

interface ArchivedJson {
  readonly orderNr: string;
  readonly createdAt: string;
  readonly OrderItemArchives: readonly { readonly idSalesOrderItem: number }[];
}

const client = await connect(createIconicSimulator({ orders: 60 }));
const archived = (query = '') =>
  client.read<{ data: ArchivedJson[]; hasNext: boolean }>(`/v2/archive/orders?limit=100${query}`);

test('old orders are in the archive, in the shape of its tables', async () => {
  const { data, hasNext } = await archived();
  const orders = await client.all<OrderJson>('/v2/orders?sort=createdAt&sortDir=asc');
  expect(hasNext).toBe(false);
  expect(data.length).toBeGreaterThan(10);
  expect(data.length).toBeLessThan(orders.length);
  expect(data.map(row => row.orderNr)).toEqual(orders.slice(0, data.length).map(order => order.number));
  expect(data[0]?.OrderItemArchives.map(row => row.idSalesOrderItem)).toEqual(orders[0]?.items.map(item => item.id));
});

test('the archive is paged by whether there is more, and found by number', async () => {
  const { data } = await archived();
  const page = await client.read<{ data: ArchivedJson[]; hasNext: boolean }>('/v2/archive/orders?limit=5&offset=5');
  expect([page.data, page.hasNext]).toEqual([data.slice(5, 10), true]);
  expect((await archived(`&orderNr=${data[3]?.orderNr}`)).data).toEqual([data[3]]);
});

test('tax documents are an empty archive file', async () => {
  const response = await client.request('/v2/invoices');
  expect(response.headers.get('content-type')).toBe('application/zip');
  expect([...new Uint8Array(await response.arrayBuffer())].slice(0, 4)).toEqual([0x50, 0x4b, 5, 6]);
});
