import { findConnector } from '@cartograph/connectors';
import { resourceSchemas } from '@cartograph/core';
import { describe, expect, test } from 'vitest';
import { platforms } from '../testing/platforms.js';
import { connectShop, openShop } from '../testing/shop.js';
import { createUser } from '../testing/user.js';

interface Listed {
  readonly id: string;
  readonly connectionId: string;
  readonly syncedAt: string;
}

async function createSynced(platform = 'bigcommerce', ...words: string[]) {
  const [user, shop] = [createUser(), await openShop(platform, { orders: 40 })];
  await connectShop(user, shop);
  await user.run('sync', ...words);
  const list = async (...words: string[]) => {
    const listed = await user.json<Record<string, Listed[]>>('list', ...words);
    return Object.values(listed)[0] ?? [];
  };
  return { user, shop, list };
}

describe.each(platforms)('the records of %s', platform => {
  test('are listed, got one by one, and shown as the platform sent them', async () => {
    const { user, list } = await createSynced(platform);
    const streams = Object.values(findConnector(platform)?.streams ?? {});
    for (const resource of new Set(streams.flatMap(({ yields }) => yields))) {
      const [record] = await list(resource);
      if (!record) throw new Error(`no ${resource}`);
      const {
        connectionId,
        platform: from,
        syncedAt,
        deletedAt,
        deletedBecause,
        mapperVersion,
        ...content
      } = { ...(record as Stored) };
      expect({ connectionId, from }).toEqual({ connectionId: platform, from: platform });
      expect({ deletedAt, deletedBecause }).toEqual({ deletedAt: null, deletedBecause: null });
      expect(resourceSchemas[resource].safeParse(content).error).toBeUndefined();
      const words = ['get', resource, record.id, '--connection', platform];
      expect(await user.json(...words)).toEqual(record);
      const native = await user.json<{ stream: string; body: unknown }>(...words, '--native');
      expect(native.body).toBeTypeOf('object');
      const table = (await user.run('list', resource, '--limit', '1')).out;
      expect(table.split('\n')[2]).toContain(record.id);
    }
  });
});

interface Stored extends Listed {
  readonly platform: string;
  readonly deletedAt: string | null;
  readonly deletedBecause: string | null;
  readonly mapperVersion: number;
}

test('a list has a limit, and says so', async () => {
  const { user, list } = await createSynced('bigcommerce', '--stream', 'orders');
  expect(await list('orders', '--limit', '7')).toHaveLength(7);
  expect(await list('orders', '--limit', '0')).toHaveLength(40);
  expect((await user.run('list', 'orders', '--limit', '7')).err).toBe('The first 7; --limit 0 shows all.\n');
  for (const limit of ['40', '0']) expect((await user.run('list', 'orders', '--limit', limit)).err).toBe('');
});

test('a list holds one connection, or all', async () => {
  const { user, list } = await createSynced('bigcommerce', '--stream', 'orders');
  await connectShop(user, await openShop('bigcommerce', { orders: 3, seed: 2 }), 'other');
  await user.run('sync', 'other', '--stream', 'orders');
  expect(await list('orders')).toHaveLength(43);
  expect(await list('orders', '--connection', 'other')).toHaveLength(3);
  expect(await user.failure('list', 'orders', '--connection', 'nowhere')).toContain('there is no connection "nowhere"');
});

test('a list holds what changed in the store at or after a time', async () => {
  const { list } = await createSynced('bigcommerce', '--stream', 'orders');
  const all = await list('orders');
  const newest =
    all
      .map(({ syncedAt }) => syncedAt)
      .toSorted()
      .at(-1) ?? '';
  const later = new Date(Date.parse(newest) + 1).toISOString();
  expect((await list('orders', '--since', newest)).length).toBeGreaterThan(0);
  expect(await list('orders', '--since', later)).toEqual([]);
  expect(await list('orders', '--since', '2020-01-31')).toEqual(all);
});

test.each([
  [['list', 'invoices'], /^there is no resource "invoices"; there is companyInfo, customers, orders, products, /],
  [['list', 'orders', '--limit', 'many'], /^--limit takes a whole number from 0, and not "many"$/],
  [['list', 'orders', '--since', 'yesterday'], /^--since takes a date such as 2026-01-31 or .*, and not "yesterday"$/],
  [['get', 'invoices', '1', '--connection', 'x'], /^there is no resource "invoices"/],
])('%j is refused in one sentence', async (words, sentence) => {
  expect(await createUser().failure(...words)).toMatch(sentence);
});

test('a record that there is not is named', async () => {
  const { user } = await createSynced('bigcommerce', '--stream', 'orders');
  expect(await user.failure('get', 'orders', 'nope', '--connection', 'bigcommerce')).toBe(
    'bigcommerce has no orders with the id "nope"',
  );
  expect(await user.failure('get', 'orders', 'nope', '--connection', 'nowhere')).toBe(
    'there is no connection "nowhere"; there is bigcommerce',
  );
});
