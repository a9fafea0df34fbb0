import { beforeEach, describe, expect, test } from 'vitest';
import { createIconicSimulator } from '../simulator.js';
import { connect, type TestClient } from '../testing.js';

interface SetJson {
  readonly id: number;
  readonly sin: string;
  readonly status: string;
}

let client: TestClient;
let sets: SetJson[];

beforeEach(async () => {
  client = await connect(createIconicSimulator({ orders: 2 }));
  sets = (await client.read<{ items: SetJson[] }>('/v2/product-sets?limit=100&offset=0')).items;
});

const named = (ids: readonly number[]) => ids.map(id => `productSetIds[]=${id}`).join('&');
const all = () => named(sets.map(({ id }) => id));

describe('quality control', () => {
  test('says of each set how it stands, and why it rejected those that it did', async () => {
    const rows = await client.read<{ productSetId: number; status: string }[]>(
      `/v2/product-set/quality-control-status?${all()}`,
    );
    const rejected = rows.filter(({ status }) => status === 'rejected').map(({ productSetId }) => productSetId);
    expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(['approved', 'rejected', 'pending']));
    const reasons = await client.read<{ productSetId: number; rejectedReasons: string[] }[]>(
      `/v2/product-quality-control/rejected?${all()}`,
    );
    expect(reasons.map(({ productSetId }) => productSetId)).toEqual(rejected);
    const known = (await client.read<{ name: string }[]>('/v2/qc-reject-reasons')).map(({ name }) => name);
    for (const { rejectedReasons } of reasons) expect(known).toEqual(expect.arrayContaining(rejectedReasons));
  });

  test('refuses to tell of sets of others', async () => {
    const path = `/v2/product-quality-control/rejected?${named([sets[0]?.id ?? 0, 7])}`;
    expect((await client.request(path)).status).toBe(403);
    expect((await client.request('/v2/product-quality-control/rejected')).status).toBe(400);
  });
});

test('visibility follows what is written: stock, prices and images', async () => {
  const set = sets.find(({ status }) => status === 'active') as SetJson;
  const rule = async () => {
    const [row] = await client.read<Record<string, unknown>[]>(`/v2/product-sets/visibility-rules?${named([set.id])}`);
    return [row?.hasAtLeastOneActiveProduct, row?.hasImages, row?.hasZeroPrices];
  };
  const products = await client.read<{ id: number }[]>(`/v2/product-set/${set.id}/products`);
  const images = await client.read<{ id: number }[]>(`/v2/product-set/${set.id}/images`);
  expect(await rule()).toEqual([true, images.length > 0, false]);
  for (const { id } of images) await client.send('DELETE', `/v2/product-set/${set.id}/images/${id}`);
  for (const { id } of products) {
    for (const country of ['AU', 'NZ']) await client.send('PUT', `/v2/product/${id}/prices/${country}`, {});
    await client.send('PUT', `/v2/product-set/${set.id}/products/${id}/status?status=inactive`);
  }
  expect(await rule()).toEqual([false, false, true]);
});

test('a set is uploaded with its last version when all its products are in the shop', async () => {
  const set = sets.find(({ status }) => status === 'active') as SetJson;
  const isUploaded = async () => {
    const [row] = await client.read<{ isLatestVersionUploaded: boolean }[]>(
      `/v2/last-version-uploaded?${named([set.id])}`,
    );
    return row?.isLatestVersionUploaded;
  };
  await client.send('POST', `/v2/product-set/${set.id}/products`, { sellerSku: 'NEW-1', variation: 'new' });
  expect(await isUploaded()).toBe(false);
  await client.send('POST', `/v2/reupload-to-shop/${set.id}`);
  expect(await isUploaded()).toBe(true);
});

test('a product of the shared catalog is found and offered once', async () => {
  const [shared] = await client.read<{ sin: string; name: string }[]>('/v2/product-set/search-hybrid?query=merino');
  const create = () => client.send('POST', '/v2/product-set/products/create-by-sin', { sin: shared?.sin });
  const { status, body } = await create();
  expect(status).toBe(200);
  const { productSetId } = body as { productSetId: number };
  expect(await client.read(`/v2/product-set/${productSetId}`)).toMatchObject({
    name: shared?.name,
    sin: shared?.sin,
    status: 'inactive',
  });
  expect((await create()).body).toEqual({ productSetId });
  expect((await client.send('POST', '/v2/product-set/products/create-by-sin', { sin: 'SIN1' })).status).toBe(404);
  expect((await client.request('/v2/product-set/search-hybrid')).status).toBe(400);
});

test('the sample of a category creates a product set of it', async () => {
  const sample = await client.read<object>('/v2/product-sets/sample-payload/4?showFull=1&hideComments=1');
  expect(sample).not.toHaveProperty('comments');
  expect((await client.send('POST', '/v2/product-set', sample)).status).toBe(201);
  expect((await client.request('/v2/product-sets/sample-payload/99')).status).toBe(422);
});

test('the score rises with the content', async () => {
  const score = async (content: object) => {
    const { body } = await client.send('POST', '/v2/content-score/score', { categoryId: 4, ...content });
    return (body as { score: number }).score;
  };
  const words = 'A dress of washed linen that lasts for years and years.';
  expect([await score({}), await score({ name: words }), await score({ name: words, description: words })]).toEqual([
    0, 40, 80,
  ]);
  expect(await client.read(`/v2/content-score/product-set/${sets[0]?.id}`)).toHaveProperty('score_report.ruleGroup');
  expect((await client.send('POST', '/v2/content-score/score', { categoryId: 99 })).status).toBe(422);
});
