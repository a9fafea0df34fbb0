import { expect, test } from 'vitest';
import { fieldErrorsOf } from '../errors.js';
import { failureOf, fieldOf, openClient } from '../testing/client.js';
import { collect } from './pages.js';

const tane = { email: 'tane@example.com', first_name: 'Tāne', last_name: 'Parata' };
const home = {
  first_name: 'Tāne',
  last_name: 'Parata',
  address1: '3 Rimu Road',
  city: 'Nelson',
  state_or_province: 'Nelson',
  postal_code: '7010',
  country_code: 'NZ',
};
const many = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ ...tane, email: `tane${index}@example.com` }));

test('a customer is made, found, changed and deleted', async () => {
  const { client } = openClient();
  const { id } = await client.customers.create({ ...tane, addresses: [home] });
  expect(await client.customers.get(id)).toMatchObject({ email: 'tane@example.com', address_count: 1 });
  await client.customers.update(id, { notes: 'sings' });
  const [found] = (await client.customers.list({ 'email:in': ['tane@example.com'], include: ['addresses'] })).items;
  expect(found).toMatchObject({ id, notes: 'sings', addresses: [{ city: 'Nelson' }] });
  await client.customers.delete(id);
  expect((await failureOf(client.customers.get(id))).message).toContain(`no customers with the id ${id}`);
});

test('a list of customers goes out ten at a time, each with what became of it', async () => {
  const { client, asked } = openClient();
  const { done, failed } = await client.customers.createMany(many(23));
  expect(done.map(({ index }) => index)).toEqual(Array.from({ length: 23 }, (_, index) => index));
  expect(failed).toEqual([]);
  expect(asked.map(({ json }) => (json as unknown[]).length)).toEqual([10, 10, 3]);
  expect(done[7]?.item.email).toBe('tane7@example.com');
  const changed = await client.customers.updateMany(done.map(({ item }) => ({ id: item.id, company: 'Rimu' })));
  expect(changed.done.map(({ item }) => item.company)).toEqual(Array(23).fill('Rimu'));
  const deleted = await client.customers.deleteMany(done.map(({ item }) => item.id));
  expect(deleted.done).toHaveLength(23);
});

test('a row that the platform refuses is told by itself, and the rows of its batch say whose fault it is', async () => {
  const { client, simulator } = openClient();
  const before = simulator.truth().customers?.length ?? 0;
  const rows = many(12).map((row, index) => (index === 3 ? { ...row, customer_group_id: 999 } : row));
  const { done, failed } = await client.customers.createMany(rows);
  expect(done.map(({ index }) => index)).toEqual([10, 11]);
  expect(failed.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(fieldErrorsOf(failed[3]?.error)).toMatchObject([{ field: 'customer_group_id' }]);
  expect(failed[4]?.error.message).toContain('because of row 3');
  expect(simulator.truth().customers).toHaveLength(before + 2);
});

test('where the platform names no row, each row of the batch has its words', async () => {
  const { client } = openClient();
  const taken = (await client.customers.list({ limit: 1 })).items[0]?.email ?? '';
  const { failed } = await client.customers.createMany([tane, { ...tane, email: taken }]);
  expect(failed.map(({ index }) => index)).toEqual([0, 1]);
  expect(failed.map(({ error }) => fieldErrorsOf(error)[0]?.field)).toEqual(['.customer_create', '.customer_create']);
});

test('a row that cannot be sent keeps all from being sent, and is named', async () => {
  const { client, asked } = openClient();
  const failure = await failureOf(client.customers.createMany([tane, { ...tane, email: '' }]));
  expect(fieldOf(failure)).toBe('[1].email');
  expect(asked).toEqual([]);
});

test('addresses, attributes and their values belong to customers', async () => {
  const { client } = openClient();
  const { id } = await client.customers.create(tane);
  const address = await client.customers.addresses.create({ ...home, customer_id: id });
  expect(await client.customers.addresses.update(address.id, { city: 'Picton' })).toMatchObject({ city: 'Picton' });
  const rows = await collect(client.customers.addresses.iterate({ 'customer_id:in': [id] }));
  expect(rows).toMatchObject([{ id: address.id, city: 'Picton' }]);
  const attribute = await client.customers.attributes.create({ name: 'Shoe size', type: 'number' });
  const set = await client.customers.attributeValues.setMany([
    { attribute_id: attribute.id, customer_id: id, value: '42' },
  ]);
  expect(set.done).toMatchObject([{ index: 0, item: { attribute_value: '42', customer_id: id } }]);
  const { items } = await client.customers.attributeValues.list({ 'customer_id:in': [id] });
  expect(items).toMatchObject([{ attribute_id: attribute.id, attribute_value: '42' }]);
});

test('groups are made with their discounts, counted and deleted', async () => {
  const { client } = openClient();
  const before = await client.customers.groups.count();
  const group = await client.customers.groups.create({
    name: 'Trade',
    discount_rules: [{ type: 'all', method: 'percent', amount: '10.0000' }],
  });
  expect(await client.customers.groups.get(group.id)).toMatchObject({ name: 'Trade' });
  expect(await client.customers.groups.update(group.id, { name: 'Trade B' })).toMatchObject({ name: 'Trade B' });
  expect(await client.customers.groups.count()).toBe(before + 1);
  await client.customers.groups.delete(group.id);
  expect(await client.customers.groups.count()).toBe(before);
});

test('all customers are iterated by cursor', async () => {
  const { client, simulator } = openClient({ orders: 400 });
  const ids = (await collect(client.customers.iterate())).map(({ id }) => String(id));
  expect(ids.toSorted()).toEqual([...(simulator.truth().customers ?? [])].sort());
});

test('customers of V2 are read by id, counted, changed, and their addresses followed', async () => {
  const { client } = openClient();
  const [first] = (await client.customers.legacy.list({ limit: 1 })).items;
  const id = first?.id ?? 0;
  expect(await client.customers.legacy.count()).toBeGreaterThan(1);
  expect(await client.customers.legacy.update(id, { phone: '555' })).toMatchObject({ id, phone: '555' });
  expect((await client.customers.get(id)).phone).toBe('555');
  const addresses = first?.addresses;
  if (addresses == null) throw new Error('a customer has a link to addresses');
  const { items } = await client.follow(addresses);
  expect(items).toEqual((await client.customers.legacy.addresses.list(id)).items);
});
