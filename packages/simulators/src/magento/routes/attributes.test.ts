import { expect, test } from 'vitest';
import { createMagentoSimulator } from '../index.js';
import { type Json, type List, read, readAll, send, where } from '../testing.js';

const make = () => createMagentoSimulator({ orders: 5 });
const material = {
  attribute_code: 'material',
  frontend_input: 'select',
  default_frontend_label: 'Material',
  scope: 'global',
  options: [{ label: 'Clay' }, { label: 'Glass', store_labels: [{ store_id: 4, label: 'Glas' }] }],
};
const create = (simulator: ReturnType<typeof make>, own: Json = {}) =>
  send(simulator, 'POST', 'all/V1/products/attributes', { attribute: { ...material, ...own } });
const options = (simulator: ReturnType<typeof make>, scope = 'all') =>
  read<Json[]>(simulator, `/rest/${scope}/V1/products/attributes/material/options`);

test('attributes tell how far their values reach', async () => {
  const simulator = make();
  const scopes = new Map(
    (await readAll(simulator, 'products/attributes')).map(({ attribute_code, scope }) => [attribute_code, scope]),
  );
  expect([scopes.get('name'), scopes.get('price'), scopes.get('weight')]).toEqual(['store', 'website', 'global']);
  const selects = await read<List>(
    simulator,
    `/rest/V1/products/attributes?${where(['frontend_input', 'eq', 'select'], ['is_user_defined', 'eq', '1'])}`,
  );
  expect(selects.items.map(({ attribute_code }) => attribute_code)).toEqual(['manufacturer', 'color', 'size']);
});

test('a new attribute has options, and products have its values and are found by them', async () => {
  const simulator = make();
  const { body } = await create(simulator);
  expect(body).toMatchObject({ attribute_code: 'material', backend_type: 'int', is_user_defined: true });
  const [, clay, glass] = await options(simulator);
  expect([clay?.label, glass?.label]).toEqual(['Clay', 'Glass']);
  expect((await options(simulator, 'eu'))[2]).toEqual({ label: 'Glas', value: glass?.value });
  const product = {
    sku: 'VASE-X',
    name: 'Vase X',
    price: 10,
    custom_attributes: [{ attribute_code: 'material', value: glass?.value }],
  };
  await send(simulator, 'POST', 'all/V1/products', { product });
  const found = await read<List>(simulator, `/rest/all/V1/products?${where(['material', 'eq', String(glass?.value)])}`);
  expect(found.items.map(({ sku }) => sku)).toEqual(['VASE-X']);
});

test('options are added, renamed and deleted', async () => {
  const simulator = make();
  await create(simulator);
  const path = 'all/V1/products/attributes/material/options';
  const added = await send<string>(simulator, 'POST', path, { option: { label: 'Wood' } });
  expect(typeof added.body).toBe('string');
  expect((await send(simulator, 'POST', path, { option: { label: 'Wood' } })).status).toBe(400);
  expect((await send(simulator, 'PUT', `${path}/${added.body}`, { option: { label: 'Oak' } })).body).toBe(true);
  expect((await options(simulator)).at(-1)).toEqual({ label: 'Oak', value: added.body });
  expect((await send(simulator, 'DELETE', `${path}/${added.body}`)).body).toBe(true);
  expect((await options(simulator)).map(({ label }) => label)).toEqual([' ', 'Clay', 'Glass']);
  expect((await send(simulator, 'DELETE', `${path}/${added.body}`)).status).toBe(404);
});

test('an attribute keeps its code and kind, and those of the system stay', async () => {
  const simulator = make();
  await create(simulator);
  const path = 'all/V1/products/attributes/material';
  const changed = await send(simulator, 'PUT', path, {
    attribute: { attribute_code: 'other', frontend_input: 'text', default_frontend_label: 'Made of' },
  });
  expect(changed.body).toMatchObject({
    attribute_code: 'material',
    frontend_input: 'select',
    default_frontend_label: 'Made of',
  });
  expect((await create(simulator)).status).toBe(400);
  expect((await create(simulator, { attribute_code: 'Bad Code' })).status).toBe(400);
  expect((await create(simulator, { attribute_code: 'b', frontend_input: 'wheel' })).status).toBe(400);
  expect((await send(simulator, 'DELETE', path)).body).toBe(true);
  expect((await send(simulator, 'GET', path)).status).toBe(404);
  expect((await send(simulator, 'DELETE', 'all/V1/products/attributes/name')).status).toBe(400);
});

test('a set is made after another, gets an attribute, and takes its products along', async () => {
  const simulator = make();
  await create(simulator);
  const attributeSet = { attribute_set_name: 'Vases', sort_order: 3 };
  const made = await send(simulator, 'POST', 'all/V1/products/attribute-sets', { attributeSet, skeletonId: 4 });
  const id = Number(made.body.attribute_set_id);
  expect(made.body).toMatchObject({ ...attributeSet, entity_type_id: 4 });
  expect(
    (await send(simulator, 'POST', 'all/V1/products/attribute-sets', { attributeSet, skeletonId: 4 })).status,
  ).toBe(400);
  const groups = await read<List>(
    simulator,
    `/rest/V1/products/attribute-sets/groups/list?${where(['attribute_set_id', 'eq', String(id)])}`,
  );
  expect(groups.total_count).toBe(1);
  const codes = async () =>
    (await read<Json[]>(simulator, `/rest/V1/products/attribute-sets/${id}/attributes`)).map(row => row.attribute_code);
  expect(await codes()).not.toContain('material');
  const assigned = {
    attributeSetId: id,
    attributeGroupId: Number(groups.items[0]?.attribute_group_id),
    attributeCode: 'material',
    sortOrder: 1,
  };
  expect((await send(simulator, 'POST', 'all/V1/products/attribute-sets/attributes', assigned)).status).toBe(200);
  expect(await codes()).toContain('material');
  const product = { sku: 'VASE-X', name: 'Vase X', price: 10, attribute_set_id: id };
  await send(simulator, 'POST', 'all/V1/products', { product });
  const inSet = await read<List>(simulator, `/rest/all/V1/products?${where(['attribute_set_id', 'eq', String(id)])}`);
  expect(inSet.total_count).toBe(1);
  const sets = await readAll(simulator, 'eav/attribute-sets/list');
  expect(sets.map(set => set.attribute_set_name)).toEqual(['Default', 'Apparel', 'Vases']);
  expect((await send(simulator, 'DELETE', `all/V1/eav/attribute-sets/${id}`)).body).toBe(true);
  expect((await send(simulator, 'GET', 'all/V1/products/VASE-X')).status).toBe(404);
});
