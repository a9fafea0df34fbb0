import { InputError } from '@cartograph/core';
import { expect, test } from 'vitest';
import { createMagentoClient } from '../client.js';
import { openClient } from '../testing/client.js';
import { bearerConfig, scriptedHost } from '../testing/scripted.js';

const { client } = openClient();

/** What a search asks for, as the shop reads it. */
async function asked(search: (own: typeof client) => { list(): Promise<unknown> }) {
  const host = scriptedHost(() => ({ items: [], total_count: 0 }));
  await search(createMagentoClient(bearerConfig, host)).list();
  const query = [...(host.seen[0]?.query ?? [])].map(([key, value]) => [key.replace('searchCriteria', ''), value]);
  return { path: host.seen[0]?.path, query: Object.fromEntries(query) as Record<string, string> };
}

test('a search is put together step by step: and, or, sort, fields and pages', async () => {
  const { path, query } = await asked(own =>
    own
      .search('orders')
      .where('state', ['processing', 'new'])
      .where('grand_total', 'gt', '100.50')
      .or('coupon_code', 'notnull')
      .between('created_at', new Date('2026-01-01T00:00:00Z'), '2026-02-01T01:00:00+01:00')
      .sort('created_at', 'DESC')
      .sort('entity_id')
      .fields('increment_id', 'items[sku,qty_ordered]')
      .pageSize(50)
      .page(2),
  );
  expect(path).toBe('/eu/rest/all/V1/orders');
  expect(query).toEqual({
    '[filter_groups][0][filters][0][field]': 'state',
    '[filter_groups][0][filters][0][condition_type]': 'in',
    '[filter_groups][0][filters][0][value]': 'processing,new',
    '[filter_groups][1][filters][0][field]': 'grand_total',
    '[filter_groups][1][filters][0][condition_type]': 'gt',
    '[filter_groups][1][filters][0][value]': '100.50',
    '[filter_groups][1][filters][1][field]': 'coupon_code',
    '[filter_groups][1][filters][1][condition_type]': 'notnull',
    '[filter_groups][1][filters][1][value]': '1',
    '[filter_groups][2][filters][0][field]': 'created_at',
    '[filter_groups][2][filters][0][condition_type]': 'gteq',
    '[filter_groups][2][filters][0][value]': '2026-01-01 00:00:00',
    '[filter_groups][3][filters][0][field]': 'created_at',
    '[filter_groups][3][filters][0][condition_type]': 'lteq',
    '[filter_groups][3][filters][0][value]': '2026-02-01 00:00:00',
    '[sort_orders][0][field]': 'created_at',
    '[sort_orders][0][direction]': 'DESC',
    '[sort_orders][1][field]': 'entity_id',
    '[sort_orders][1][direction]': 'ASC',
    '[page_size]': '50',
    '[current_page]': '2',
    fields: 'items[entity_id,increment_id,items[sku,qty_ordered]],total_count',
  });
});

test('a step gives another search, so that one can be the start of several', async () => {
  const pending = client.search('orders').where('state', 'new');
  const [all, large] = [await pending.count(), await pending.where('grand_total', 'gt', 100).count()];
  expect(await pending.count()).toBe(all);
  expect(large).toBeLessThan(all ?? 0);
});

test.each([
  ['a column that the list does not have', () => client.search('orders').where('totl', 5), 'totl'],
  ['a column of another table', () => client.search('orders').where('items', 'x'), 'items'],
  ['the id by the name that records have for it', () => client.search('products').where('id', 5), 'id'],
  [
    'a time that transactions do not have',
    () => client.search('transactions').where('updated_at', 'gt', new Date()),
    'updated_at',
  ],
  ['a text for a number', () => client.search('orders').where('grand_total', 'gt', 'much'), 'grand_total'],
  [
    'an instant without its zone',
    () => client.search('orders').where('created_at', 'gt', '2026-01-01T00:00:00'),
    'created_at',
  ],
  ['a comma in a list', () => client.search('products').where('sku', ['a,b', 'c']), 'sku'],
  ['an empty list', () => client.search('products').where('sku', 'in', []), 'sku'],
  ['a condition that is none', () => client.search('orders').where('state', 'is' as never, 'new'), 'state'],
  ['a sort by what is no column', () => client.search('orders').sort('total'), 'total'],
  ['a projection that is not spelled right', () => client.search('orders').fields('items[sku'), 'fields'],
] as const)('%s is refused before the request', async (_, search, field) => {
  const error = await (search() as { list(): Promise<unknown> }).list().catch((failure: unknown) => failure);
  expect(error).toBeInstanceOf(InputError);
  expect(error).toMatchObject({ context: { field } });
});

test('attributes of the shop are columns of products, and texts are found by parts', async () => {
  const { query } = await asked(own =>
    own.search('products').where('fabric', 'finset', 12).where('name', 'like', '%bag%'),
  );
  expect(query['[filter_groups][0][filters][0][field]']).toBe('fabric');
  expect(query['[filter_groups][1][filters][0][value]']).toBe('%bag%');
  const named = await client.search('products').where('name', 'like', '%a%').all();
  const all = await client.search('products').all();
  expect(named.length).toBe(all.filter(({ name }) => /a/i.test(String(name))).length);
});

test('in any order every record comes once, and only the fields that were asked for', async () => {
  const search = client.search('orders').pageSize(17).fields('grand_total');
  const rising = await search.all();
  const falling = await search.sort('entity_id', 'DESC').all();
  const bySum = await search.sort('grand_total', 'DESC').all();
  const ids = (orders: typeof rising) => orders.map(({ entity_id }) => Number(entity_id));
  expect(ids(falling)).toEqual(ids(rising).reverse());
  expect(ids(bySum).sort((one, other) => one - other)).toEqual(ids(rising));
  const sums = bySum.map(({ grand_total }) => Number(grand_total));
  expect(sums).toEqual([...sums].sort((one, other) => other - one));
  expect(Object.keys(rising[0] ?? {}).sort()).toEqual(['entity_id', 'grand_total']);
});

test('any other address is searched as well', async () => {
  const { path, query } = await asked(own => own.search('V1/carts/search').where('is_active', true));
  expect(path).toBe('/eu/rest/all/V1/carts/search');
  expect(query['[filter_groups][0][filters][0][value]']).toBe('1');
  const orders = await client.search<{ entity_id: number }>('V1/orders', { key: 'entity_id' }).pageSize(50).all();
  expect(orders).toHaveLength((await client.search('orders').count()) ?? 0);
  expect(await client.search('V1/orders').pageSize(50).all()).toHaveLength(orders.length);
});
