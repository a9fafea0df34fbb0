import { expect, test } from 'vitest';
import { createMagentoSimulator } from '../index.js';
import { type Json, type List, read, readAll, send, where } from '../testing.js';

const make = (own: Json = {}) => createMagentoSimulator({ orders: 20, ...own });
type Simulator = ReturnType<typeof make>;
const cup = (number: number, own: Json = {}) => ({
  product: { sku: `CUP-${number}`, name: `Cup ${number}`, price: 9, ...own },
});

interface Accepted {
  readonly bulk_uuid: string;
  readonly errors: boolean;
  readonly request_items: Json[];
}

const status = (simulator: Simulator, id: string, kind = 'status') => read(simulator, `/rest/V1/bulk/${id}/${kind}`);
const states = async (simulator: Simulator, id: string) =>
  ((await status(simulator, id)).operations_list as Json[]).map(operation => operation.status);

test('a queued write is answered at once, waits, and is done by a later request', async () => {
  const simulator = make();
  const accepted = await send<Accepted>(simulator, 'POST', 'all/async/V1/products', cup(1));
  expect(accepted.status).toBe(202);
  expect(accepted.body).toMatchObject({ request_items: [{ id: 0, status: 'accepted' }], errors: false });
  const id = accepted.body.bulk_uuid;
  expect(await status(simulator, id)).toMatchObject({ bulk_id: id, operation_count: 1, user_type: 1 });
  expect(await states(simulator, id)).toEqual([1]);
  expect((await read(simulator, '/rest/all/V1/products/CUP-1')).name).toBe('Cup 1');
});

test('the first look at a bulk finds it waiting', async () => {
  const simulator = make();
  const bodies = [cup(1), cup(2)];
  const { body } = await send<Accepted>(simulator, 'POST', 'all/async/bulk/V1/products', bodies);
  expect(await states(simulator, body.bulk_uuid)).toEqual([4, 4]);
  expect(await states(simulator, body.bulk_uuid)).toEqual([1, 1]);
});

test('each operation of a bulk has its own end, and tells what went wrong', async () => {
  const simulator = make();
  const bodies = [cup(1), cup(2, { name: '' }), cup(3)];
  const { body } = await send<Accepted>(simulator, 'POST', 'all/async/bulk/V1/products', bodies);
  await states(simulator, body.bulk_uuid);
  expect(await states(simulator, body.bulk_uuid)).toEqual([1, 3, 1]);
  const [done, failed] = (await status(simulator, body.bulk_uuid, 'detailed-status')).operations_list as Json[];
  expect(JSON.parse(String(done?.result_serialized_data))).toMatchObject({ sku: 'CUP-1' });
  const data = JSON.parse(String(failed?.serialized_data)) as { meta_information: string };
  expect(JSON.parse(data.meta_information)).toEqual(bodies[1]);
  expect(failed).toMatchObject({
    error_code: 400,
    result_message: 'The "Product Name" attribute value is empty. Set the attribute and try again.',
  });
  expect(await status(simulator, body.bulk_uuid, 'operation-status/3')).toBe(1);
  const list = await read<List>(
    simulator,
    `/rest/V1/bulk?${where(['bulk_uuid', 'eq', body.bulk_uuid], ['status', 'eq', '1'])}`,
  );
  expect(list.items.map(({ id }) => id)).toEqual([0, 2]);
});

test('what a path names stands in the bodies of a bulk; one without it is rejected', async () => {
  const simulator = make();
  const [one = {}, two = {}] = await readAll(simulator, 'products');
  const bodies = [
    { product: { sku: one.sku, name: 'First' } },
    { product: { name: 'Nobody' } },
    { product: { sku: two.sku, name: 'Second' } },
  ];
  const { body } = await send<Accepted>(simulator, 'PUT', 'all/async/bulk/V1/products/bySku', bodies);
  expect([body.errors, body.request_items.map(item => item.status)]).toEqual([
    true,
    ['accepted', 'rejected', 'accepted'],
  ]);
  await states(simulator, body.bulk_uuid);
  expect(await states(simulator, body.bulk_uuid)).toEqual([1, 5, 1]);
  const names = (await readAll(simulator, 'products')).slice(0, 2).map(({ name }) => name);
  expect(names).toEqual(['First', 'Second']);
});

test('a path with two names takes both, and orders are acted on by the queue too', async () => {
  const simulator = make();
  const [product = {}] = await readAll(simulator, 'products');
  const stockItem = { item_id: product.id, qty: 3 };
  const stock = [{ productSku: product.sku, itemId: product.id, stockItem }];
  const path = 'V1/products/byProductSku/stockItems/byItemId';
  const { body } = await send<Accepted>(simulator, 'PUT', `all/async/bulk/${path}`, stock);
  const order = (await readAll(simulator, 'orders')).find(({ state }) => state === 'processing') ?? {};
  const held = await send<Accepted>(simulator, 'POST', `async/V1/orders/${order.entity_id}/hold`);
  await states(simulator, held.body.bulk_uuid);
  expect(await states(simulator, body.bulk_uuid)).toEqual([1]);
  expect(await states(simulator, held.body.bulk_uuid)).toEqual([1]);
  expect((await read(simulator, `/rest/V1/stockItems/${product.sku}`)).qty).toBe(3);
  expect((await read(simulator, `/rest/V1/orders/${order.entity_id}`)).state).toBe('holded');
});

test('without a consumer everything waits for ever', async () => {
  const simulator = make({ asyncConsumer: false });
  const { body } = await send<Accepted>(simulator, 'POST', 'all/async/V1/products', cup(1));
  for (let look = 0; look < 3; look++) expect(await states(simulator, body.bulk_uuid)).toEqual([4]);
  expect((await send(simulator, 'GET', 'all/V1/products/CUP-1')).status).toBe(404);
});

test('reads are not queued, unknown bulks are not found, and lists have to be lists', async () => {
  const simulator = make({ maxPageSize: 300 });
  expect((await send(simulator, 'GET', 'async/V1/products?searchCriteria=')).status).toBe(400);
  expect((await send(simulator, 'GET', 'V1/bulk/none/status')).status).toBe(404);
  expect((await send(simulator, 'POST', 'async/bulk/V1/products', cup(1))).status).toBe(400);
  const many = Array.from({ length: 5001 }, (_, index) => cup(index));
  expect(await send(simulator, 'POST', 'async/bulk/V1/products', many)).toMatchObject({
    status: 400,
    body: { parameters: { max: 5000 } },
  });
});
