import { InputError } from '@cartograph/core';
import { expect, test } from 'vitest';
import { scriptedClient } from '../testing/client.js';
import { at } from './path.js';

test('ids are encoded', () => {
  expect(at`/v3/pricelists/${4}/records/${7}/${'us/d'}`).toBe('/v3/pricelists/4/records/7/us%2Fd');
});

test.each([[''], ['  '], ['..'], [Number.NaN], [1.5], [undefined], [null]])('%j is no id', id => {
  expect(() => at`/v2/orders/${id as never}`).toThrow(InputError);
});

test('without an id nothing is deleted: the address without it would name all', async () => {
  const { client, asked } = scriptedClient(() => new Response(null, { status: 204 }));
  await expect(client.orders.delete('')).rejects.toThrow(InputError);
  await expect(client.coupons.delete(undefined as never)).rejects.toThrow(InputError);
  await expect(client.orders.shipments.deleteAll('', 'everything')).rejects.toThrow(InputError);
  expect((await client.products.deleteMany([])).done).toEqual([]);
  expect(asked).toEqual([]);
});

test('all of a list of V2 is deleted only by whoever says so', async () => {
  const { client, asked } = scriptedClient(() => new Response(null, { status: 204 }));
  // @ts-expect-error: a filter is not enough, since the address takes none.
  await expect(client.orders.deleteAll({ status_id: 0 })).rejects.toThrow("say 'everything'");
  // @ts-expect-error: nor is nothing.
  await expect(client.banners.deleteAll()).rejects.toThrow(InputError);
  expect(asked).toEqual([]);
  await client.banners.deleteAll('everything');
  expect(asked).toMatchObject([{ method: 'DELETE', path: '/v2/banners', query: '' }]);
});
