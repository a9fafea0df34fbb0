import { expect, test } from 'vitest';
import { openClient } from '../testing/client.js';

const { client, asked } = openClient();
const person = { email: 'ann@example.org', firstname: 'Ann', lastname: 'Smith' };

test('a customer is made, found by e-mail, changed without losing an address, and deleted', async () => {
  const created = await client.customers.create({
    ...person,
    website_id: 1,
    addresses: [
      {
        firstname: 'Ann',
        lastname: 'Smith',
        street: ['1 Main St'],
        city: 'Austin',
        postcode: '78701',
        country_id: 'US',
        region: { region_id: 57, region_code: 'TX', region: 'Texas' },
        telephone: '5125550100',
        default_billing: true,
        default_shipping: true,
      },
    ],
  });
  const id = Number(created.id);
  expect((await client.customers.byEmail('ann@example.org', { websiteId: 1 }))?.id).toBe(id);
  const start = asked.length;
  await client.customers.update(id, { lastname: 'Miller', group_id: 2 });
  expect(asked.length - start).toBe(2);
  const after = await client.customers.get(id);
  expect(after).toMatchObject({ firstname: 'Ann', lastname: 'Miller', group_id: 2, email: 'ann@example.org' });
  expect(after.addresses).toMatchObject([{ city: 'Austin' }]);
  expect(await client.customers.addresses.billing(id)).toMatchObject({ city: 'Austin' });
  expect(await client.customers.delete(id)).toBe(true);
  expect(await client.customers.byEmail('ann@example.org')).toBeNull();
});

test('an e-mail that is taken is refused in the shop’s words; one that is none, or an id, before any request', async () => {
  const taken = String((await client.search('customers').first())?.email);
  const { website_id } = (await client.customers.byEmail(taken)) ?? {};
  await expect(
    client.customers.create({ ...person, email: taken, website_id: Number(website_id) }),
  ).rejects.toMatchObject({
    context: { status: 400 },
  });
  const start = asked.length;
  await expect(client.customers.create({ ...person, email: 'ann' })).rejects.toMatchObject({
    context: { field: 'email' },
  });
  await expect(client.customers.create({ ...person, id: 5 } as never)).rejects.toThrow('read-only');
  expect(asked.length).toBe(start);
});

test('a group is made, renamed and deleted; one is that of new customers', async () => {
  const group = await client.customerGroups.create({ code: 'VIP', tax_class_id: 3 });
  const id = Number(group.id);
  expect(await client.customerGroups.update(id, { code: 'Very important', tax_class_id: 3 })).toMatchObject({
    code: 'Very important',
  });
  expect(await client.search('customerGroups').where('code', 'Very important').count()).toBe(1);
  expect(await client.customerGroups.delete(id)).toBe(true);
  expect((await client.customerGroups.default()).id).toBe(1);
});
