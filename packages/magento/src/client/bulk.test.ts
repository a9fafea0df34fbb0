import { InputError, RequestError, TransportError } from '@cartograph/core';
import { expect, test } from 'vitest';
import { createMagentoClient } from '../client.js';
import { openClient } from '../testing/client.js';
import { bearerConfig, scriptedHost } from '../testing/scripted.js';

const { client, asked } = openClient();
const product = (sku: string) => ({ sku, name: `Name of ${sku}`, price: 5 });

test('many products are queued in one request, waited for, and told row by row', async () => {
  const start = asked.length;
  const { done, failed } = await client.products.createMany(['B-1', 'B-2', 'B-3'].map(product));
  expect(failed).toEqual([]);
  expect(done.map(({ index, item }) => [index, item.sku])).toEqual([
    [0, 'B-1'],
    [1, 'B-2'],
    [2, 'B-3'],
  ]);
  expect(
    asked
      .slice(start)
      .filter(({ method }) => method === 'POST')
      .map(({ path }) => path),
  ).toEqual(['all/async/bulk/V1/products']);
  expect((await client.products.get('B-2')).name).toBe('Name of B-2');
});

test('rows that the shop refuses are told by their places, and the others are done', async () => {
  await client.products.createMany([product('C-1')]);
  const { done, failed } = await client.products.deleteMany(['C-1', 'no such product']);
  expect(done.map(({ index }) => index)).toEqual([0]);
  expect(failed.map(({ index, error }) => [index, error instanceof RequestError])).toEqual([[1, true]]);
  await expect(client.products.get('C-1')).rejects.toMatchObject({ context: { status: 404 } });
});

test('a SKU with a slash is changed in bulk', async () => {
  await client.products.create(product('D/1'));
  const { failed } = await client.products.updateMany([{ sku: 'D/1', name: 'Slashed' }]);
  expect(failed).toEqual([]);
  expect((await client.products.get('D/1')).name).toBe('Slashed');
});

test('a row that cannot be sent is named, and nothing is queued', async () => {
  const start = asked.length;
  const rows = [product('E-1'), { sku: 'E-2' }];
  const error = await client.products.createMany(rows as never).catch((failure: unknown) => failure);
  expect(error).toBeInstanceOf(InputError);
  expect(String(error)).toContain('createMany[1]');
  expect(asked.length).toBe(start);
});

test('one write is queued, and its status is asked for', async () => {
  const { bulk_uuid } = await client.bulk.send('POST', 'V1/products', {
    product: { ...product('F-1'), attribute_set_id: 4 },
  });
  const status = await client.bulk.wait(bulk_uuid);
  expect(status.operations_list).toMatchObject([{ status: 1 }]);
  expect(await client.bulk.count(bulk_uuid, 1)).toBe(1);
  expect(await client.bulk.count(bulk_uuid, 4)).toBe(0);
  expect((await client.products.get('F-1')).sku).toBe('F-1');
});

test('a shop whose consumer does not run is waited for so long and no longer', async () => {
  const open = { bulk_id: 'u-1', operation_count: 1, operations_list: [{ id: 0, status: 4 }] };
  const receipt = { bulk_uuid: 'u-1', request_items: [{ id: 0, status: 'accepted' }], errors: false };
  const host = scriptedHost(({ method }) => (method === 'POST' ? receipt : open));
  const slow = createMagentoClient(bearerConfig, host);
  const { done, failed } = await slow.products.createMany([product('G-1')], { patienceMs: 10_000, pollMs: 1000 });
  expect(done).toEqual([]);
  expect(failed[0]?.error).toBeInstanceOf(TransportError);
  expect(String(failed[0]?.error)).toContain('async.operations.all');
  expect(host.seen).toHaveLength(12);
});

test('waiting ends with its signal', async () => {
  const leave = new AbortController();
  const host = scriptedHost(() => {
    leave.abort(new Error('enough'));
    return { bulk_id: 'u-1', operations_list: [{ id: 0, status: 4 }] };
  });
  const call = { signal: leave.signal };
  await expect(createMagentoClient(bearerConfig, host).bulk.wait('u-1', {}, call)).rejects.toThrow('enough');
});
