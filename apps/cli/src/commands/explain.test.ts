import type { ExplainedField, NativeRecord } from '@cartograph/core';
import { describe, expect, test } from 'vitest';
import { onlySales, platforms } from '../testing/platforms.js';
import { connectShop, openShop } from '../testing/shop.js';
import { createUser } from '../testing/user.js';

interface Explained {
  readonly native: { readonly stream: string; readonly id: string };
  readonly fields: readonly ExplainedField[];
}

async function createSynced(platform = 'magento') {
  const [user, shop] = [createUser(), await openShop(platform, { orders: 20 })];
  await connectShop(user, shop);
  await user.run('sync', ...onlySales(platform));
  const { orders } = await user.json<{ orders: { id: string }[] }>('list', 'orders');
  const id = orders[0]?.id ?? '';
  return { user, id, words: ['explain', 'orders', id, '--connection', platform] };
}

/** `lines[1].sku` of a record. */
const valueAt = (within: unknown, path: string): unknown =>
  path
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.')
    .reduce<unknown>((inner, key) => (inner as Record<string, unknown>)?.[key], within);

describe.each(platforms)('an order of %s', platform => {
  test('is explained field by field, with the values that it has here and there', async () => {
    const { user, id, words } = await createSynced(platform);
    const { native, fields } = await user.json<Explained>(...words);
    const get = ['get', 'orders', id, '--connection', platform];
    const record = await user.json(...get);
    const { stream, body } = await user.json<NativeRecord>(...get, '--native');
    expect(native.stream).toBe(stream);
    for (const { path, value, sources } of fields) {
      expect(value, path).toEqual(valueAt(record, path));
      for (const source of sources.filter(from => !from.path.startsWith('shop.'))) {
        expect(source.value, `${path} of ${source.path}`).toEqual(valueAt(body, source.path));
      }
    }
    const top = new Set(fields.map(({ path }) => path.replace(/[.[].*$/, '')));
    expect(
      Object.keys(record as object)
        .filter(key => !top.has(key))
        .sort(),
    ).toEqual(['connectionId', 'deletedAt', 'deletedBecause', 'mapperVersion', 'platform', 'syncedAt']);
  });
});

test('a field shows what is below it', async () => {
  const { user, words } = await createSynced();
  const pathsOf = async (field: string) =>
    (await user.json<Explained>(...words.toSpliced(3, 0, field))).fields.map(({ path }) => path);
  expect(await pathsOf('totals.grand')).toEqual(['totals.grand']);
  expect((await pathsOf('lines[0]')).every(path => path.startsWith('lines[0].'))).toBe(true);
  expect((await pathsOf('totals')).length).toBeGreaterThan(5);
});

test('for a person it is a table, and says where the native record is', async () => {
  const { user, words } = await createSynced();
  const { out, err } = await user.run(...words);
  expect(out).toMatch(/^field +value +native +rule\n─/);
  expect(out).toMatch(/\ncurrency +"[A-Z]{3}" +order_currency_code = "[A-Z]{3}"/);
  expect(out).toMatch(/\nstatusRaw +"\w+" +status = "\w+"/);
  expect(out).toMatch(/\npaymentStatusRaw +null +absent: /);
  expect(err).toContain('--native');
});

test('a field, a record or a connection that is not there is named, with what there is', async () => {
  const { user, id, words } = await createSynced();
  const asked = (...changed: string[]) => user.failure('explain', ...changed, '--connection', 'magento');
  expect(await asked('orders', id, 'totals.gran')).toMatch(
    /has no field "totals.gran"; did you mean "totals.grand"\? It has id, /,
  );
  expect(await asked('orders', id, 'weather')).toMatch(/has no field "weather"; it has id, /);
  expect(await asked('orders', 'none')).toBe('magento has no orders with the id "none"');
  expect(await asked('weather', id)).toMatch(/there is no resource "weather"; there is /);
  expect(await user.failure(...words.slice(0, 3), '--connection', 'other')).toMatch(
    /no connection "other"; there is magento/,
  );
});
