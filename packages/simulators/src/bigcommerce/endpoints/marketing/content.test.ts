import { describe, expect, test } from 'vitest';
import { type Json, openShop } from '../../testing.js';

interface Many {
  readonly data: readonly Json[];
}

describe('the blog', () => {
  test('has posts with tags, published or not', async () => {
    const { send, read } = openShop({ orders: 5 });
    const post = { title: 'Dyeing with Tea', body: '<p>Boil it.</p>', tags: ['tea', 'dye'] };
    const { status, body } = await send<Json>('POST', '/v2/blog/posts', post);
    expect([status, body]).toMatchObject([
      200,
      { ...post, url: '/blog/dyeing-with-tea/', is_published: false, summary: 'Boil it.…' },
    ]);
    await send('PUT', `/v2/blog/posts/${body.id}`, { is_published: true, published_date: '2026-07-01T00:00:00Z' });
    expect(await read('/v2/blog/posts?is_published=true')).toMatchObject([
      { id: body.id, published_date_iso8601: '2026-07-01T00:00:00+00:00' },
    ]);
    expect(await read('/v2/blog/tags')).toEqual([
      { tag: 'tea', post_ids: [body.id] },
      { tag: 'dye', post_ids: [body.id] },
    ]);
    expect((await send('POST', '/v2/blog/posts', post)).status).toBe(409);
    expect((await send('POST', '/v2/blog/posts', { title: 'X' })).status).toBe(400);
    expect((await send('DELETE', `/v2/blog/posts/${body.id}`)).status).toBe(204);
    expect(await read('/v2/blog/posts')).toEqual([]);
  });
});

describe('pages', () => {
  test('are the same in both versions, alone and in lists', async () => {
    const { send, read } = openShop({ orders: 5 });
    const about = { name: 'About us', type: 'page', body: '<h1>Us</h1>' };
    const one = await send<{ data: Json }>('POST', '/v3/content/pages', about);
    expect(one).toMatchObject({ status: 201, body: { data: { ...about, url: '/about-us/', channel_id: 1 } } });
    const { id } = one.body.data;
    const many = await send<Many>('POST', '/v3/content/pages', [
      { ...about, name: 'Team', parent_id: id },
      { name: 'X', type: 'link' },
    ]);
    expect(many).toMatchObject({ status: 207, body: { data: [{ name: 'Team' }], meta: { failed: 1 } } });
    expect((await read<Many>('/v3/content/pages?name=Team')).data[0]).not.toHaveProperty('body');
    expect((await read<Many>('/v3/content/pages?name=Team&include=body')).data[0]).toMatchObject({
      body: '<h1>Us</h1>',
    });
    expect((await send('PUT', `/v2/pages/${id}`, { is_visible: true })).body).toMatchObject({ is_visible: true });
    expect((await send('PUT', '/v3/content/pages', [{ id, name: 'Who we are' }])).body).toMatchObject({
      data: [{ name: 'Who we are' }],
    });
    expect((await send('DELETE', '/v3/content/pages')).status).toBe(422);
    expect((await send('DELETE', `/v3/content/pages?id:in=${id}`)).status).toBe(204);
    expect(await read('/v2/pages')).toMatchObject([{ name: 'Team', parent_id: 0 }]);
  });
});

test('redirects are upserted by their site and path, and lead to what is there', async () => {
  const { send, read } = openShop({ orders: 5 });
  const path = '/v3/storefront/redirects';
  const old = { from_path: '/old', site_id: 1000, to: { type: 'product', entity_id: 77 } };
  expect((await send('PUT', path, [old])).body).toMatchObject({ data: [old] });
  await send('PUT', path, [{ ...old, to: { type: 'url', url: 'https://x.example' } }]);
  const { data } = await read<Many>(`${path}?include=to_url`);
  expect(data).toMatchObject([{ from_path: '/old', to_url: 'https://x.example' }]);
  expect((await send('PUT', path, [{ ...old, to: { type: 'product', entity_id: 1 } }])).status).toBe(422);
  const made = await send<Json>('POST', '/v2/redirects', { path: '/older', forward: { type: 'category', ref: 18 } });
  expect(made.body).toMatchObject({ path: '/older', forward: { type: 'category', ref: 18 } });
  expect((await read<Many>(`${path}?keyword=older`)).data).toMatchObject([{ to: { type: 'category', entity_id: 18 } }]);
  expect((await send('DELETE', path)).status).toBe(422);
  expect((await send('DELETE', `${path}?site_id=1000`)).status).toBe(204);
  expect(await read('/v2/redirects')).toEqual([]);
});

test('an account has consents and answers to form fields', async () => {
  const { send, read } = openShop({ orders: 5 });
  expect((await send('PUT', '/v3/customers/3/consent', { allow: ['analytics'], deny: ['targeting'] })).status).toBe(
    200,
  );
  expect(await read('/v3/customers/3/consent')).toMatchObject({ allow: ['analytics'], deny: ['targeting'] });
  expect((await send('PUT', '/v3/customers/3/consent', { allow: ['everything'] })).status).toBe(422);
  expect(await read('/v3/customers/3/stored-instruments')).toEqual([]);
  await send('PUT', '/v3/customers/form-field-values', [{ customer_id: 3, name: 'Shoe size', value: '42' }]);
  expect(await read('/v3/customers/form-field-values?customer_id=3')).toMatchObject({
    data: [{ name: 'Shoe size', value: '42' }],
  });
  expect(await read('/v3/customers?id:in=3&include=formfields')).toMatchObject({
    data: [{ form_fields: [{ name: 'Shoe size' }] }],
  });
});
