import { beforeEach, expect, test } from 'vitest';
import { createIconicSimulator } from '../simulator.js';
import { connect, type TestClient } from '../testing.js';

interface ImageJson {
  readonly id: number;
  readonly position: number;
  readonly displayUrl: string;
}

let client: TestClient;
let set: number;
let before: ImageJson[];

beforeEach(async () => {
  client = await connect(createIconicSimulator({ orders: 2 }));
  for (const { id } of await client.all<{ id: number }>('/v2/product-sets?status=active')) {
    set = id;
    before = await images();
    if (before.length > 1 && before.length < 5) break;
  }
});

const path = () => `/v2/product-set/${set}/images`;
const images = () => client.read<ImageJson[]>(path());
const post = (image: object) => client.send('POST', path(), image);

async function upload(
  fields: Record<string, string>,
  file = new File(['a picture'], 'Front.PNG', { type: 'image/png' }),
) {
  const form = new FormData();
  form.set('file1', file);
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return client.request(path(), { method: 'POST', body: form });
}

test('an image added by its address is copied, and comes last unless a position is told', async () => {
  const { status, body } = await post({ displayUrl: 'https://cedar-salt.example/pictures/a.jpg' });
  expect(status).toBe(201);
  expect(body).toMatchObject({ productSetId: set, position: before.length + 1 });
  expect((body as ImageJson).displayUrl).not.toContain('cedar-salt');
  expect(await images()).toEqual([...before, body]);
});

test('an uploaded picture with position 1 shares it with the main image, or takes its place', async () => {
  const added = await upload({ position: '1' });
  expect(added.status).toBe(201);
  expect(((await added.json()) as ImageJson).displayUrl).toMatch(/\.png$/);
  expect((await images()).map(({ position }) => position).slice(0, 3)).toEqual([1, 1, 2]);
  const taken = (await (await upload({ position: '1', overwrite: '1' })).json()) as ImageJson;
  expect((await images()).filter(({ position }) => position === 1)).toEqual([taken]);
  expect(await client.read(`/v2/product-sets/cover-image?productSetIds[]=${set}`)).toEqual([
    { productSetId: set, imageUrl: taken.displayUrl },
  ]);
});

test('an image is moved and given another picture', async () => {
  const [main] = before;
  const moved = await client.send('PATCH', `${path()}/${main?.id}`, { position: 8 });
  expect(moved).toMatchObject({ status: 200, body: { ...main, position: 8, updatedAt: expect.any(String) } });
  expect((await images()).at(-1)).toEqual(moved.body);
  const { body } = await client.send('PATCH', `${path()}/${main?.id}`, { displayUrl: 'https://a.example/b.webp' });
  expect((body as ImageJson).displayUrl).toMatch(/\.webp$/);
});

test('a set whose images are deleted misses them', async () => {
  for (const { id } of before) expect((await client.send('DELETE', `${path()}/${id}`)).status).toBe(204);
  expect(await images()).toEqual([]);
  const missing = await client.all<{ id: number }>('/v2/product-sets?status=image-missing');
  expect(missing.map(({ id }) => id)).toContain(set);
  expect((await client.send('DELETE', `${path()}/${before[0]?.id}`)).status).toBe(404);
});

test('no address, a wrong one, a position beyond the eighth, and a file that is no picture are refused', async () => {
  expect((await post({})).status).toBe(422);
  expect((await post({ displayUrl: 'front.jpg' })).status).toBe(422);
  expect((await post({ displayUrl: 'https://a.example/b.jpg', position: 9 })).status).toBe(422);
  expect((await upload({}, new File(['text'], 'a.txt', { type: 'text/plain' }))).status).toBe(422);
  expect((await upload({}, new File([], 'a.png', { type: 'image/png' }))).status).toBe(422);
  expect((await upload({ position: 'first' })).status).toBe(422);
  expect(await images()).toEqual(before);
});

test('main images are found by SKU', async () => {
  const [product] = await client.read<{ sellerSku: string }[]>(`/v2/product-set/${set}/products`);
  expect(await client.read(`/v2/product-set/images-by-sku?productSkus[]=${product?.sellerSku}`)).toMatchObject([
    { productSetId: set, sellerSku: product?.sellerSku, mainImageUrl: before[0]?.displayUrl },
  ]);
});
