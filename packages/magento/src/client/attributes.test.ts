import { expect, test } from 'vitest';
import { openClient } from '../testing/client.js';
import { collect } from './among.js';

const { client, asked } = openClient();

test('an attribute is made, renamed and deleted; its options have labels and ids', async () => {
  const created = await client.products.attributes.create({
    attribute_code: 'fabric',
    frontend_input: 'select',
    default_frontend_label: 'Fabric',
    scope: 'global',
  });
  expect(created).toMatchObject({ attribute_code: 'fabric' });
  const wool = await client.products.attributes.options.create('fabric', { label: 'Wool', sort_order: 1 });
  await client.products.attributes.options.create('fabric', { label: 'Linen' });
  expect(await client.products.attributes.options.idOf('fabric', 'wool')).toBe(wool);
  expect(await client.products.attributes.options.labelOf('fabric', wool)).toBe('Wool');
  await expect(client.products.attributes.options.idOf('fabric', 'Silk')).rejects.toThrow('it has Wool, Linen');
  await client.products.attributes.options.update('fabric', wool, { label: 'Merino' });
  expect(await client.products.attributes.options.labelOf('fabric', wool)).toBe('Merino');
  expect(await client.products.attributes.options.delete('fabric', wool)).toBe(true);
  expect(await client.products.attributes.options.labelOf('fabric', wool)).toBeNull();
  await client.products.attributes.update('fabric', { default_frontend_label: 'Cloth' });
  expect(await client.products.attributes.get('fabric')).toMatchObject({ default_frontend_label: 'Cloth' });
  expect(await client.products.attributes.delete('fabric')).toBe(true);
  await expect(client.products.attributes.get('fabric')).rejects.toMatchObject({ context: { status: 404 } });
});

test('scopes of attributes are asked for once, and again after one was changed', async () => {
  const { scopes } = client.products.attributes;
  const before = asked.length;
  const [first, second] = await Promise.all([scopes.all(), client.withStore('all').products.attributes.scopes.all()]);
  expect(first).toBe(second);
  const once = asked.length - before;
  expect(first.get('name')).toBe('store');
  await scopes.in('global');
  expect(asked.length - before).toBe(once);
  await client.products.attributes.create({
    attribute_code: 'cut',
    frontend_input: 'text',
    default_frontend_label: 'Cut',
    scope: 'website',
  });
  expect(await scopes.in('website')).toContain('cut');
});

test('a set begins with what another has, and takes and loses attributes', async () => {
  const { attribute_set_id } = await client.products.attributeSets.create({ attribute_set_name: 'Shoes' }, 4);
  const id = Number(attribute_set_id);
  const group = await client.products.attributeSets.groups.create({
    attribute_group_name: 'Fit',
    attribute_set_id: id,
  });
  await client.products.attributes.create({
    attribute_code: 'width',
    frontend_input: 'text',
    default_frontend_label: 'Width',
  });
  await client.products.attributeSets.assign({
    attributeSetId: id,
    attributeGroupId: Number(group.attribute_group_id),
    attributeCode: 'width',
  });
  const codes = async () =>
    (await client.products.attributeSets.attributes(id)).map(({ attribute_code }) => attribute_code);
  expect(await codes()).toContain('width');
  expect(await client.products.attributeSets.unassign(id, 'width')).toBe(true);
  expect(await codes()).not.toContain('width');
  const groups = await collect(
    client.products.attributeSets.groups.iterate({ filters: [[{ field: 'attribute_set_id', value: id }]] }),
  );
  expect(groups.map(({ attribute_group_name }) => attribute_group_name)).toContain('Fit');
  expect(await client.products.attributeSets.delete(id)).toBe(true);
});
