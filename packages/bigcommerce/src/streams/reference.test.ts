import { RequestError } from '@cartograph/core';
import { describe, expect, test } from 'vitest';
import { bigcommerce } from '../connector.js';
import { open } from '../testing/open.js';
import { categoryBodies } from './categories.js';

const category = (category_id: number, parent_id: number | string) => ({
  category_id,
  parent_id,
  name: `n${category_id}`,
});

/** Ancestors and children of each. */
const around = (...categories: readonly ReturnType<typeof category>[]) =>
  Object.fromEntries(
    categoryBodies(categories).map(body => [
      body.category.category_id,
      [(body.parents ?? []).map(parent => parent.category_id), body.childIds],
    ]),
  );

describe('a category', () => {
  test('knows those above it, root first, and those right below it', () => {
    expect(around(category(3, '2'), category(1, 0), category(2, 1), category(4, 2))).toEqual({
      1: [[], [2]],
      2: [[1], [3, 4]],
      3: [[1, 2], []],
      4: [[1, 2], []],
    });
  });

  test('whose parents lead in a circle, or nowhere, ends there', () => {
    expect(around(category(1, 2), category(2, 1), category(3, 3), category(4, 99), category(5, 4))).toEqual({
      1: [[2], [2]],
      2: [[1], [1]],
      3: [[], [3]],
      4: [[], [5]],
      5: [[4], []],
    });
  });

  test('of many comes a page at a time, and a broken reading goes on after the last one', async () => {
    const rows = Array.from({ length: 620 }, (_, index) => category(2000 - index * 3, 0));
    const shop = open({}, {}, async request => {
      const query = new URL(request.url).searchParams;
      const [page, limit] = [Number(query.get('page')), Number(query.get('limit'))];
      const pagination = { current_page: page, total_pages: Math.ceil(rows.length / limit), total: rows.length };
      return Response.json({ data: rows.slice((page - 1) * limit, page * limit), meta: { pagination } });
    });
    const pages: [number, string | null][] = [];
    for await (const { records, next } of shop.session.read('categories', { since: null, until: null, resume: null }))
      pages.push([records.length, next]);
    expect(pages.map(([size]) => size)).toEqual([250, 250, 120]);
    const rest = await shop.read('categories', { resume: pages[0]?.[1] ?? null });
    expect(rest).toHaveLength(370);
    expect(pages.at(-1)?.[1]).toBeNull();
  });
});

test.each([
  ['categories', '/v3/catalog/trees', 'store_v2_products_read_only'],
  ['locations', '/v3/inventory/locations', 'store_locations_read_only'],
  ['paymentMethods', '/v2/payments/methods', 'store_payments_methods_read'],
  ['taxRates', '/v3/tax/rates', 'store_v2_information_read_only'],
])('%s without a scope for them stop alone, and name it', async (stream, path, scope) => {
  const shop = open({ orders: 20, withoutScope: [path] });
  const refusal = await shop.read(stream).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(RequestError);
  expect(String(refusal)).toContain(scope);
  expect(bigcommerce.shop.safeParse(await shop.session.check()).success).toBe(true);
  expect((await shop.read('orders')).length).toBeGreaterThan(0);
});

test('a token that is refused altogether is no matter of a scope', async () => {
  await expect(open({}, { accessToken: 'wrong' }).read('locations')).rejects.toMatchObject({ recovery: 'reauthorize' });
});

test('tax rates without zones and classes are rates all the same', async () => {
  const shop = open({ withoutScope: ['/v3/tax/zones', '/v2/tax_classes'] });
  const made = (await shop.read('taxRates')).flatMap(native => bigcommerce.normalize(native, bigcommerce.emptyShop));
  expect(made.length).toBe(shop.simulator.truth().taxComponents?.length);
});
