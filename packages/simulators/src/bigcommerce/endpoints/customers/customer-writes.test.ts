import { describe, expect, test } from 'vitest';
import { idsOf, type Json, openShop } from '../../testing.js';

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

interface Many {
  readonly data: readonly (Json & { readonly id: number })[];
}

const idOf = ({ body }: { readonly body: Many }): number => Number(body.data[0]?.id);

describe('accounts', () => {
  test('are created with addresses and attributes, changed, found and deleted', async () => {
    const { send, read, simulator } = openShop({ orders: 20 });
    const made = await send<Many>('POST', '/v3/customers', [
      {
        ...tane,
        customer_group_id: 2,
        addresses: [home],
        attributes: [{ attribute_id: 1, attribute_value: 'a friend' }],
      },
    ]);
    const id = idOf(made);
    expect(made).toMatchObject({ status: 200, body: { data: [{ ...tane, address_count: 1, attribute_count: 1 }] } });
    const found = await read<Many>('/v3/customers?email:in=tane@example.com&include=addresses,attributes,storecredit');
    expect(found.data).toMatchObject([
      {
        id,
        customer_group_id: 2,
        addresses: [{ ...home, country: 'New Zealand', customer_id: id }],
        attributes: [{ attribute_value: 'a friend' }],
        store_credit_amounts: [{ amount: 0 }],
      },
    ]);
    await send('PUT', '/v3/customers', [
      { id, notes: 'Sings', store_credit_amounts: [{ amount: 12.5 }], channel_ids: [1] },
    ]);
    expect((await read<Many>(`/v3/customers?id:in=${id}&include=storecredit`)).data).toMatchObject([
      { notes: 'Sings', store_credit_amounts: [{ amount: 12.5 }], channel_ids: [1] },
    ]);
    expect(simulator.truth().customers).toContain(String(id));
    expect((await send('DELETE', `/v3/customers?id:in=${id}`)).status).toBe(204);
    expect((await read<Many>(`/v3/customers?id:in=${id}`)).data).toEqual([]);
  });

  test('one wrong row refuses the batch, and says which', async () => {
    const { send, simulator } = openShop({ orders: 20 });
    const before = simulator.truth().customers;
    expect(await send('POST', '/v3/customers', [tane, { first_name: 'X', last_name: 'Y' }])).toMatchObject({
      status: 422,
      body: { errors: { '1.email': expect.any(String) } },
    });
    expect(await send('POST', '/v3/customers', [tane, tane])).toMatchObject({
      status: 422,
      body: { title: 'Create customers failed.', errors: { '.customer_create': expect.any(String) } },
    });
    expect(await send('PUT', '/v3/customers', [{ id: 3, date_created: 'x', origin_channel_id: 1 }])).toMatchObject({
      status: 422,
      body: { errors: { '0.date_created': expect.any(String), '0.origin_channel_id': expect.any(String) } },
    });
    expect((await send('PUT', '/v3/customers', [{ id: 999_999 }])).status).toBe(422);
    expect(
      (
        await send(
          'POST',
          '/v3/customers',
          Array.from({ length: 11 }, () => tane),
        )
      ).status,
    ).toBe(413);
    expect((await send('DELETE', '/v3/customers')).status).toBe(204);
    expect(simulator.truth().customers).toEqual(before);
  });

  test('an edit is found by the modified time, and the life of the shop goes on over it', async () => {
    const { send, read, simulator } = openShop({ orders: 60 });
    await send('PUT', '/v3/customers', [{ id: 5, last_name: 'Ngata' }]);
    const since = '/v3/customers?date_modified:min=2026-06-30T23:59:00Z';
    expect((await read<Many>(since)).data).toMatchObject([{ id: 5, last_name: 'Ngata' }]);
    await send('POST', '/v3/customers', [tane]);
    simulator.advance(200);
    const ids = idsOf(await read<Many>('/v3/customers?limit=250').then(({ data }) => data));
    expect(new Set(ids).size).toBe(ids.length);
    expect((await read<Many>('/v3/customers?id:in=5')).data).toMatchObject([{ last_name: 'Ngata' }]);
  });
});

describe('addresses', () => {
  test('are written in batches; one that is there already is passed over', async () => {
    const { send, read, simulator } = openShop({ orders: 20 });
    const customer = idOf(await send<Many>('POST', '/v3/customers', [tane]));
    const made = await send<Many>('POST', '/v3/customers/addresses', [{ ...home, customer_id: customer }]);
    const id = idOf(made);
    expect(await send('POST', '/v3/customers/addresses', [{ ...home, customer_id: customer }])).toEqual({
      status: 200,
      body: {},
    });
    expect(await send('PUT', '/v3/customers/addresses', [{ id, city: 'Picton', country_code: 'AU' }])).toMatchObject({
      body: { data: [{ id, city: 'Picton', country: 'Australia' }] },
    });
    expect((await read<Many>(`/v3/customers/addresses?customer_id:in=${customer}`)).data).toMatchObject([
      { id, city: 'Picton' },
    ]);
    expect(simulator.truth().addresses).toContain(String(id));
    expect(await send('POST', '/v3/customers/addresses', [{ customer_id: customer }])).toMatchObject({
      status: 422,
      body: { errors: { '0.address1': expect.any(String) } },
    });
    expect((await send('DELETE', `/v3/customers/addresses?id:in=${id}`)).status).toBe(204);
    expect((await read<Many>(`/v3/customers?id:in=${customer}`)).data).toMatchObject([{ address_count: 0 }]);
  });

  test('a seeded one can be changed as well', async () => {
    const { send, read } = openShop({ orders: 20 });
    const [address] = (await read<Many>('/v3/customers/addresses?limit=1')).data;
    await send('PUT', '/v3/customers/addresses', [{ id: address?.id, phone: '021 555' }]);
    expect((await read<Many>('/v3/customers/addresses?limit=1')).data).toMatchObject([
      { ...address, phone: '021 555' },
    ]);
  });
});

test('attributes are defined, given values of their type, and take the values with them', async () => {
  const { send, read } = openShop({ orders: 20 });
  const attribute = idOf(await send<Many>('POST', '/v3/customers/attributes', [{ name: 'Birthday', type: 'date' }]));
  expect((await send('POST', '/v3/customers/attributes', [{ name: 'birthday', type: 'date' }])).status).toBe(422);
  expect((await send('PUT', '/v3/customers/attributes', [{ id: attribute, type: 'string' }])).status).toBe(422);
  const value = (text: string) => [{ attribute_id: attribute, customer_id: 3, value: text }];
  expect((await send('PUT', '/v3/customers/attribute-values', value('soon'))).status).toBe(422);
  await send('PUT', '/v3/customers/attribute-values', value('2001-02-03'));
  await send('PUT', '/v3/customers/attribute-values', value('2001-02-04'));
  expect((await read<Many>('/v3/customers/attribute-values?name=Birthday')).data).toMatchObject([
    { customer_id: 3, attribute_value: '2001-02-04' },
  ]);
  expect((await send('DELETE', `/v3/customers/attributes?id:in=${attribute}`)).status).toBe(204);
  expect((await read<Many>(`/v3/customers/attribute-values?attribute_id:in=${attribute}`)).data).toEqual([]);
});

describe('the older face', () => {
  test('shows and writes the same accounts and addresses', async () => {
    const { send, read } = openShop({ orders: 20 });
    const { body } = await send<Json & { id: number }>('POST', '/v2/customers', {
      ...tane,
      _authentication: { password: 'kiwi4ever' },
    });
    expect((await read<Many>('/v3/customers?email:in=tane@example.com')).data).toMatchObject([{ id: body.id }]);
    expect(await read('/v2/customers/count?email=tane@example.com')).toEqual({ count: 1 });
    const street = { street_1: '3 Rimu Road', city: 'Nelson', state: 'Nelson', zip: '7010', country: 'New Zealand' };
    const address = { first_name: 'T', last_name: 'P', phone: '021', ...street };
    await send('POST', `/v2/customers/${body.id}/addresses`, address);
    expect(await read(`/v2/customers/${body.id}/addresses`)).toMatchObject([{ ...address, country_iso2: 'NZ' }]);
    expect(await send('PUT', `/v2/customers/${body.id}`, { company: 'Parata & Co' })).toMatchObject({
      status: 200,
      body: { company: 'Parata & Co', first_name: 'Tāne' },
    });
    expect((await send('POST', `/v2/customers/${body.id}/validate`, { password: 'kiwi4ever' })).body).toEqual({
      success: true,
    });
    expect(
      (await send('POST', '/v3/customers/validate-credentials', { email: tane.email, password: 'no' })).body,
    ).toEqual({
      is_valid: false,
    });
    expect((await send('DELETE', `/v2/customers/${body.id}`)).status).toBe(204);
    expect((await send('GET', `/v2/customers/${body.id}`)).status).toBe(404);
  });

  test('refuses what may not be written, in its own shape', async () => {
    const { send, simulator } = openShop({ orders: 400 });
    expect(await send('PUT', '/v2/customers/3', { date_created: 'x' })).toEqual({
      status: 400,
      body: [
        {
          status: 400,
          message: "The field 'date_created' is invalid.",
          details: { invalid_reason: "The field 'date_created' is read only." },
        },
      ],
    });
    expect((await send('PUT', '/v2/customers/3', { nickname: 'x' })).status).toBe(400);
    await send('POST', '/v2/customers', tane);
    expect((await send('POST', '/v2/customers', tane)).status).toBe(400);
    const before = simulator.truth().customers?.length ?? 0;
    await send('DELETE', '/v2/customers');
    expect(simulator.truth().customers).toHaveLength(before - 100);
  });
});

test('groups are written, there is one default, and nobody is left in one that is gone', async () => {
  const { send, read } = openShop({ orders: 60 });
  const { body } = await send<Json>('POST', '/v2/customer_groups', { name: 'Press', is_default: true });
  await send('PUT', '/v2/customer_groups/2', { is_default: true });
  expect(await read(`/v2/customer_groups/${body.id}`)).toMatchObject({ name: 'Press', is_default: false });
  expect((await send('POST', '/v2/customer_groups', { name: 'Press' })).status).toBe(409);
  await send('PUT', '/v3/customers', [{ id: 3, customer_group_id: body.id }]);
  expect((await send('PUT', '/v3/customers', [{ id: 3, customer_group_id: 77 }])).status).toBe(422);
  expect((await send('DELETE', `/v2/customer_groups/${body.id}`)).status).toBe(204);
  expect((await read<Many>('/v3/customers?id:in=3')).data).toMatchObject([{ customer_group_id: 0 }]);
});
