import { expect, test } from 'vitest';
import { type Json, openShop } from '../../testing.js';

const picture = new File([new Uint8Array([137, 80, 78, 71])], 'teapot.png', { type: 'image/png' });

const form = (more: Record<string, string> = {}) => {
  const sent = new FormData();
  sent.append('image_file', picture);
  for (const [name, value] of Object.entries(more)) sent.append(name, value);
  return sent;
};

const { simulator, storeHash, accessToken, read, send } = openShop({ orders: 5 });

const upload = async (path: string, body: FormData) => {
  const response = await simulator.fetch(
    new Request(`https://bigcommerce.example/stores/${storeHash}${path}`, {
      method: 'POST',
      headers: { 'x-auth-token': accessToken },
      body,
    }),
  );
  return { status: response.status, body: (await response.json()) as { data: Json } };
};

test('a file becomes an image of a product, and its thumbnail where it is to be', async () => {
  const { status, body } = await upload(
    '/v3/catalog/products/79/images',
    form({ is_thumbnail: 'true', sort_order: '3' }),
  );
  expect([status, body.data]).toMatchObject([
    200,
    { image_file: 'teapot.png', is_thumbnail: true, sort_order: 3, product_id: 79 },
  ]);
  expect(await read('/v3/catalog/products/79?include=primary_image')).toMatchObject({
    data: { primary_image: { id: body.data.id } },
  });
});

test.each([
  ['/v3/catalog/brands/30', '/v3/catalog/brands/30'],
  ['/v3/catalog/categories/18', '/v3/catalog/categories/18'],
  ['/v3/catalog/products/77/variants/64', '/v3/catalog/products/77/variants/64'],
])('%s has an image of its own', async path => {
  const { body } = await upload(`${path}/image`, form());
  expect(body.data.image_url).toContain('teapot.png');
  expect(await read(path)).toMatchObject({ data: { image_url: body.data.image_url } });
});

test('without a file and without an address there is no image', async () => {
  expect((await send('POST', '/v3/catalog/products/79/images', { description: 'x' })).status).toBe(422);
  expect((await send('POST', '/v3/catalog/brands/30/image', {})).status).toBe(422);
  expect((await send('DELETE', '/v3/catalog/brands/30/image')).status).toBe(204);
  expect(await read('/v3/catalog/brands/30')).toMatchObject({ data: { image_url: '' } });
});
