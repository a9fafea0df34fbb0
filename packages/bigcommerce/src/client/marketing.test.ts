import { expect, test } from 'vitest';
import { failureOf, fieldOf, openClient } from '../testing/client.js';
import { collect } from './pages.js';

const coupon = {
  name: 'Spring',
  type: 'percentage_discount',
  amount: '10',
  code: 'SPRING10',
  applies_to: { ids: [0], entity: 'categories' },
} as const;

test('a coupon is made, found by its code, changed, counted and deleted', async () => {
  const { client } = openClient();
  const before = await client.coupons.count();
  const made = await client.coupons.create({ ...coupon, applies_to: { ids: [0], entity: 'categories' } });
  expect((await client.coupons.list({ code: 'SPRING10' })).items).toMatchObject([{ id: made.id, name: 'Spring' }]);
  expect(await client.coupons.get(made.id)).toMatchObject({ code: 'SPRING10' });
  expect(await client.coupons.update(made.id, { enabled: false })).toMatchObject({ enabled: false });
  expect(await client.coupons.count()).toBe(before + 1);
  await client.coupons.delete(made.id);
  expect(await client.coupons.count()).toBe(before);
});

test('a coupon that the platform could not take is not sent', async () => {
  const { client, asked } = openClient();
  const wrong = { ...coupon, applies_to: { ids: [0], entity: 'brands' } };
  expect(fieldOf(await failureOf(client.coupons.create(wrong as never)))).toBe('applies_to.entity');
  expect(fieldOf(await failureOf(client.coupons.list({ type: 'percent' as never })))).toBe('type');
  expect(fieldOf(await failureOf(client.coupons.create({ ...wrong, amount: '1o' } as never)))).toBe('amount');
  expect(asked).toEqual([]);
});

test('certificates and banners are made, changed and deleted', async () => {
  const { client } = openClient();
  const certificate = await client.giftCertificates.create({
    to_name: 'Ana',
    to_email: 'ana@example.com',
    from_name: 'Tāne',
    from_email: 'tane@example.com',
    amount: '25.00',
  });
  expect(await client.giftCertificates.update(certificate.id, { status: 'active' })).toMatchObject({
    status: 'active',
  });
  expect(await client.giftCertificates.get(certificate.id)).toMatchObject({ to_name: 'Ana' });
  await client.giftCertificates.delete(certificate.id);
  expect(await failureOf(client.giftCertificates.get(certificate.id))).toMatchObject({ context: { status: 404 } });
  const banner = await client.banners.create({
    name: 'Sale',
    content: '<b>Sale</b>',
    page: 'home_page',
    location: 'top',
    date_type: 'always',
    visible: '1',
  });
  expect(await client.banners.update(banner.id, { location: 'bottom' })).toMatchObject({ location: 'bottom' });
  expect((await collect(client.banners.iterate())).map(({ id }) => id)).toContain(banner.id);
  await client.banners.deleteAll('everything');
  expect((await client.banners.list()).items).toEqual([]);
});

test('price lists hold prices of variants, which are put in and taken out in batches', async () => {
  const { client, asked } = openClient();
  const list = await client.priceLists.create({ name: 'Trade' });
  const [variant] = (await client.variants.list({ limit: 1 })).items;
  const variant_id = variant?.id ?? 0;
  const { done } = await client.priceLists.records.upsertMany(list.id, [{ variant_id, currency: 'aud', price: 12.5 }]);
  expect(done).toHaveLength(1);
  expect((await client.priceLists.records.list(list.id, { 'variant_id:in': [variant_id] })).items).toMatchObject([
    { variant_id, price: 12.5 },
  ]);
  expect(await client.priceLists.records.set(list.id, variant_id, 'aud', { price: 11 })).toMatchObject({ price: 11 });
  expect(await client.priceLists.records.get(list.id, variant_id, 'aud')).toMatchObject({ price: 11 });
  await client.priceLists.records.deleteAll(list.id, { 'variant_id:in': [variant_id] });
  expect((await client.priceLists.records.list(list.id)).items).toEqual([]);
  asked.length = 0;
  const withoutVariant = client.priceLists.records.upsertMany(list.id, [{ currency: 'aud', price: 1 }]);
  expect(fieldOf(await failureOf(withoutVariant))).toBe('[0].variant_id');
  expect(asked).toEqual([]);
  await client.priceLists.delete(list.id);
  expect((await client.priceLists.list({ 'id:in': [list.id] })).items).toEqual([]);
});

test('a price list is shown to a group in a channel', async () => {
  const { client } = openClient();
  const list = await client.priceLists.create({ name: 'Trade' });
  const [group] = (await client.customers.groups.list({ limit: 1 })).items;
  const row = { price_list_id: list.id, customer_group_id: group?.id ?? 0, channel_id: 1 };
  expect((await client.priceLists.assignments.createMany([row])).done).toEqual([{ index: 0, item: row }]);
  expect((await client.priceLists.assignments.list({ price_list_id: list.id })).items).toMatchObject([row]);
  await client.priceLists.assignments.deleteAll({ price_list_id: list.id });
  expect((await client.priceLists.assignments.list({ price_list_id: list.id })).items).toEqual([]);
});
