import { InputError } from '@cartograph/core';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Attribute } from '../records/catalog.js';
import { openShop, taken } from '../testing/shop.js';
import { createAttributeCodec } from './attribute-codec.js';

type Shop = ReturnType<typeof openShop>;
let shop: Shop;
let client: Shop['client'];
beforeEach(() => {
  shop = openShop({ orders: 2 });
  client = shop.client;
});

describe('brands', () => {
  test('are listed with filters, iterated, and read one by one', async () => {
    const [brand] = (await client.brands.list({ sort: 'name', sortDir: 'asc', limit: 1 })).items;
    expect(await client.brands.get(brand?.id ?? 0)).toEqual(brand);
    const open = await taken(client.brands.iterate());
    const all = await taken(client.brands.iterate({ includeInaccessible: true }));
    expect(all.length).toBeGreaterThan(open.length);
    const restricted = all.find(({ isRestricted }) => isRestricted);
    expect(Array.isArray(await client.brands.attributes.list(restricted?.id ?? 0))).toBe(true);
  });
});

describe('categories', () => {
  test('are a tree, each with its children and attributes', async () => {
    const tree = await client.categories.tree();
    const parent = tree.find(({ children }) => (children?.length ?? 0) > 0);
    const children = await client.categories.children.list(parent?.id ?? 0);
    expect(children.map(({ id }) => id)).toEqual(parent?.children?.map(({ id }) => id));
    const leaf = children[0];
    expect((await client.categories.attributes.list(leaf?.id ?? 0)).length).toBeGreaterThan(0);
    expect((await client.categories.get(leaf?.id ?? 0)).name).toBe(leaf?.name);
  });

  test('are read by their ids, however many, the closed ones too', async () => {
    const all = await taken(client.categories.iterate({ includeInaccessible: true }));
    const ids = all.map(({ id }) => id);
    expect((await client.categories.byIds([...ids, 999_999])).map(({ id }) => id)).toEqual(ids);
    const uuids = all.slice(0, 2).map(({ uuid }) => uuid ?? '');
    expect((await client.categories.byUuids(uuids)).map(({ uuid }) => uuid)).toEqual(uuids);
  });

  test('one that is not there is an error', async () => {
    await expect(client.categories.get(999_999)).rejects.toMatchObject({ code: 'request' });
  });
});

const attribute = (given: Partial<Attribute>): Attribute => ({ id: 1, name: 'color', ...given });
const options = [
  { id: 11, name: 'Black' },
  { id: 12, name: 'Off White' },
];
const codec = createAttributeCodec([
  attribute({ attributeType: 'option', label: 'Colour', feedName: 'ColorFamily', options }),
  attribute({ id: 2, name: 'occasion', attributeType: 'multi_option', options }),
  attribute({ id: 3, name: 'care', attributeType: 'value' }),
  attribute({ id: 4, name: 'brand', attributeType: 'system' }),
]);

describe('names of attributes and options', () => {
  test('become ids, however they are capitalized, and names again', () => {
    const values = codec.toIds({ Colour: 'black', occasion: ['Black', 'Off White'], care: 'Wash cold' });
    expect(values).toEqual({ 1: 11, 2: [11, 12], 3: 'Wash cold' });
    expect(codec.toNames(values)).toEqual({ color: 'Black', occasion: ['Black', 'Off White'], care: 'Wash cold' });
  });

  test('may be the feed’s names, ids, or null for none', () => {
    expect(codec.toIds({ ColorFamily: 12, 3: null, occasion: 'black' })).toEqual({ 1: 12, 2: [11], 3: null });
  });

  test('that are not there are refused, each with what there is instead', () => {
    const wrong = () => codec.toIds({ colour: 'Blue', fabric: 'Wool', brand: 'Fjord', care: ['a'] });
    expect(wrong).toThrow(InputError);
    expect(wrong).toThrow('"colour" has no option "Blue"; it has Black, Off White');
    expect(wrong).toThrow('there is no attribute "fabric"; there are color, occasion, care, brand');
    expect(wrong).toThrow('"brand" is a field of the product set itself');
    expect(wrong).toThrow('"care" takes one value');
    expect(() => codec.toIds({ colour: ['Black', 'Off White'] })).toThrow('"colour" takes one option');
    expect(wrong).toThrow(
      expect.objectContaining({ context: { field: 'colour', fields: 'colour, fabric, brand, care' } }),
    );
  });

  test('that an attribute set does not know keep their ids', () => {
    expect(codec.toNames({ 9: 'x', 1: 99 })).toEqual({ 9: 'x', color: 99 });
  });

  test('are those of the set that they are read from, in one request', async () => {
    const [set] = (await client.productSets.list({ limit: 1 })).items;
    shop.requests.length = 0;
    const ofSet = await client.attributeSets.codec(set?.attributeSetId ?? 0);
    const named = ofSet.toNames(set?.attributes ?? {});
    expect(Object.keys(named).every(name => Number.isNaN(Number(name)))).toBe(true);
    expect(ofSet.toIds(named as Record<string, string>)).toEqual(set?.attributes);
    expect(shop.calls()).toEqual([`GET /v2/attribute-sets/${set?.attributeSetId}/attributes`]);
  });
});

describe('attributes', () => {
  test('are listed by set, the invisible ones too where they are asked for', async () => {
    const [set] = await client.attributeSets.list();
    const attributeSetIds = [set?.id ?? 0];
    const visible = await taken(client.attributes.iterate({ attributeSetIds }));
    const all = await taken(client.attributes.iterate({ attributeSetIds, onlyVisible: false }));
    expect(all.length).toBeGreaterThanOrEqual(visible.length);
    expect(shop.requests.at(-1)?.url).toContain('onlyVisible=0');
    const [first] = visible;
    expect(await client.attributes.get(first?.id ?? 0)).toEqual(first);
    expect((await client.attributeSets.get(set?.id ?? 0)).name).toBe(set?.name);
  });
});

describe('warehouses', () => {
  test('are created, changed and read', async () => {
    const created = await client.warehouses.create({ name: 'North shed', city: 'Darwin', country: 'Australia' });
    expect((await client.warehouses.list()).map(({ id }) => id)).toContain(created.id);
    await client.warehouses.update(created.id, { name: 'North shed', city: 'Katherine' });
    expect((await client.warehouses.get(created.id)).city).toBe('Katherine');
    // @ts-expect-error: the platform gives the id
    await expect(client.warehouses.create({ id: 5, name: 'South shed' })).rejects.toThrow('"id" is read-only');
  });
});
