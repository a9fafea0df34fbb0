import { expect, test } from 'vitest';
import { type Json, openShop } from '../testing.js';

const note = { namespace: 'erp', key: 'bin', value: 'A-7', permission_set: 'read' };

interface Many {
  readonly data: readonly Json[];
}

test.each([
  ['orders', 'orders/100', 100],
  ['customers', 'customers/3', 3],
  ['catalog/products', 'catalog/products/77', 77],
  ['catalog/variants', 'catalog/products/77/variants/64', 64],
  ['catalog/categories', 'catalog/categories/18', 18],
  ['catalog/brands', 'catalog/brands/30', 30],
  ['channels', 'channels/1', 1],
  ['inventory/locations', 'inventory/locations/1', 1],
])('%s have metafields, one of each name', async (all, one, resource) => {
  const { send, read } = openShop({ orders: 10 });
  const made = await send<{ data: Json }>('POST', `/v3/${one}/metafields`, note);
  expect(made).toMatchObject({
    status: 200,
    body: { data: { ...note, resource_id: resource, owner_client_id: expect.any(String) } },
  });
  const { id } = made.body.data;
  expect((await send('POST', `/v3/${one}/metafields`, note)).status).toBe(409);
  expect((await send('POST', `/v3/${one}/metafields`, { ...note, key: '' })).status).toBe(422);
  expect((await send('PUT', `/v3/${one}/metafields/${id}`, { value: 'B-1' })).body).toMatchObject({
    data: { value: 'B-1' },
  });
  expect((await read<Many>(`/v3/${all}/metafields?key=bin`)).data).toMatchObject([{ id, value: 'B-1' }]);
  expect((await read<Many>(`/v3/${one}/metafields`)).data).toMatchObject([{ id }]);
  expect((await send('DELETE', `/v3/${one}/metafields/${id}`)).status).toBe(204);
  expect((await read<Many>(`/v3/${one}/metafields`)).data).toEqual([]);
});

test('a batch keeps what is good and tells what is not, with the status of a failure', async () => {
  const { send, read } = openShop({ orders: 10 });
  const path = '/v3/orders/metafields';
  const mixed = await send<Many>('POST', path, [
    { ...note, resource_id: 100 },
    { ...note, resource_id: 1 },
  ]);
  expect(mixed).toMatchObject({
    status: 422,
    body: { data: [{ resource_id: 100 }], errors: [{ status: 422 }], meta: { total: 2, success: 1, failed: 1 } },
  });
  const id = mixed.body.data[0]?.id;
  expect((await send('PUT', path, [{ id, value: 'C-3' }])).body).toMatchObject({
    data: [{ value: 'C-3' }],
    errors: [],
  });
  expect(await send('DELETE', path, [id, 99])).toMatchObject({
    status: 422,
    body: { data: [id], meta: { failed: 1 } },
  });
  expect((await read<Many>(path)).data).toEqual([]);
});
