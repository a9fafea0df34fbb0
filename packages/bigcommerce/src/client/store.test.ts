import { expect, test } from 'vitest';
import { failureOf, fieldOf, openClient } from '../testing/client.js';
import { collect } from './pages.js';

test('the store tells its name and its time', async () => {
  const { client } = openClient();
  expect(await client.store.get()).toMatchObject({ id: 'z4zn3wo', currency: expect.any(String) });
  expect((await client.store.time()).toISOString()).toMatch(/^2026-/);
});

test('a currency is added, changed and taken away', async () => {
  const { client } = openClient();
  const known = (await client.currencies.list()).items.map(({ currency_code }) => currency_code);
  const currency = await client.currencies.create({
    currency_code: 'SEK',
    currency_exchange_rate: '6.5100000000',
    token: 'kr',
    token_location: 'right',
    decimal_token: ',',
    thousands_token: ' ',
    decimal_places: 2,
    name: 'Swedish Krona',
  });
  expect(known).not.toContain('SEK');
  expect(await client.currencies.update(currency.id, { currency_exchange_rate: '6.6000000000' })).toMatchObject({
    currency_exchange_rate: '6.6000000000',
  });
  await client.currencies.delete(currency.id);
  expect((await client.currencies.list()).items.map(({ currency_code }) => currency_code)).toEqual(known);
});

test('zones and methods of shipping are made and deleted', async () => {
  const { client } = openClient();
  const zone = await client.shipping.zones.create({
    name: 'Aotearoa',
    type: 'country',
    locations: [{ country_iso2: 'NZ' }],
  });
  const method = await client.shipping.zones.methods.create(zone.id, {
    name: 'Flat',
    type: 'perorder',
    settings: { rate: 8 },
  });
  expect(await client.shipping.zones.methods.update(zone.id, method.id, { enabled: false })).toMatchObject({
    enabled: false,
  });
  const ids = async () => (await client.shipping.zones.methods.list(zone.id)).items.map(({ id }) => id);
  expect(await ids()).toContain(method.id);
  await client.shipping.zones.methods.delete(zone.id, method.id);
  expect(await ids()).not.toContain(method.id);
  await client.shipping.zones.delete(zone.id);
  expect(await failureOf(client.shipping.zones.get(zone.id))).toMatchObject({ context: { status: 404 } });
});

test('tax classes, zones and rates are written in arrays', async () => {
  const { client } = openClient();
  const zone = await client.taxes.zones.create({
    name: 'Chatham',
    shopper_target_settings: { locations: [{ country_code: 'NZ' }] },
  });
  const rate = await client.taxes.rates.create({
    name: 'GST',
    tax_zone_id: zone.id,
    class_rates: [{ rate: 15, tax_class_id: 0 }],
  });
  expect(await client.taxes.rates.update(rate.id, { enabled: false })).toMatchObject({ enabled: false });
  expect(await collect(client.taxes.rates.iterate({ 'tax_zone_id:in': [zone.id] }))).toHaveLength(1);
  const goods = await client.taxes.classes.create({ name: 'Books' });
  expect((await client.taxes.classes.list()).items.map(({ name }) => name)).toContain('Books');
  await client.taxes.classes.delete(Number(goods.id));
  await client.taxes.rates.delete(rate.id);
  await client.taxes.zones.delete(zone.id);
  expect((await client.taxes.zones.list({ 'id:in': [zone.id] })).items).toEqual([]);
  expect(await client.taxes.settings.update({ rounding_strategy: 'NO_ROUNDING' })).toMatchObject({
    rounding_strategy: 'NO_ROUNDING',
  });
});

test('channels are opened and shown in their currencies', async () => {
  const { client } = openClient();
  const channel = await client.channels.create({ name: 'Stall', type: 'pos', platform: 'custom' });
  expect(await client.channels.update(channel.id, { name: 'Market stall' })).toMatchObject({ name: 'Market stall' });
  expect(await client.channels.get(channel.id, { include: 'currencies' })).toMatchObject({ id: channel.id });
  const renamed = client.channels.update(channel.id, { platform: 'other' } as never);
  expect((await failureOf(renamed)).message).toContain('"platform" is read-only');
});

test('settings are groups, of the store or of a channel', async () => {
  const { client, last } = openClient();
  await client.settings.profile.update({ store_phone: '555 0100' });
  expect((await client.settings.profile.get()).store_phone).toBe('555 0100');
  await client.settings.storefront.seo.update({ page_title: 'Rimu & Co' }, { channel_id: 1 });
  expect(last()).toMatchObject({ path: '/v3/settings/storefront/seo', query: '?channel_id=1' });
  const wrong = client.settings.inventory.update({ update_stock_behavior: 'never' as never });
  expect(fieldOf(await failureOf(wrong))).toBe('update_stock_behavior');
});

test('countries know their states, and statuses of orders their names', async () => {
  const { client } = openClient();
  const [country] = (await client.countries.list({ country_iso2: 'AU' })).items;
  expect(country).toMatchObject({ country: 'Australia' });
  const states = await collect(client.countries.states.iterate(country?.id ?? 0));
  expect(states.map(({ state }) => state)).toContain('Victoria');
  expect(await client.countries.states.count(country?.id ?? 0)).toBe(states.length);
  expect(await client.countries.count()).toBeGreaterThan(5);
  expect(await client.orderStatuses.get(0)).toMatchObject({ id: 0, name: 'Incomplete' });
});

test('customs are told of products, and checkouts of what cannot be shipped', async () => {
  const { client } = openClient();
  const [product] = (await client.products.list({ limit: 1 })).items;
  const product_id = product?.id ?? 0;
  const { done } = await client.shipping.customs.setMany([
    {
      product_id,
      country_of_origin: 'NZ',
      commodity_description: 'Teapot',
      international_shipping: true,
      hs_codes: { ALL: '7323.93' },
    },
  ]);
  expect(done).toMatchObject([{ index: 0, item: { product_id } }]);
  expect((await client.shipping.customs.list({ 'product_id:in': [product_id] })).items).toHaveLength(1);
  await client.shipping.customs.deleteMany([product_id]);
  expect((await client.shipping.customs.list({ 'product_id:in': [product_id] })).items).toEqual([]);
  const message = 'Not there, sorry';
  await client.shipping.settings.update({ checkout: { out_of_delivery_zone_message: message } });
  expect((await client.shipping.settings.get()).checkout?.out_of_delivery_zone_message).toBe(message);
});

test('a channel has a site, listings and currencies of its own', async () => {
  const { client } = openClient();
  const { id } = await client.channels.create({ name: 'Stall', type: 'storefront', platform: 'custom' });
  const site = await client.channels.site.create(id, { url: 'https://stall.example' });
  expect(site).toMatchObject({ channel_id: id, url: 'https://stall.example' });
  expect(await client.channels.site.update(id, { url: 'https://market.example' })).toMatchObject({ id: site.id });
  const [variant] = (await client.variants.list({ limit: 1 })).items;
  const product_id = variant?.product_id ?? 0;
  const variants = [{ product_id, variant_id: variant?.id ?? 0, state: 'active' as const }];
  const listed = await client.channels.listings.createMany(id, [{ product_id, state: 'active', variants }]);
  const listing_id = listed.done[0]?.item.listing_id ?? 0;
  const changed = await client.channels.listings.updateMany(id, [
    { listing_id, product_id, state: 'disabled', variants },
  ]);
  expect(changed.done).toMatchObject([{ item: { listing_id, state: 'disabled' } }]);
  expect(await client.channels.listings.get(id, listing_id)).toMatchObject({ state: 'disabled' });
  await client.channels.currencies.setMany([{ channel_id: id, enabled_currencies: ['AUD'], default_currency: 'AUD' }]);
  expect(await client.channels.currencies.get(id)).toMatchObject({ default_currency: 'AUD' });
});
