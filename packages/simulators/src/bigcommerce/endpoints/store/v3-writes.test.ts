import { describe, expect, test } from 'vitest';
import { type Json, openShop } from '../../testing.js';

interface Many {
  readonly data: readonly (Json & { readonly id: number })[];
}
interface One {
  readonly data: Json & { readonly id: number };
}

describe('tax', () => {
  test('classes, zones and rates are written by lists and hang together', async () => {
    const { send, read, simulator } = openShop({ orders: 5 });
    const classes = await send<Many>('POST', '/v3/tax/classes', [{ name: 'Books' }]);
    const classId = classes.body.data[0]?.id;
    expect(await read(`/v2/tax_classes/${classId}`)).toMatchObject({ id: String(classId), name: 'Books' });
    expect(await send('POST', '/v3/tax/classes', [{ name: 'Books' }])).toMatchObject({
      status: 409,
      body: { errors: [{ status: 409, detail: expect.any(String) }], meta: {} },
    });
    const place = { locations: [{ country_code: 'CA', subdivision_codes: [], postal_codes: [] }], customer_groups: [] };
    const zones = await send<Many>('POST', '/v3/tax/zones', [{ name: 'Canada', shopper_target_settings: place }]);
    const zoneId = zones.body.data[0]?.id;
    expect((await send('POST', '/v3/tax/zonecheck', [{ country_code: 'CA' }])).body).toMatchObject({
      data: [{ id: zoneId }],
    });
    expect((await send('POST', '/v3/tax/zonecheck', [{ country_code: 'BR' }])).body).toMatchObject({
      data: [{ id: 1 }],
    });
    const rate = { name: 'GST', tax_zone_id: zoneId, class_rates: [{ tax_class_id: classId, rate: 5 }] };
    const rates = await send<Many>('POST', '/v3/tax/rates', [rate]);
    const rateId = rates.body.data[0]?.id;
    expect(rates.body.data).toMatchObject([{ ...rate, enabled: true, priority: 1 }]);
    expect(simulator.truth().taxComponents).toContain(`${rateId}:${classId}`);
    expect((await send('POST', '/v3/tax/rates', [{ ...rate, tax_zone_id: 99 }])).status).toBe(422);
    await send('PUT', '/v3/tax/rates', [{ id: rateId, enabled: false }]);
    expect((await read<Many>(`/v3/tax/rates?tax_zone_id:in=${zoneId}`)).data).toMatchObject([
      { id: rateId, enabled: false },
    ]);
    expect((await send('DELETE', '/v3/tax/zones?id:in=1')).status).toBe(422);
    expect((await send('DELETE', `/v3/tax/zones?id:in=${zoneId}`)).status).toBe(204);
    expect((await read<Many>(`/v3/tax/rates?id:in=${rateId}`)).data).toEqual([]);
  });

  test('settings take the words that the platform knows', async () => {
    const { send, read } = openShop({ orders: 5 });
    expect((await send('PUT', '/v3/tax/settings', { fallback_strategy: 'BASIC' })).status).toBe(200);
    expect(await read('/v3/tax/settings')).toMatchObject({
      data: { fallback_strategy: 'BASIC', store_tax_zone_id: 2 },
    });
    expect((await send('PUT', '/v3/tax/settings', { fallback_strategy: 'GUESS' })).status).toBe(422);
  });
});

describe('price lists', () => {
  test('hold a record for each variant and currency, which comes in lower case', async () => {
    const { send, read, simulator } = openShop({ orders: 5 });
    const list = (await send<One>('POST', '/v3/pricelists', { name: 'Wholesale' })).body.data.id;
    const records = `/v3/pricelists/${list}/records`;
    expect(simulator.truth().priceLists).toEqual([String(list)]);
    expect((await send('POST', '/v3/pricelists', { name: 'Wholesale' })).status).toBe(409);
    expect(await send('PUT', records, [{ variant_id: 64, currency: 'AUD', price: 12.5, sale_price: 9 }])).toEqual({
      status: 200,
      body: { data: {}, meta: {} },
    });
    expect(
      await send('PUT', records, [
        { variant_id: 64, currency: 'aud', price: 13 },
        { variant_id: 1, currency: 'aud' },
      ]),
    ).toMatchObject({
      status: 422,
      body: {
        batch_errors: [
          { data: { price_list_id: list, variant_id: 1 }, field_errors: { variant_id: expect.any(String) } },
        ],
      },
    });
    expect((await read<Many>(`${records}?include=sku`)).data).toMatchObject([
      { variant_id: 64, currency: 'aud', price: 13, sale_price: 9, calculated_price: 9, sku: expect.any(String) },
    ]);
    expect((await send('POST', records, [{ variant_id: 64, currency: 'aud', price: 1 }])).status).toBe(422);
    expect((await send('PUT', `${records}/65/usd`, { price: 8 })).body).toMatchObject({
      data: { variant_id: 65, price: 8 },
    });
    expect(await read(`${records}/65/USD`)).toMatchObject({ data: { currency: 'usd' } });
    expect((await send('DELETE', records)).status).toBe(422);
    expect((await send('DELETE', `${records}?variant_id:in=64`)).status).toBe(204);
    expect((await read<Many>(records)).data).toMatchObject([{ variant_id: 65 }]);
    expect((await send('DELETE', `/v3/pricelists/${list}`)).status).toBe(204);
    expect((await send('GET', records)).status).toBe(404);
  });

  test('belong to groups and channels', async () => {
    const { send, read } = openShop({ orders: 5 });
    const list = (await send<One>('POST', '/v3/pricelists', { name: 'Wholesale' })).body.data.id;
    const path = '/v3/pricelists/assignments';
    await send('POST', path, [{ price_list_id: list, customer_group_id: 2, channel_id: 1 }]);
    await send('PUT', `/v3/pricelists/${list}/assignments`, { customer_group_id: 1, channel_id: 1 });
    expect((await read<Many>(`${path}?customer_group_id=2`)).data).toMatchObject([
      { price_list_id: list, channel_id: 1 },
    ]);
    expect((await send('PUT', `/v3/pricelists/${list}/assignments`, { customer_group_id: 99 })).status).toBe(404);
    expect((await send('DELETE', path)).status).toBe(422);
    expect((await send('DELETE', `${path}?price_list_id=${list}`)).status).toBe(204);
    expect((await read<Many>(path)).data).toEqual([]);
  });
});

test('channels are opened, renamed, given currencies, listings, a site and menus', async () => {
  const { send, read, simulator } = openShop({ orders: 5 });
  const made = await send<One>('POST', '/v3/channels', {
    name: 'eBay',
    type: 'marketplace',
    platform: 'ebay',
    status: 'connected',
  });
  const { id } = made.body.data;
  expect(simulator.truth().channels).toContain(String(id));
  expect((await send('PUT', `/v3/channels/${id}`, { name: 'eBay AU', status: 'active' })).body).toMatchObject({
    data: { name: 'eBay AU', is_enabled: true },
  });
  expect((await send('POST', '/v3/channels', { name: 'X', type: 'market' })).status).toBe(422);
  const codes = { enabled_currencies: ['AUD', 'USD'], default_currency: 'AUD' };
  await send('POST', `/v3/channels/${id}/currency-assignments`, codes);
  expect(await read(`/v3/channels/${id}?include=currencies`)).toMatchObject({ data: { currencies: codes } });
  expect(
    (await send('PUT', `/v3/channels/${id}/currency-assignments`, { ...codes, default_currency: 'NZD' })).status,
  ).toBe(422);
  const listing = { product_id: 77, state: 'active', variants: [{ product_id: 77, variant_id: 64, state: 'active' }] };
  const listed = await send<{ data: Json[] }>('POST', `/v3/channels/${id}/listings`, [listing]);
  const listingId = listed.body.data[0]?.listing_id;
  await send('PUT', `/v3/channels/${id}/listings`, [{ ...listing, listing_id: listingId, state: 'disabled' }]);
  expect(await read(`/v3/channels/${id}/listings/${listingId}`)).toMatchObject({ data: { state: 'disabled' } });
  expect((await send('POST', `/v3/channels/${id}/listings`, [{ ...listing, product_id: 78 }])).status).toBe(422);
  expect((await send('GET', `/v3/channels/${id}/site`)).status).toBe(404);
  await send('POST', `/v3/channels/${id}/site`, { url: 'https://ebay.example' });
  expect(await read(`/v3/channels/${id}/site`)).toMatchObject({
    data: { url: 'https://ebay.example', channel_id: id },
  });
  expect((await send('DELETE', `/v3/channels/${id}/site`)).status).toBe(204);
});

test('settings belong to the store, and to a channel that has its own', async () => {
  const { send, read } = openShop({ orders: 5 });
  const path = '/v3/settings/store/locale';
  await send('PUT', `${path}?channel_id=2`, { default_shopper_language: 'fr' });
  expect(await read(`${path}?channel_id=2`)).toMatchObject({
    data: { default_shopper_language: 'fr', store_country: null },
  });
  expect(await read(path)).toMatchObject({ data: { default_shopper_language: 'en' } });
  await send('PUT', `${path}?channel_id=2`, { default_shopper_language: null });
  expect(await read(`${path}?channel_id=2`)).toMatchObject({ data: { default_shopper_language: null } });
  expect((await send('PUT', path, { default_shopper_language: 7 })).status).toBe(422);
  expect((await send('GET', `${path}?channel_id=99`)).status).toBe(422);
  await send('PUT', '/v3/customers/settings/channels/2', { privacy_settings: { policy_url: 'https://p.example' } });
  expect(await read('/v3/customers/settings/channels/2')).toMatchObject({ data: { customer_group_settings: null } });
});

test('what is kept of products elsewhere: their customs, and their order in a category', async () => {
  const { send, read } = openShop({ orders: 5 });
  const customs = '/v3/shipping/products/customs-information';
  const tea = {
    product_id: 77,
    country_of_origin: 'JP',
    commodity_description: 'Teapots',
    international_shipping: true,
    hs_codes: { ALL: '6911' },
  };
  await send('PUT', customs, [tea]);
  await send('PUT', customs, [{ ...tea, country_of_origin: 'CN' }]);
  expect((await read<Many>(`${customs}?product_id:in=77`)).data).toMatchObject([{ country_of_origin: 'CN' }]);
  expect((await send('PUT', customs, [{ ...tea, product_id: 1 }])).status).toBe(422);
  expect((await send('DELETE', `${customs}?product_id:in=77`)).status).toBe(204);
  expect((await read<Many>(customs)).data).toEqual([]);
  const [first] = (await read<Many>('/v3/catalog/products?categories:in=23&limit=1')).data;
  const order = '/v3/catalog/categories/23/products/sort-order';
  expect((await send('PUT', order, [{ product_id: first?.id, sort_order: 4 }])).status).toBe(200);
  expect((await read<Many>(order)).data).toContainEqual({ product_id: first?.id, sort_order: 4 });
  expect((await send('PUT', order, [{ product_id: 1, sort_order: 4 }])).status).toBe(422);
});

test('analytics and the filters of the search are set; a site has an address for its checkout', async () => {
  const { send, read } = openShop({ orders: 5 });
  await send('PUT', '/v3/settings/analytics/1', { code: 'G-1', enabled: true });
  expect(await read('/v3/settings/analytics')).toMatchObject({ data: [{ id: 1, code: 'G-1', enabled: true }] });
  await send('PUT', '/v3/settings/search/filters', [{ id: 'price', is_enabled: false }]);
  expect(await read('/v3/settings/search/filters')).toMatchObject({
    data: [{ id: 'price', type: 'price', is_enabled: false }],
  });
  expect((await send('PUT', '/v3/settings/search/filters', [{ id: 'mood' }])).status).toBe(422);
  expect((await send('POST', '/v3/settings/logo/image', {})).status).toBe(422);
  expect((await send('PUT', '/v3/channels/1/site/checkout-url', { url: 'https://pay.example' })).status).toBe(404);
  await send('POST', '/v3/channels/1/site', { url: 'https://shop.example' });
  await send('PUT', '/v3/channels/1/site/checkout-url', { url: 'https://pay.example' });
  expect(await read('/v3/channels/1/site')).toMatchObject({ data: { is_checkout_url_customized: true } });
  expect((await send('DELETE', '/v3/channels/1/site/checkout-url')).status).toBe(204);
  expect((await send('GET', '/v3/payments/methods')).status).toBe(400);
  expect((await read<Many>('/v3/payments/methods?order_id=100')).data[0]).toMatchObject({
    id: 'stripe.card',
    type: 'card',
  });
});
