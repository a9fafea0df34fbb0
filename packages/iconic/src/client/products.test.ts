import { InputError } from '@cartograph/core';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Product, ProductSet } from '../records/product.js';
import { openShop, taken } from '../testing/shop.js';

type Shop = ReturnType<typeof openShop>;
let shop: Shop;
let client: Shop['client'];
/** A set, and a product of it, that are sold. */
let set: ProductSet;
let product: Product;
beforeEach(async () => {
  shop = openShop({ orders: 2 });
  client = shop.client;
  const products = await client.products.list();
  product = products.find(({ status, shipmentTypeId }) => status === 'active' && shipmentTypeId === 2) as Product;
  set = await client.productSets.get(product.productSetId ?? 0);
  shop.requests.length = 0;
});

describe('product sets', () => {
  test('are created with their first product from names of options', async () => {
    const codec = await client.attributeSets.codec(set.attributeSetId ?? 0);
    const attributes = codec.toIds(codec.toNames(set.attributes ?? {}) as Record<string, string>);
    const created = await client.productSets.create({
      name: 'Rain Coat',
      price: '149.95',
      sellerSku: 'RAIN-1-M',
      parentSku: 'RAIN-1',
      description: '<p>Dry.</p>',
      brandId: set.brandId ?? 0,
      primaryCategoryId: set.primaryCategoryId ?? 0,
      attributes,
      variation: 'M',
      status: 'active',
    });
    expect(created.name).toBe('Rain Coat');
    expect((await client.productSets.byParentSku('RAIN-1')).id).toBe(created.id);
    const [first] = await client.productSets.products.list(created.id);
    expect([first?.sellerSku, first?.variation]).toEqual(['RAIN-1-M', 'M']);
    expect((await client.productSets.prices.list(created.id)).map(({ price }) => Number(price))).toContain(149.95);
    const listed = await taken(client.productSets.iterate({ productSetIds: [created.id] }));
    expect(listed.map(({ id }) => id)).toEqual([created.id]);
  });

  test('are refused without what the platform requires, and with what it sets itself', async () => {
    const attributes = { color: 'Black' };
    // @ts-expect-error: most of it is missing
    const creating = client.productSets.create({ id: 7, name: 'Coat', attributes });
    await expect(creating).rejects.toThrow(InputError);
    await expect(creating).rejects.toThrow('"id" is read-only');
    await expect(creating).rejects.toThrow('"sellerSku" is missing: give a text');
    await expect(creating).rejects.toThrow('attributeSets.codec turns names into ids');
    expect(shop.requests).toEqual([]);
  });

  test('change, and keep what was not changed', async () => {
    const changed = await client.productSets.update(set.id, { name: 'Winter Coat' });
    expect([changed.name, changed.brandId]).toEqual(['Winter Coat', set.brandId]);
    expect((await client.productSets.get(set.id)).name).toBe('Winter Coat');
    // @ts-expect-error: a status is a product's
    await expect(client.productSets.update(set.id, { status: 'inactive' })).rejects.toThrow(
      '"status" is not known here',
    );
  });

  test('are counted by attribute set, with the filters of the list', async () => {
    const counts = await client.productSets.countByAttributeSet({ brandIds: [set.brandId ?? 0] });
    const sum = counts.reduce((all, { count }) => all + (count ?? 0), 0);
    expect(sum).toBe((await client.productSets.list({ brandIds: [set.brandId ?? 0], limit: 1 })).total);
  });

  test('have a group and tags', async () => {
    await client.productSets.group.set(set.id, 'Coats');
    expect((await client.productSets.group.get(set.id)).name).toBe('Coats');
    const groups = await taken(client.productGroups.iterate({ brandId: set.brandId ?? 0 }));
    expect(groups.map(({ name }) => name)).toContain('Coats');
    await client.productSets.group.delete(set.id);
    expect((await client.tags.list()).length).toBeGreaterThan(0);
    expect(Array.isArray(await client.productSets.tags.bySets([set.id]))).toBe(true);
  });

  test('tell their quality control and what keeps them from being seen', async () => {
    const [status] = await client.qualityControl.statuses([set.id]);
    expect(status?.productSetId).toBe(set.id);
    const [rules] = await client.qualityControl.visibility([set.id]);
    expect(rules?.hasAtLeastOneActiveProduct).toBe(true);
    expect((await client.qualityControl.rejectReasons.list()).length).toBeGreaterThan(0);
    expect((await client.contentScores.get(set.id)).score).not.toBeUndefined();
  });
});

describe('products', () => {
  test('are added to a set, changed, switched off and deleted', async () => {
    const added = await client.productSets.products.create(set.id, { sellerSku: 'NEW-XL', variation: 'XL' });
    await client.productSets.products.update(set.id, added.id, { productIdentifier: '9300000000017' });
    await client.productSets.products.setStatus(set.id, added.id, 'inactive');
    const read = await client.productSets.products.get(set.id, added.id);
    expect([read.variation, read.productIdentifier, read.status]).toEqual(['XL', '9300000000017', 'inactive']);
    const both = { status: 'deleted', name: 'Gone' } as const;
    await expect(client.productSets.products.update(set.id, added.id, both)).rejects.toThrow('goes alone');
  });

  test('are found by id, by the SKUs of seller and shop, and by a list of them', async () => {
    const { id, sellerSku, shopSku } = product;
    expect((await client.products.get(id))?.id).toBe(id);
    expect(await client.products.get(1)).toBeNull();
    expect((await client.products.bySellerSku(sellerSku ?? '')).id).toBe(id);
    expect((await client.products.byShopSku(shopSku ?? '')).id).toBe(id);
    const all = (await client.products.list()).map(row => row.sellerSku ?? '');
    shop.requests.length = 0;
    const found = await client.products.bySellerSkus([...all, 'nobody-has-this']);
    expect(found.map(row => row.sellerSku).toSorted()).toEqual(all.toSorted());
    const sizes = shop.requests.map(({ url }) => new URL(url).searchParams.getAll('sellerSkus[]').length);
    expect(Math.max(...sizes)).toBe(100);
  });
});

describe('images', () => {
  const pixels = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

  test('come from an address or from memory, change and go', async () => {
    const before = await client.productSets.images.list(set.id);
    const linked = await client.productSets.images.create(set.id, {
      displayUrl: 'https://a.example/1.jpg',
      position: 3,
    });
    const file = { name: 'front.png', data: pixels, type: 'image/png' };
    const uploaded = await client.productSets.images.upload(set.id, { file, position: 4 });
    await client.productSets.images.update(set.id, linked.id, { position: 5 });
    await client.productSets.images.replace(set.id, uploaded.id, { file, position: 6 });
    const after = await client.productSets.images.list(set.id);
    expect(after.length).toBe(before.length + 2);
    expect(after.find(({ id }) => id === linked.id)?.position).toBe(5);
    expect(after.find(({ id }) => id === uploaded.id)?.position).toBe(6);
    await client.productSets.images.delete(set.id, linked.id);
    expect((await client.productSets.images.list(set.id)).map(({ id }) => id)).not.toContain(linked.id);
    const [all] = await client.productSets.images.bySets([set.id]);
    expect(all?.images?.map(({ id }) => id)).toContain(uploaded.id);
    expect((await client.productSets.images.covers([set.id]))[0]?.productSetId).toBe(set.id);
    expect((await client.productSets.images.bySkus([product.shopSku ?? '']))[0]?.sellerSku).toBe(product.sellerSku);
  });

  test('have eight places', async () => {
    const ninth = { displayUrl: 'https://a.example/9.jpg', position: 9 };
    await expect(client.productSets.images.create(set.id, ninth)).rejects.toThrow('"position" must be at most 8');
  });

  test('from memory go out as a form whose file is called file1', async () => {
    await client.productSets.images.upload(set.id, { file: { name: 'front.png', data: pixels }, position: 2 });
    const form = await (shop.requests.at(-1) as Request).formData();
    const file = form.get('file1') as File;
    expect([file.name, file.size, form.get('position')]).toEqual(['front.png', pixels.length, '2']);
  });
});
