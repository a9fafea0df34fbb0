import { expect, test } from 'vitest';
import { openClient } from '../testing/client.js';

const { client } = openClient();

test('a rate is made, changed without losing what is not named, and deleted', async () => {
  const { id } = await client.taxRates.create({ code: 'DE-*', rate: '19.0000', tax_country_id: 'DE' });
  expect(await client.taxRates.update(Number(id), { rate: 7 })).toMatchObject({
    code: 'DE-*',
    rate: 7,
    tax_country_id: 'DE',
  });
  expect(await client.search('taxRates').where('code', 'DE-*').count()).toBe(1);
  expect(await client.taxRates.delete(Number(id))).toBe(true);
  expect(await client.search('taxRates').where('code', 'DE-*').count()).toBe(0);
});

test('a class, and a rule that levies a rate on it, are made, changed and deleted', async () => {
  const classId = await client.taxClasses.create({ class_name: 'Books', class_type: 'PRODUCT' });
  await client.taxClasses.update(classId, { class_name: 'Paperbacks', class_type: 'PRODUCT' });
  const found = await client.search('taxClasses').where('class_name', 'Paperbacks').first();
  expect(String(found?.class_id)).toBe(String(classId));
  const [customers] = await client.search('taxClasses').where('class_type', 'CUSTOMER').all();
  const rate = await client.search('taxRates').first();
  const { id } = await client.taxRules.create({
    code: 'Books rule',
    customer_tax_class_ids: [Number(customers?.class_id)],
    product_tax_class_ids: [Number(classId)],
    tax_rate_ids: [Number(rate?.id)],
  });
  expect(await client.taxRules.update(Number(id), { priority: 5 })).toMatchObject({ code: 'Books rule', priority: 5 });
  expect(await client.taxRules.delete(Number(id))).toBe(true);
  expect(await client.taxClasses.delete(classId)).toBe(true);
});
