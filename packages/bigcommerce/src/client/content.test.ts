import { expect, test } from 'vitest';
import { failureOf, openClient } from '../testing/client.js';
import { collect } from './pages.js';

test('the blog has posts, and tags that lead to them', async () => {
  const { client } = openClient();
  const post = await client.blog.posts.create({ title: 'Dyeing with Tea', body: '<p>Boil it.</p>', tags: ['tea'] });
  expect(await client.blog.posts.update(post.id, { is_published: true })).toMatchObject({ is_published: true });
  expect((await client.blog.posts.list({ is_published: true })).items).toMatchObject([{ id: post.id }]);
  expect((await client.blog.tags.list()).items).toEqual([{ tag: 'tea', post_ids: [post.id] }]);
  await client.blog.posts.delete(post.id);
  expect(await collect(client.blog.posts.iterate())).toEqual([]);
});

test('pages are written one by one or in arrays, of which each row tells how it went', async () => {
  const { client } = openClient();
  const about = await client.pages.create({ name: 'About us', type: 'page', body: '<h1>Us</h1>' });
  const { done, failed } = await client.pages.createMany([
    { name: 'Team', type: 'page', parent_id: about.id },
    { name: 'Nowhere', type: 'link' },
  ]);
  expect(done).toMatchObject([{ index: 0, item: { name: 'Team' } }]);
  expect(failed.map(({ index }) => index)).toEqual([1]);
  expect(await client.pages.get(about.id, { include: ['body'] })).toMatchObject({ body: '<h1>Us</h1>' });
  const renamed = await client.pages.updateMany([{ id: about.id, name: 'Who we are' }]);
  expect(renamed.done).toMatchObject([{ item: { name: 'Who we are' } }]);
  expect((await client.pages.legacy.list()).items.map(({ name }) => name)).toContain('Who we are');
  await client.pages.deleteMany([about.id]);
  expect((await client.pages.list({ 'id:in': [about.id] })).items).toEqual([]);
});

test('redirects are put in and taken out', async () => {
  const { client } = openClient();
  const old = { from_path: '/old', site_id: 1000, to: { type: 'url', url: 'https://x.example' } } as const;
  const { done } = await client.redirects.upsertMany([old]);
  expect(done).toMatchObject([{ index: 0, item: { from_path: '/old' } }]);
  expect((await client.redirects.list({ include: ['to_url'] })).items).toMatchObject([{ to_url: 'https://x.example' }]);
  expect((await failureOf(client.redirects.deleteAll({}))).message).toContain('give a filter');
  await client.redirects.deleteAll({ site_id: 1000 });
  expect((await client.redirects.list()).items).toEqual([]);
});

test('customers give consents and fill in forms', async () => {
  const { client } = openClient();
  const [customer] = (await client.customers.list({ limit: 1 })).items;
  const id = customer?.id ?? 0;
  await client.customers.consent.update(id, { allow: ['analytics'], deny: ['targeting'] });
  expect(await client.customers.consent.get(id)).toMatchObject({ allow: ['analytics'], deny: ['targeting'] });
  const set = await client.customers.formFieldValues.setMany([{ customer_id: id, name: 'Shoe size', value: '42' }]);
  expect(set.done).toMatchObject([{ index: 0, item: { value: '42' } }]);
  expect((await client.customers.formFieldValues.list({ customer_id: id })).items).toMatchObject([{ value: '42' }]);
  expect((await client.customers.storedInstruments.list(id)).items).toEqual([]);
});
