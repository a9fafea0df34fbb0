import { expect, test } from 'vitest';
import { createMagentoSimulator } from '../index.js';
import { ask, type Json, type List, read, readAll, where } from '../testing.js';

const simulator = createMagentoSimulator({ orders: 230 });
const orders = (query: string) => read<List>(simulator, `/rest/V1/orders?${query}`);
const ids = (list: List) => list.items.map(order => Number(order.entity_id));
const page = (size: number, number: number) => `searchCriteria[pageSize]=${size}&searchCriteria[currentPage]=${number}`;

test('pages lead through every order once', async () => {
  const seen: number[] = [];
  for (let number = 1; number <= 3; number++) seen.push(...ids(await orders(page(100, number))));
  expect(seen).toEqual(Array.from({ length: 230 }, (_, index) => index + 1));
});

test('past the end there is nothing, or the last page again, for ever, where the release is older', async () => {
  const older = createMagentoSimulator({ orders: 230, pastEnd: 'repeat' });
  const last = await read<List>(older, `/rest/V1/orders?${page(100, 9)}`);
  expect(last.items).toEqual((await orders(page(100, 3))).items);
  expect(last.total_count).toBe(230);
  const newer = createMagentoSimulator({ orders: 5 });
  expect(await read(newer, `/rest/V1/orders?${page(100, 99)}`)).toEqual({
    items: [],
    search_criteria: { filter_groups: [], page_size: 100, current_page: 99 },
    total_count: 5,
  });
});

test('without a page size everything comes; a page below 1 is page 1', async () => {
  expect((await orders('searchCriteria=')).items).toHaveLength(230);
  expect((await orders('searchCriteria')).items).toHaveLength(230);
  expect(ids(await orders(page(10, 0)))).toEqual(ids(await orders(page(10, 1))));
});

test('an empty list has no items, or null for items', async () => {
  const none = where(['entity_id', 'gt', '999999']);
  expect(await orders(none)).toMatchObject({ items: [], total_count: 0 });
  const other = createMagentoSimulator({ orders: 5, emptyItems: 'null' });
  expect(await read(other, `/rest/V1/orders?${none}`)).toMatchObject({ items: null, total_count: 0 });
});

test('a list without search criteria is refused', async () => {
  const response = await ask(simulator, '/rest/V1/orders?pageSize=10');
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({
    message: '"%fieldName" is required. Enter and try again.',
    parameters: { fieldName: 'searchCriteria' },
  });
});

test('with input limits on, a page has a largest and a usual size', async () => {
  const limited = createMagentoSimulator({ orders: 50, maxPageSize: 30 });
  const refused = await ask(limited, `/rest/V1/orders?${page(31, 1)}`);
  expect([refused.status, await refused.json()]).toEqual([
    400,
    { message: 'Maximum SearchCriteria pageSize is %max', parameters: { max: 30 } },
  ]);
  expect((await read<List>(limited, '/rest/V1/orders?searchCriteria=')).items).toHaveLength(20);
});

test('groups are joined by AND, filters within a group by OR, in either key case', async () => {
  const group = (index: number, filter: number, field: string, value: string) =>
    `searchCriteria[filterGroups][${index}][filters][${filter}][field]=${field}&searchCriteria[filterGroups][${index}][filters][${filter}][value]=${value}`;
  const both = await orders(
    [group(0, 0, 'state', 'complete'), group(0, 1, 'state', 'closed'), group(4, 0, 'store_id', '1')].join('&'),
  );
  expect(both.items.length).toBeGreaterThan(10);
  expect(both.items.every(order => ['complete', 'closed'].includes(String(order.state)) && order.store_id === 1)).toBe(
    true,
  );
  expect(both.search_criteria.filter_groups).toHaveLength(2);
});

test('every condition means what SQL means by it', async () => {
  const all = await readAll(simulator, 'orders');
  const count = async (field: string, condition: string, value: string) =>
    (await orders(where([field, condition, value]))).total_count;
  const counted = (fits: (order: Json) => boolean) => all.filter(fits).length;
  const median = String(all[115]?.created_at);
  expect(await count('state', 'eq', 'COMPLETE')).toBe(counted(order => order.state === 'complete'));
  expect(await count('state', 'neq', 'complete')).toBe(counted(order => order.state !== 'complete'));
  expect(await count('created_at', 'gteq', median)).toBe(115);
  expect(await count('created_at', 'gt', median)).toBe(114);
  expect(await count('created_at', 'lteq', median)).toBe(116);
  expect(await count('created_at', 'lt', median)).toBe(115);
  expect(await count('created_at', 'from', median)).toBe(115);
  expect(await count('created_at', 'to', median)).toBe(116);
  expect(await count('created_at', 'moreq', median)).toBe(115);
  expect(await count('entity_id', 'in', '3,5,999')).toBe(2);
  expect(await count('entity_id', 'nin', '3,5,999')).toBe(228);
  expect(await count('increment_id', 'like', '%0017')).toBe(1);
  expect(await count('customer_email', 'nlike', '%SHOPPER.example')).toBe(
    counted(order => order.customer_email === ''),
  );
  expect(await count('customer_id', 'null', '1')).toBe(counted(order => order.customer_id === undefined));
  expect(await count('customer_id', 'notnull', '1')).toBe(counted(order => order.customer_id !== undefined));
  expect(await count('state', 'finset', 'closed')).toBe(counted(order => order.state === 'closed'));
  expect(await count('grand_total', 'gt', '100')).toBe(counted(order => Number(order.grand_total) > 100));
});

test('sorting takes several fields in turn', async () => {
  const sort = (index: number, field: string, direction: string) =>
    `searchCriteria[sortOrders][${index}][field]=${field}&searchCriteria[sortOrders][${index}][direction]=${direction}`;
  const { items } = await orders([sort(0, 'updated_at', 'ASC'), sort(1, 'entity_id', 'desc')].join('&'));
  const keys = items.map(order => `${order.updated_at} ${String(99_999 - Number(order.entity_id)).padStart(6, '0')}`);
  expect(keys).toEqual([...keys].sort());
  expect(ids(await orders(`${sort(0, 'entity_id', 'DESC')}&${page(2, 1)}`))).toEqual([230, 229]);
});

test('an unknown column ends in an internal error, an unknown condition or direction is refused', async () => {
  const status = async (query: string) => (await ask(simulator, `/rest/V1/orders?${query}`)).status;
  expect(await status(where(['no_such_column', 'eq', '1']))).toBe(500);
  expect(await status(where(['entity_id', 'approx', '1']))).toBe(400);
  expect(
    await status('searchCriteria[sortOrders][0][field]=entity_id&searchCriteria[sortOrders][0][direction]=up'),
  ).toBe(400);
});

test('transactions have no modified time to filter by, and products no id by that name', async () => {
  expect((await ask(simulator, `/rest/V1/transactions?${where(['updated_at', 'gteq', '2026-01-01'])}`)).status).toBe(
    500,
  );
  expect((await ask(simulator, `/rest/V1/products?${where(['id', 'eq', '1'])}`)).status).toBe(500);
});

test('a projection keeps what it names, in lists and alone, and nothing when it is wrong', async () => {
  expect(await orders(`${page(1, 1)}&fields=items[entity_id,billing_address[city]],total_count`)).toEqual({
    items: [{ entity_id: 1, billing_address: { city: expect.any(String) } }],
    total_count: 230,
  });
  expect(await read(simulator, '/rest/V1/orders/7?fields=entity_id')).toEqual({ entity_id: 7 });
  expect(await orders(`${page(1, 1)}&fields=items[entity_id]`)).not.toHaveProperty('total_count');
  for (const wrong of ['items[entity_id', 'nothing', 'items;drop'])
    expect(await orders(`${page(1, 1)}&fields=${wrong}`)).toEqual([]);
});

test('rows of items can be listed flat, parents and children alike', async () => {
  const order = await read(simulator, '/rest/V1/orders/12');
  const flat = await read<List>(simulator, `/rest/V1/orders/items?${where(['order_id', 'eq', '12'])}`);
  expect(flat.items).toEqual(order.items);
  const first = flat.items[0] ?? {};
  expect(await read(simulator, `/rest/V1/orders/items/${first.item_id}`)).toEqual(first);
});

test('documents are found by the orders they belong to', async () => {
  const { items } = await read<List>(
    simulator,
    `/rest/V1/invoices?${where(['order_id', 'in', '1,2,3,4,5,6,7,8,9,10'])}`,
  );
  expect(items.length).toBeGreaterThan(3);
  expect(items.every(invoice => Number(invoice.order_id) <= 10)).toBe(true);
  expect(await read(simulator, `/rest/V1/invoices/${items[0]?.entity_id}`)).toEqual(items[0]);
});
