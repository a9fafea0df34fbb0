import { expect, test } from 'vitest';
import { type Json, openShop } from '../../testing.js';

interface One {
  readonly data: Json & { readonly id: number };
}
interface Many {
  readonly data: readonly (Json & { readonly category_id: number })[];
}

test('a brand is created, changed, found and deleted; its name is its own', async () => {
  const { send, read, simulator } = openShop({ orders: 5 });
  const { body } = await send<One>('POST', '/v3/catalog/brands', { name: 'Bellbird' });
  const { id } = body.data;
  expect((await send('POST', '/v3/catalog/brands', { name: 'bellbird' })).status).toBe(409);
  await send('PUT', `/v3/catalog/brands/${id}`, { page_title: 'Bellbird & Co' });
  expect((await read<Many>('/v3/catalog/brands?name=Bellbird')).data).toMatchObject([
    { id, page_title: 'Bellbird & Co' },
  ]);
  expect(simulator.truth().brands).toContain(String(id));
  expect((await send('DELETE', '/v3/catalog/brands')).status).toBe(422);
  expect((await send('DELETE', '/v3/catalog/brands?name=Bellbird')).status).toBe(204);
  expect((await send('GET', `/v3/catalog/brands/${id}`)).status).toBe(404);
});

test('categories are written by the batch, and each row tells how it went', async () => {
  const { send, read, simulator } = openShop({ orders: 5 });
  const path = '/v3/catalog/trees/categories';
  const made = await send<Many>('POST', path, [
    { name: 'Garden', tree_id: 1 },
    { name: 'Glass', parent_id: 25 },
  ]);
  expect(made).toMatchObject({
    status: 201,
    body: {
      data: [{ name: 'Garden', tree_id: 1, parent_id: 0 }, { tree_id: 1 }],
      meta: { total: 2, success: 2, failed: 0 },
    },
  });
  const [garden, glass] = made.body.data.map(row => row.category_id);
  const mixed = await send('POST', path, [
    { name: 'Garden', tree_id: 1 },
    { name: 'Roof', tree_id: 1 },
  ]);
  expect(mixed).toMatchObject({
    status: 207,
    body: { data: [{ name: 'Roof' }], errors: { status: 409 }, meta: { failed: 1 } },
  });
  expect((await send('POST', path, [{ name: 'Nowhere' }])).body).toMatchObject({
    errors: { status: 422 },
    meta: { success: 0 },
  });
  expect(await send('PUT', path, [{ category_id: garden, is_visible: false }])).toEqual({
    status: 200,
    body: { meta: { total: 1, success: 1, failed: 0 } },
  });
  expect((await read<Many>(`${path}?category_id:in=${garden}`)).data).toMatchObject([{ is_visible: false }]);
  expect((await send('DELETE', path)).status).toBe(422);
  // What hangs below goes with it.
  expect((await send('DELETE', `${path}?category_id:in=23`)).status).toBe(202);
  expect(simulator.truth().categories).not.toEqual(expect.arrayContaining([String(glass)]));
});

test('the older list of categories writes the same ones', async () => {
  const { send, read } = openShop({ orders: 5 });
  const { body } = await send<One>('POST', '/v3/catalog/categories', {
    name: 'Attic',
    parent_id: 22,
    custom_url: { url: '/attic/' },
  });
  expect(body.data).toMatchObject({ name: 'Attic', parent_id: 22, custom_url: { url: '/attic/' } });
  expect((await read<Many>('/v3/catalog/trees/categories?name=Attic')).data).toMatchObject([
    { category_id: body.data.id, tree_id: 1, url: { path: '/attic/' } },
  ]);
  await send('PUT', `/v3/catalog/categories/${body.data.id}`, { description: 'Up there' });
  expect(await read(`/v3/catalog/categories/${body.data.id}`)).toMatchObject({ data: { description: 'Up there' } });
  expect((await send('DELETE', `/v3/catalog/categories/${body.data.id}`)).status).toBe(204);
  expect((await read<Many>('/v3/catalog/trees/categories?name=Attic')).data).toEqual([]);
});

test('a tree belongs to a channel that has none', async () => {
  const { send, read } = openShop({ orders: 5 });
  expect((await send('PUT', '/v3/catalog/trees', [{ name: 'Spare', channels: [1] }])).status).toBe(422);
  const { body } = await send<{ data: Json[] }>('PUT', '/v3/catalog/trees', [{ name: 'Market', channels: [664802] }]);
  const id = body.data[0]?.id;
  await send('PUT', '/v3/catalog/trees', [{ id, name: 'Marketplace' }]);
  expect((await read<Many>('/v3/catalog/trees')).data).toContainEqual({ id, name: 'Marketplace', channels: [664802] });
  await send('POST', '/v3/catalog/trees/categories', [{ name: 'All', tree_id: id }]);
  expect(await read(`/v3/catalog/trees/${id}/categories`)).toMatchObject({ data: [{ name: 'All', children: [] }] });
  expect((await send('DELETE', `/v3/catalog/trees?id:in=${id}`)).status).toBe(204);
});
