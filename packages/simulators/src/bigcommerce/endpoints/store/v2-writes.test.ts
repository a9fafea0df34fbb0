import { describe, expect, test } from 'vitest';
import { type Json, openShop } from '../../testing.js';

const coupon = {
  name: 'Spring',
  type: 'percentage_discount',
  amount: '15',
  code: 'SPRING15',
  applies_to: { entity: 'categories', ids: [0] },
};
const certificate = {
  to_name: 'Mia',
  to_email: 'mia@example.com',
  from_name: 'Noah',
  from_email: 'noah@example.com',
  amount: '50',
};
const banner = { name: 'Sale', content: '<b>Sale</b>', page: 'home_page', location: 'top', date_type: 'always' };
const yuan = {
  name: 'Yuan',
  currency_code: 'CNY',
  currency_exchange_rate: '4.7',
  token_location: 'left',
  token: '¥',
  decimal_token: '.',
  thousands_token: ',',
  decimal_places: 2,
};
const zone = { name: 'Tasmania', type: 'state', locations: [{ country_iso2: 'AU', state_iso2: 'TAS' }] };
const method = { name: 'By weight', type: 'weight', settings: { default_cost: 3 } };

describe.each([
  ['coupons', coupon, { enabled: false }, { amount: '15.0000', num_uses: 0 }, 'name'],
  ['gift_certificates', certificate, { status: 'disabled' }, { balance: '50.0000', order_id: 0 }, 'amount'],
  ['banners', banner, { visible: '0' }, { visible: '1' }, 'page'],
  ['currencies', yuan, { enabled: false }, { currency_exchange_rate: '4.7000000000', is_default: false }, 'token'],
  ['shipping/zones', zone, { enabled: false }, { enabled: true }, 'type'],
  ['shipping/zones/2/methods', method, { is_fallback: true }, { enabled: true }, 'settings'],
  ['customer_groups', { name: 'Press' }, { is_group_for_guests: true }, { is_default: false }, 'name'],
])('/v2/%s', (name, made, change, defaults, required) => {
  const path = `/v2/${name}`;

  test('is created with what was not sent, changed, listed and deleted', async () => {
    const { send, allV2 } = openShop({ orders: 5 });
    const before = await allV2<Json>(path);
    const { status, body } = await send<Json>('POST', path, made);
    expect([200, 201]).toContain(status);
    expect(body).toMatchObject(defaults);
    expect((await send('PUT', `${path}/${body.id}`, change)).body).toMatchObject({ id: body.id, ...change });
    expect(await allV2(path)).toEqual([...before, expect.objectContaining({ id: body.id, ...change })]);
    expect((await send('DELETE', `${path}/${body.id}`)).status).toBe(204);
    expect((await send('PUT', `${path}/${body.id}`, change)).status).toBe(404);
    expect(await allV2(path)).toEqual(before);
  });

  test('is refused without what it needs, with what it does not know, and with what is read only', async () => {
    const { send } = openShop({ orders: 5 });
    const { [required]: _left, ...rest } = made as Json;
    expect(await send('POST', path, rest)).toMatchObject({ status: 400, body: [{ status: 400 }] });
    expect((await send('POST', path, { ...made, nonsense: 1 })).status).toBe(400);
    expect((await send('POST', path, { ...made, id: 7 })).status).toBe(400);
  });
});

test('coupons are found by their code and type; the code is theirs alone', async () => {
  const { send, read } = openShop({ orders: 5 });
  await send('POST', '/v2/coupons', coupon);
  expect(await read('/v2/coupons?code=SPRING15')).toMatchObject([{ name: 'Spring' }]);
  expect(await read<Json[]>('/v2/coupons?type=percentage_discount')).toHaveLength(3);
  expect((await send('POST', '/v2/coupons', { ...coupon, name: 'Other' })).status).toBe(409);
  expect((await send('GET', '/v2/coupons?colour=blue')).status).toBe(400);
  expect((await send('DELETE', '/v2/coupons')).status).toBe(204);
  expect(await read('/v2/coupons/count')).toEqual({ count: 0 });
});

test('there is always one default currency', async () => {
  const { send, read } = openShop({ orders: 5 });
  expect((await send('DELETE', '/v2/currencies/1')).status).toBe(400);
  expect((await send('PUT', '/v2/currencies/1', { is_default: false })).status).toBe(400);
  await send('PUT', '/v2/currencies/2', { is_default: true });
  expect(await read('/v2/currencies/1')).toMatchObject({ is_default: false });
  expect((await send('DELETE', '/v2/currencies')).status).toBe(204);
  expect(await read('/v2/currencies')).toMatchObject([{ id: 2 }]);
});

test('countries and their states are read, counted and found by code', async () => {
  const { read, send } = openShop({ orders: 5 });
  expect(await read('/v2/countries?country_iso2=AU')).toMatchObject([{ id: 13, country_iso3: 'AUS' }]);
  expect(await read('/v2/countries/13/states?state_abbreviation=VIC')).toMatchObject([{ state: 'Victoria' }]);
  expect(await read('/v2/countries/13/states/count')).toEqual({ count: 8 });
  expect(await read('/v2/countries/153/states')).toEqual([]);
  expect((await read<{ count: number }>('/v2/countries/states/count')).count).toBe(
    (await read<Json[]>('/v2/countries/states')).length,
  );
  expect((await send('GET', '/v2/countries/1/states')).status).toBe(404);
  expect((await send('POST', '/v2/countries', {})).status).toBe(405);
});
