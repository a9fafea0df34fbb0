import { expect, test } from 'vitest';
import { openClient } from '../testing/client.js';

const { client } = openClient();
const rule = {
  name: 'Ten off',
  website_ids: [1],
  customer_group_ids: [0, 1],
  simple_action: 'by_percent' as const,
  discount_amount: 10,
};

test('a cart price rule is made, changed and deleted', async () => {
  const created = await client.salesRules.create({
    ...rule,
    from_date: '2026-07-01',
    condition: {
      condition_type: 'Magento\\SalesRule\\Model\\Rule\\Condition\\Combine',
      aggregator_type: 'all',
      value: '1',
      conditions: [],
    },
  });
  const id = Number(created.rule_id);
  expect(await client.salesRules.update(id, { name: 'Twenty off', discount_amount: '20' })).toMatchObject({
    name: 'Twenty off',
    discount_amount: 20,
    simple_action: 'by_percent',
  });
  expect(await client.search('salesRules').where('name', 'like', 'Twenty%').count()).toBe(1);
  expect(await client.salesRules.delete(id)).toBe(true);
  await expect(client.salesRules.get(id)).rejects.toMatchObject({ context: { status: 404 } });
});

test('coupons are written and generated, found by their codes, and deleted many at a time', async () => {
  const { rule_id } = await client.salesRules.create({
    ...rule,
    coupon_type: 'SPECIFIC_COUPON',
    use_auto_generation: true,
  });
  const own = Number(rule_id);
  const coupon = await client.coupons.create({ rule_id: own, code: 'HELLO', usage_limit: 5 });
  const couponId = Number(coupon.coupon_id);
  expect((await client.coupons.byCode('HELLO'))?.coupon_id).toBe(couponId);
  expect(await client.coupons.update(couponId, { usage_limit: 9 })).toMatchObject({ code: 'HELLO', usage_limit: 9 });
  const codes = await client.coupons.generate({ rule_id: own, quantity: 3, length: 8, prefix: 'X-' });
  expect(codes).toHaveLength(3);
  const { done, failed } = await client.coupons.deleteCodes([...codes, 'NOSUCH']);
  expect(done.map(({ item }) => item)).toEqual(codes);
  expect(failed.map(({ index }) => index)).toEqual([3]);
  expect((await client.coupons.deleteMany([couponId])).failed).toEqual([]);
  expect(await client.coupons.byCode('HELLO')).toBeNull();
});
