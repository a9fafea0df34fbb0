import { expect, test } from 'vitest';
import { createMagentoSimulator } from '../index.js';
import { type Json, type List, read, readAll, send, where } from '../testing.js';

const make = () => createMagentoSimulator({ orders: 5 });

const address = {
  firstname: 'Ann',
  lastname: 'Lee',
  street: ['1 Main Street', 'Unit 2'],
  city: 'Perth',
  postcode: '6000',
  country_id: 'AU',
  region: { region_code: 'WA', region: 'Western Australia', region_id: 575 },
  telephone: '0891234567',
  default_billing: true,
  default_shipping: true,
};
const ann = {
  email: 'ann.lee@shopper.example',
  firstname: 'Ann',
  lastname: 'Lee',
  website_id: 1,
  group_id: 2,
  extension_attributes: { is_subscribed: true },
  addresses: [address],
};
const register = (simulator: ReturnType<typeof make>, own: Json = {}) =>
  send(simulator, 'POST', 'V1/customers', { customer: { ...ann, ...own }, password: 'Secret-123' });

test('a new customer is in lists and truth, with addresses of its own', async () => {
  const simulator = make();
  const { status, body } = await register(simulator);
  const [created = {}] = body.addresses as Json[];
  expect([status, body.default_billing, created.customer_id]).toEqual([200, String(created.id), body.id]);
  expect(body).toMatchObject({ ...ann, store_id: 1, created_in: 'Australia', addresses: [address] });
  const found = await read<List>(
    simulator,
    `/rest/V1/customers/search?${where(['email', 'eq', ann.email], ['group_id', 'eq', '2'])}`,
  );
  expect(found.items).toEqual([body]);
  expect(await read(simulator, `/rest/V1/customers/${body.id}`)).toEqual(body);
  expect(await read(simulator, `/rest/V1/customers/addresses/${created.id}`)).toEqual(created);
  expect(await read(simulator, `/rest/V1/customers/${body.id}/billingAddress`)).toEqual(created);
  expect(simulator.truth().customers?.at(-1)).toBe(String(body.id));
});

test('an e-mail address belongs to one customer of a website', async () => {
  const simulator = make();
  const isFree = async () =>
    (await send(simulator, 'POST', 'V1/customers/isEmailAvailable', { customerEmail: ann.email, websiteId: 1 })).body;
  expect(await isFree()).toBe(true);
  await register(simulator);
  expect(await isFree()).toBe(false);
  const again = await register(simulator, { email: ann.email.toUpperCase() });
  expect([again.status, again.body.message]).toEqual([400, expect.stringContaining('same email address')]);
  expect((await register(simulator, { website_id: 2, store_id: 3 })).status).toBe(200);
});

test('names and addresses have to be whole', async () => {
  const simulator = make();
  expect((await register(simulator, { email: 'nobody' })).status).toBe(400);
  expect(await register(simulator, { firstname: '', lastname: '' })).toMatchObject({
    status: 400,
    body: { errors: [{ parameters: { fieldName: 'firstname' } }, { parameters: { fieldName: 'lastname' } }] },
  });
  expect(await register(simulator, { addresses: [{ ...address, city: '' }] })).toMatchObject({
    status: 400,
    body: { parameters: { fieldName: 'city' } },
  });
  expect((await register(simulator, { group_id: 77 })).status).toBe(404);
  expect((await register(simulator)).body.id).toBe((await readAll(simulator, 'customers/search')).length);
});

test('a put keeps what it leaves out, demands the names, and replaces a list of addresses', async () => {
  const simulator = make();
  const { body } = await register(simulator);
  const put = (customer: Json) => send(simulator, 'PUT', `V1/customers/${body.id}`, { customer });
  expect((await put({ email: ann.email })).body.errors).toHaveLength(3);
  const names = { email: ann.email, firstname: 'Anne', lastname: 'Lee', website_id: 1 };
  const renamed = await put({ ...names, custom_attributes: [{ attribute_code: 'loyalty', value: 'gold' }] });
  expect(renamed.body).toMatchObject({ firstname: 'Anne', group_id: 2, addresses: body.addresses });
  expect(renamed.body.custom_attributes).toEqual([{ attribute_code: 'loyalty', value: 'gold' }]);
  expect(String(renamed.body.updated_at) > String(body.updated_at)).toBe(true);
  const second = { ...address, street: ['9 Side Street'], default_shipping: true, default_billing: false };
  const [first = {}] = body.addresses as Json[];
  const moved = await put({ ...names, addresses: [{ ...first, default_shipping: false }, second] });
  const [home = {}, other = {}] = moved.body.addresses as Json[];
  expect([moved.body.default_billing, moved.body.default_shipping]).toEqual([String(home.id), String(other.id)]);
  expect([home.id, home.default_shipping, other.street]).toEqual([first.id, undefined, ['9 Side Street']]);
});

test('an address is deleted without moving the customer’s time', async () => {
  const simulator = make();
  const [customer = {}] = await readAll(simulator, 'customers/search');
  const id = (customer.addresses as Json[])[0]?.id;
  expect((await send(simulator, 'DELETE', `V1/addresses/${id}`)).body).toBe(true);
  const after = await read(simulator, `/rest/V1/customers/${customer.id}`);
  expect((after.addresses as Json[]).map(one => one.id)).not.toContain(id);
  expect([after.updated_at, after.default_billing]).toEqual([customer.updated_at, undefined]);
  expect(await read(simulator, `/rest/V1/customers/${customer.id}/billingAddress`)).toBeNull();
  expect((await send(simulator, 'DELETE', `V1/addresses/${id}`)).status).toBe(404);
});

test('a deleted customer is gone, its orders stay, and its number is not given again', async () => {
  const simulator = make();
  const all = await readAll(simulator, 'customers/search');
  const last = all.at(-1) ?? {};
  const orders = await readAll(simulator, 'orders');
  expect((await send(simulator, 'DELETE', `V1/customers/${last.id}`)).body).toBe(true);
  expect((await send(simulator, 'DELETE', `V1/customers/${last.id}`)).status).toBe(404);
  expect(simulator.truth().customers).toHaveLength(all.length - 1);
  expect(await readAll(simulator, 'orders')).toEqual(orders);
  expect((await register(simulator)).body.id).toBe(Number(last.id) + 1);
});

test('nobody has to be confirmed, and passwords are sent to those who are known', async () => {
  const simulator = make();
  await register(simulator);
  const confirm = (email: string) => send(simulator, 'POST', 'V1/customers/confirm', { email, websiteId: 1 });
  expect([(await confirm(ann.email)).status, (await confirm('x@y.example')).status]).toEqual([400, 404]);
  const reset = (email: string, template = 'email_reset') =>
    send(simulator, 'PUT', 'V1/customers/password', { email, template, websiteId: 1 });
  expect((await reset(ann.email)).body).toBe(true);
  expect([(await reset(ann.email, 'letter')).status, (await reset('x@y.example')).status]).toEqual([400, 404]);
});

test('what customers and their addresses consist of can be read', async () => {
  const simulator = make();
  const customer = await read<Json[]>(simulator, '/rest/V1/attributeMetadata/customer');
  expect(customer.map(({ attribute_code }) => attribute_code)).toContain('taxvat');
  expect(await read(simulator, '/rest/V1/attributeMetadata/customerAddress/attribute/street')).toMatchObject({
    frontend_input: 'multiline',
    required: true,
  });
});

test('a group is made, renamed and deleted; its customers fall back to the default one', async () => {
  const simulator = make();
  const { body: group } = await send(simulator, 'POST', 'V1/customerGroups', {
    group: { code: 'VIP', tax_class_id: 3 },
  });
  expect(group).toMatchObject({ code: 'VIP', tax_class_name: 'Retail Customer' });
  expect((await send(simulator, 'POST', 'V1/customerGroups', { group: { code: 'vip', tax_class_id: 3 } })).status).toBe(
    400,
  );
  expect((await send(simulator, 'POST', 'V1/customerGroups', { group: { code: 'X', tax_class_id: 2 } })).status).toBe(
    404,
  );
  const path = `V1/customerGroups/${group.id}`;
  await send(simulator, 'PUT', path, { group: { code: 'Friends' } });
  const found = await read<List>(simulator, `/rest/V1/customerGroups/search?${where(['code', 'eq', 'Friends'])}`);
  expect(found.items).toEqual([{ ...group, code: 'Friends' }]);
  const { body: member } = await register(simulator, { group_id: group.id });
  expect((await send(simulator, 'DELETE', path)).body).toBe(true);
  expect((await read(simulator, `/rest/V1/customers/${member.id}`)).group_id).toBe(1);
  expect((await send(simulator, 'DELETE', 'V1/customerGroups/1')).status).toBe(400);
  expect((await send(simulator, 'PUT', 'V1/customerGroups/default/3')).body).toBe(3);
  expect(await read(simulator, '/rest/V1/customerGroups/default')).toMatchObject({ id: 3 });
});
