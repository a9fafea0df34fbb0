import { expect, test } from 'vitest';
import { createIconicSimulator } from '../simulator.js';
import { connect } from '../testing.js';

const client = await connect(createIconicSimulator({ orders: 2 }));

interface AttributeJson {
  readonly id: number;
  readonly options: readonly { readonly id: number }[] | null;
}

test('mappings name attributes and options that there are', async () => {
  const attributes = new Map<number, AttributeJson>();
  for (const set of await client.read<{ id: number }[]>('/v2/attribute-sets')) {
    const own = await client.read<AttributeJson[]>(`/v2/attribute-sets/${set.id}/attributes`);
    for (const attribute of own) attributes.set(attribute.id, attribute);
  }
  const optionsOf = (id: number) => attributes.get(id)?.options?.map(option => option.id) ?? [];
  const mappings =
    await client.read<{ attributes: { attributeId: number; options: number[] }[] }[]>('/v2/category/mappings');
  expect(mappings.length).toBeGreaterThan(0);
  for (const { attributeId, options } of mappings.flatMap(mapping => mapping.attributes)) {
    expect(optionsOf(attributeId)).toEqual(expect.arrayContaining(options));
  }
  const [dependent] =
    await client.read<{ parent: { attributeId: number; optionId: number } }[]>('/v2/mapped-attribute-options');
  expect(optionsOf(dependent?.parent.attributeId ?? 0)).toContain(dependent?.parent.optionId);
});

test('the restrictions of a category are those that prices are held to', async () => {
  const [settings] =
    await client.read<{ restrictions: { name: string; value: string }[] }[]>('/v2/category/22/settings');
  expect(settings?.restrictions).toMatchObject([
    { name: 'max_discount_percentage', value: '90' },
    { name: 'min_price', value: '5' },
  ]);
  const created = await client.send('POST', '/v2/product-set', {
    name: 'Face 50+',
    price: 30,
    sellerSku: 'SUN-1',
    brandId: 301,
    primaryCategoryId: 22,
    attributes: { 41: 4100 },
  });
  const [product] = await client.read<{ id: number }[]>(
    `/v2/product-set/${(created.body as { id: number }).id}/products`,
  );
  const put = async (body: object) => (await client.send('PUT', `/v2/product/${product?.id}/prices/AU`, body)).status;
  expect([
    await put({ price: 4 }),
    await put({ price: 50, salePrice: 4.99 }),
    await put({ price: 50, salePrice: 5 }),
  ]).toEqual([422, 422, 200]);
  expect((await client.request('/v2/category/999/settings')).status).toBe(404);
});
