import { expect, test } from 'vitest';
import { createMagentoSimulator } from '../index.js';
import { type Json, type List, read, readAll, send, where } from '../testing.js';

const simulator = createMagentoSimulator({ orders: 60 });

test('behind each order is the cart that it came from, closed; others were left and are open', async () => {
  const orders = await readAll(simulator, 'orders');
  const closed = await read<List>(simulator, `/rest/V1/carts/search?${where(['is_active', 'eq', '0'])}`);
  expect(closed.items.map(({ id, reserved_order_id }) => [id, reserved_order_id])).toEqual(
    orders.map(({ quote_id, increment_id }) => [quote_id, increment_id]),
  );
  const open = await read<List>(simulator, `/rest/V1/carts/search?${where(['is_active', 'eq', '1'])}`);
  expect(open.total_count).toBeGreaterThan(0);
  expect(open.items.every(cart => (cart.items as Json[]).length === 1 && cart.is_active === true)).toBe(true);
  expect(await read(simulator, `/rest/V1/carts/${orders[0]?.quote_id}`)).toEqual(closed.items[0]);
  expect((await send(simulator, 'GET', 'V1/carts/999999')).status).toBe(404);
});

test('what was refunded was returned, and a return knows no money', async () => {
  const memos = await readAll(simulator, 'creditmemos');
  const returns = await readAll(simulator, 'returns');
  expect(returns.map(({ order_id }) => order_id)).toEqual(memos.map(({ order_id }) => order_id));
  const [first = {}] = returns;
  expect(await read(simulator, `/rest/V1/returns/${first.entity_id}`)).toEqual(first);
  expect(JSON.stringify(returns)).not.toContain('amount');
});
