import { beforeAll, expect, test } from 'vitest';
import { createMagentoSimulator } from '../index.js';
import { type Json, type List, read, readAll, send, where } from '../testing.js';

const simulator = createMagentoSimulator({ orders: 150 });
const idsByState = new Map<string, number[]>();

beforeAll(async () => {
  for (const order of await readAll(simulator, 'orders')) {
    const ids = idsByState.get(String(order.state)) ?? [];
    idsByState.set(String(order.state), [...ids, Number(order.entity_id)]);
  }
});

/** Takes an order of this state that no other test has. */
const take = (state: string): number => idsByState.get(state)?.shift() ?? Number.NaN;
const order = (id: number) => read(simulator, `/rest/V1/orders/${id}`);
const act = (id: number, action: string, body?: unknown) => send(simulator, 'POST', `V1/orders/${id}/${action}`, body);

test('an order is held and goes back to what it was; each move is newer than all before', async () => {
  const id = take('processing');
  const before = await order(id);
  expect(await act(id, 'unhold')).toMatchObject({ status: 400, body: { message: 'You cannot remove the hold.' } });
  expect(await act(id, 'hold')).toEqual({ status: 200, body: true });
  expect(await order(id)).toMatchObject({
    state: 'holded',
    status: 'holded',
    hold_before_state: 'processing',
    hold_before_status: before.status,
  });
  expect(await act(id, 'hold')).toMatchObject({ status: 400, body: { message: 'A hold action is not available.' } });
  const held = await order(id);
  expect(await act(id, 'unhold')).toEqual({ status: 200, body: true });
  const after = await order(id);
  expect([after.state, after.status, 'hold_before_state' in after]).toEqual(['processing', before.status, false]);
  expect(String(before.updated_at) < String(held.updated_at)).toBe(true);
  expect(String(held.updated_at) < String(after.updated_at)).toBe(true);
  const since = await read<List>(
    simulator,
    `/rest/V1/orders?${where(['updated_at', 'gteq', String(after.updated_at)])}`,
  );
  expect(since.items).toEqual([after]);
});

test('an order that is not paid is canceled; one that is done says false and stays', async () => {
  const id = take('new');
  expect(await act(id, 'cancel')).toEqual({ status: 200, body: true });
  const canceled = await order(id);
  expect(canceled).toMatchObject({ state: 'canceled', total_canceled: canceled.grand_total });
  expect(await read(simulator, `/rest/V1/orders/${id}/statuses`)).toBe('canceled');
  expect(await act(id, 'cancel')).toEqual({ status: 200, body: false });
  const complete = take('complete');
  const before = await order(complete);
  expect(await act(complete, 'cancel')).toEqual({ status: 200, body: false });
  expect(await order(complete)).toEqual(before);
});

test('a comment is the newest of the history, and can bring a status of the order’s own state only', async () => {
  const id = take('processing');
  const entry = { comment: 'Called the customer', is_customer_notified: 1, is_visible_on_front: 0 };
  expect(await act(id, 'comments', { statusHistory: { ...entry, status: 'awaiting_stock' } })).toEqual({
    status: 200,
    body: true,
  });
  expect(await order(id)).toMatchObject({ state: 'processing', status: 'awaiting_stock' });
  const comments = await read<List>(simulator, `/rest/V1/orders/${id}/comments`);
  expect(comments.items[0]).toMatchObject({ ...entry, status: 'awaiting_stock', entity_name: 'order', parent_id: id });
  const refused = await act(id, 'comments', { statusHistory: { ...entry, status: 'complete' } });
  expect(refused).toMatchObject({ status: 400, body: { parameters: ['complete'] } });
  expect((await order(id)).status).toBe('awaiting_stock');
  expect(await act(id, 'comments', {})).toMatchObject({
    status: 400,
    body: { parameters: { fieldName: 'statusHistory' } },
  });
});

test('what an order does not have is refused: unknown orders, fields, types and formats', async () => {
  expect((await act(999_999, 'hold')).status).toBe(404);
  const id = take('processing');
  const refused = await act(id, 'comments', { statusHistory: { remark: 'Hello' } });
  expect([refused.status, refused.body.message]).toEqual([400, expect.stringContaining('"Remark"')]);
  expect(await act(id, 'comments', { statusHistory: { comment: 'Hi', is_visible_on_front: 'yes' } })).toMatchObject({
    status: 400,
    body: { parameters: { fieldName: 'is_visible_on_front', value: 'yes', type: 'int' } },
  });
  const request = new Request('http://shop.example/rest/V1/orders/1/comments', { method: 'POST', body: 'a=b' });
  const { baseUrl, auth } = simulator.configs('http://shop.example').bearer as { baseUrl: string; auth: Json };
  expect(baseUrl).toBe('http://shop.example');
  request.headers.set('authorization', `Bearer ${auth.accessToken}`);
  expect((await simulator.fetch(request)).status).toBe(400);
});

test('fields may be written in either case', async () => {
  const id = take('processing');
  const entry = { comment: 'Once more', isCustomerNotified: 0, isVisibleOnFront: 1 };
  expect((await act(id, 'comments', { status_history: entry })).body).toBe(true);
  const comments = await read<List>(simulator, `/rest/V1/orders/${id}/comments`);
  expect(comments.items[0]).toMatchObject({ comment: 'Once more', is_customer_notified: 0, is_visible_on_front: 1 });
});

test('a put on an order saves an address of it and nothing else', async () => {
  const id = take('processing');
  const before = await order(id);
  const address = before.billing_address as Json;
  const changed = { ...address, city: 'Hobart', postcode: '7000' };
  const saved = await send(simulator, 'PUT', `V1/orders/${id}`, { entity: changed });
  expect(saved).toMatchObject({ status: 200, body: { city: 'Hobart', entity_id: address.entity_id } });
  expect(await order(id)).toEqual({ ...before, billing_address: { ...address, city: 'Hobart', postcode: '7000' } });
  expect((await send(simulator, 'PUT', `V1/orders/${id}`, { entity: { city: 'Hobart' } })).status).toBe(400);
});

test('a raw row changes an order’s status and its number elsewhere, by which it is found', async () => {
  const id = take('processing');
  const entity = { entity_id: id, status: 'qc_hold_7', ext_order_id: `ERP-${id}` };
  const saved = await send(simulator, 'PUT', 'V1/orders/create', { entity });
  expect(saved).toMatchObject({ status: 200, body: { ...entity, state: 'processing' } });
  const found = await read<List>(simulator, `/rest/V1/orders?${where(['ext_order_id', 'eq', `ERP-${id}`])}`);
  expect(found.items).toEqual([saved.body]);
  expect((await send(simulator, 'PUT', 'V1/orders/create', { entity: { status: 'pending' } })).status).toBe(400);
});

test('each action takes its own right', async () => {
  const limited = createMagentoSimulator({ orders: 20, denied: ['Magento_Sales::hold'] });
  const [{ entity_id: id } = {}] = (await readAll(limited, 'orders')).filter(({ state }) => state === 'processing');
  expect(await send(limited, 'POST', `V1/orders/${id}/hold`)).toMatchObject({
    status: 401,
    body: { parameters: { resources: 'Magento_Sales::hold' } },
  });
  const statusHistory = { comment: 'Allowed' };
  expect((await send(limited, 'POST', `V1/orders/${id}/comments`, { statusHistory })).body).toBe(true);
});
