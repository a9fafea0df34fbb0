import { expect, test } from 'vitest';
import { createMagentoSimulator, type MagentoSimulator, magentoProfiles } from '../index.js';
import { ask, type Json, type List, origin, read, readAll, signed, where } from '../testing.js';

const shopWith = (...profiles: string[]) => createMagentoSimulator({ orders: 120, profiles });
const orders = (shop: MagentoSimulator, query: string) => read<List>(shop, `/rest/V1/orders?${query}`);
const page = (size: number, number = 1) => `searchCriteria[pageSize]=${size}&searchCriteria[currentPage]=${number}`;
const byStore = 'searchCriteria[sortOrders][0][field]=store_id&searchCriteria[sortOrders][1][field]=entity_id';
const ids = ({ items }: List) => items.map(({ entity_id }) => Number(entity_id));

test('each profile says in a sentence what it does, and an unknown one is refused with the list', () => {
  for (const { description } of magentoProfiles) expect(description).toMatch(/^[A-Z].{20,}[^.]$/);
  expect(() => shopWith('no-such-thing')).toThrow('last-page-repeated');
});

test('last-page-repeated and null-items: beyond the end is the last page, and nothing is null', async () => {
  const shop = shopWith('last-page-repeated', 'null-items');
  expect((await orders(shop, page(50, 9))).items).toEqual((await orders(shop, page(50, 3))).items);
  expect((await orders(shop, where(['entity_id', 'gt', '999999']))).items).toBeNull();
});

test('input-limits and capped-page-size: more than twenty rows are refused, or not served', async () => {
  const refused = await ask(shopWith('input-limits'), `/rest/V1/orders?${page(21)}`);
  expect([refused.status, await refused.json()]).toMatchObject([400, { parameters: { max: 20 } }]);
  expect((await orders(shopWith('capped-page-size'), page(100))).items).toHaveLength(20);
});

test('wrong-counts: totals are too small, too large, those of the page, or missing', async () => {
  const shop = shopWith('wrong-counts');
  const totals: unknown[] = [];
  for (let turn = 0; turn < 4; turn++) totals.push((await orders(shop, page(30))).total_count);
  expect(totals).toEqual([60, 127, 30, undefined]);
});

test('unsorted-ties: rows that are equal by the first order come otherwise each time', async () => {
  const shop = shopWith('unsorted-ties');
  const [first, second] = [
    await orders(shop, `${byStore}&${page(120)}`),
    await orders(shop, `${byStore}&${page(120)}`),
  ];
  expect(ids(first)).not.toEqual(ids(second));
  const stores = (list: List) => list.items.map(({ store_id }) => Number(store_id));
  expect(stores(first)).toEqual(stores(first).toSorted((one, other) => other - one));
});

test('same-second-cluster: a third of the orders, and all customers, changed in one second', async () => {
  const shop = shopWith('same-second-cluster');
  shop.advance(3);
  const times = (await readAll(shop, 'customers/search')).map(customer => customer.updated_at);
  expect(new Set(times).size).toBe(1);
  const together = (await readAll(shop, 'orders')).filter(order => order.updated_at === times[0]);
  expect(together.length).toBeGreaterThanOrEqual(40);
});

test('edits-while-paging: records come, change and go before forty requests, and then it rests', async () => {
  const shop = shopWith('edits-while-paging');
  const before = shop.truth();
  for (let turn = 0; turn < 40; turn++) await orders(shop, page(1));
  const after = shop.truth();
  expect(after.orders?.length).toBeGreaterThan(before.orders?.length ?? 0);
  for (const name of ['customers', 'products']) expect(before[name]?.some(id => !after[name]?.includes(id))).toBe(true);
  await orders(shop, page(1));
  expect(shop.truth()).toEqual(after);
  shop.advance(1);
  await orders(shop, page(1));
  expect(shop.counts.disturbed).toBe(41);
});

test('poisoned-record: lists and the record itself are refused until someone changes it', async () => {
  for (const [collection, path, key, status] of [
    ['orders', 'orders', 'entity_id', 404],
    ['customers', 'customers/search', 'id', 500],
  ] as const) {
    const shop = shopWith('poisoned-record');
    const list = () => ask(shop, `/rest/all/V1/${path}?searchCriteria=`);
    expect((await list()).status).toBe(status);
    const all = createMagentoSimulator({ orders: 120 }).truth()[collection] ?? [];
    const poisoned = all.find(id => !shop.truth()[collection]?.includes(id)) ?? '';
    expect((await ask(shop, `/rest/all/V1/${collection}/${poisoned}`)).status).toBe(status);
    shop.tamper(collection, poisoned, body => body);
    expect((await readAll(shop, path)).map(record => String(record[key]))).toContain(poisoned);
  }
});

test('silent-children: new documents are newer than their orders', async () => {
  const shop = shopWith('silent-children');
  shop.advance(150);
  const memos = await readAll(shop, 'creditmemos');
  const times = new Map((await readAll(shop, 'orders')).map(order => [order.entity_id, String(order.updated_at)]));
  const newer = memos.filter(memo => String(memo.updated_at) > (times.get(memo.order_id) ?? ''));
  expect(newer.length).toBeGreaterThan(2);
});

test('daylight-saving: some times are those of Sydney, in winter and in summer', async () => {
  const [odd, plain] = [await readAll(shopWith('daylight-saving'), 'orders'), await readAll(shopWith(), 'orders')];
  const utc = ({ created_at }: Json) => Date.parse(`${String(created_at).replace(' ', 'T')}Z`);
  const local = odd.map(({ created_at }) => String(created_at)).filter(text => text.includes('T'));
  expect(new Set(local.map(text => text.slice(19)))).toEqual(new Set(['+10:00', '+11:00']));
  for (const [index, order] of odd.entries()) {
    const text = String(order.created_at);
    expect(text.includes('T') ? Date.parse(text) : utc(order)).toBe(utc(plain[index] as Json));
  }
});

test('numbers-as-text and child-priced: amounts are texts, and variants repeat the price above them', async () => {
  const texts = await orders(shopWith('numbers-as-text'), page(3));
  expect(texts.items.map(({ entity_id }) => entity_id)).toEqual(['1', '2', '3']);
  expect(texts.total_count).toBe('120');
  const items = (await readAll(shopWith('child-priced'), 'orders')).flatMap(order => order.items as Json[]);
  const priced = items.filter(
    ({ parent_item: parent }) => (parent as Json | undefined)?.product_type === 'configurable',
  );
  expect(priced.length).toBeGreaterThan(5);
  expect(priced.every(row => row.row_total === (row.parent_item as Json).row_total)).toBe(true);
});

test('token-dies: a token of an admin user lasts twenty-five requests', async () => {
  const shop = shopWith('token-dies');
  const { auth } = shop.config(origin) as { auth: Json };
  expect(auth.method).toBe('admin');
  const body = JSON.stringify({ username: auth.username, password: auth.password });
  const path = '/rest/V1/integration/admin/token';
  const token = await (await shop.fetch(new Request(origin + path, { method: 'POST', body }))).json();
  const headers = { authorization: `Bearer ${token}` };
  const statuses: number[] = [];
  for (let turn = 0; turn < 26; turn++) statuses.push((await ask(shop, '/rest/V1/store/websites', { headers })).status);
  expect(statuses).toEqual([...Array(25).fill(200), 401]);
});

test('nonce-reuse: some signatures are refused, and pass with another nonce', async () => {
  const shop = shopWith('nonce-reuse');
  const path = '/rest/V1/store/websites';
  const statuses: number[] = [];
  for (let turn = 0; turn < 20; turn++) statuses.push((await shop.fetch(signed(shop, path, `nonce-${turn}`))).status);
  expect(statuses).toContain(401);
  for (const [turn, status] of statuses.entries()) if (status === 401) expect(statuses[turn + 1] ?? 200).toBe(200);
});

test('localized-messages: the text is another, the parameters are the same', async () => {
  const answer = await ask(shopWith('localized-messages'), '/rest/V1/customers/999999');
  expect([answer.status, await answer.json()]).toEqual([
    404,
    {
      message: 'Die Anfrage kann nicht ausgeführt werden.',
      parameters: { fieldName: 'customerId', fieldValue: '999999' },
    },
  ]);
});
