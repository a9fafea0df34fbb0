import { createRandom } from '../../random.js';
import type { Body } from '../bodies/body.js';
import { stamp } from '../clock.js';
import { noSuchEntity, Refused, refusal } from '../protocol/errors.js';
import { demand } from '../protocol/input.js';
import { ruleDefaults } from '../shop/promotions.js';
import type { Shop } from '../shop/shop.js';
import { crudEndpoints } from './crud.js';
import type { Desk, Endpoint } from './endpoint.js';
import type { ShopCollections } from './shop-collections.js';

const right = 'Magento_SalesRule::quote';

const ruleFields = {
  rule_id: 'int',
  name: 'text',
  store_labels: [{ store_id: 'int', store_label: 'text', extension_attributes: {} }],
  description: 'text',
  website_ids: ['int'],
  customer_group_ids: ['int'],
  from_date: 'text',
  to_date: 'text',
  uses_per_customer: 'int',
  is_active: 'flag',
  condition: 'any',
  action_condition: 'any',
  stop_rules_processing: 'flag',
  is_advanced: 'flag',
  product_ids: ['int'],
  sort_order: 'int',
  simple_action: 'text',
  discount_amount: 'number',
  discount_qty: 'number',
  discount_step: 'int',
  apply_to_shipping: 'flag',
  times_used: 'int',
  is_rss: 'flag',
  coupon_type: 'text',
  use_auto_generation: 'flag',
  uses_per_coupon: 'int',
  simple_free_shipping: 'text',
  extension_attributes: { reward_points_delta: 'int' },
} as const;

const couponFields = {
  coupon_id: 'int',
  rule_id: 'int',
  code: 'text',
  usage_limit: 'int',
  usage_per_customer: 'int',
  times_used: 'int',
  expiration_date: 'text',
  is_primary: 'flag',
  created_at: 'text',
  type: 'int',
  extension_attributes: {},
} as const;

const generationFields = {
  rule_id: 'int',
  format: 'text',
  quantity: 'int',
  length: 'int',
  prefix: 'text',
  suffix: 'text',
  delimiter_at_every: 'int',
  delimiter: 'text',
  extension_attributes: {},
} as const;

const alphabets: Readonly<Record<string, string>> = {
  num: '0123456789',
  alpha: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  alphanum: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789',
};

/** Cart price rules, and the coupons of those that need one. */
export function promotionEndpoints(shop: Shop, desk: Desk, all: ShopCollections): Endpoint[] {
  const { salesRules, coupons } = shop.tables;
  const ruleOf = (id: unknown): Body => {
    const rule = salesRules.get(id);
    if (!rule) throw new Refused(noSuchEntity('rule_id', id));
    return rule;
  };
  const byCode = (code: unknown) => coupons.rows().find(coupon => coupon.code === code);
  let generated = 0;

  /** Deletes coupons by one of their fields, and tells those that were not there. */
  const massDelete = (field: 'coupon_id' | 'code', wanted: readonly (string | number)[], ignoresMissing: boolean) => {
    const found = wanted.map(value => [value, coupons.rows().find(coupon => coupon[field] === value)] as const);
    const missing = found.filter(([, coupon]) => !coupon).map(([value]) => String(value));
    if (missing.length > 0 && !ignoresMissing) throw new Refused(refusal(400, 'Some coupons are invalid.'));
    for (const [, coupon] of found) if (coupon) coupons.remove(coupon.coupon_id);
    return { failed_items: [], missing_items: missing };
  };

  return [
    ...crudEndpoints(desk, {
      path: '/V1/salesRules',
      list: '/search',
      right,
      table: salesRules,
      collection: all.salesRules,
      parameter: 'rule',
      fields: ruleFields,
      required: ['website_ids', 'customer_group_ids'],
      isPutByPath: true,
      complete(told) {
        const { from_date: from, to_date: to } = told;
        if (from && to && String(from) > String(to))
          throw new Refused(refusal(400, 'End Date must follow Start Date.'));
        return { ...ruleDefaults(), ...told };
      },
      release: rule => {
        for (const coupon of coupons.rows()) if (coupon.rule_id === rule.rule_id) coupons.remove(coupon.coupon_id);
      },
    }),
    ...crudEndpoints(desk, {
      path: '/V1/coupons',
      list: '/search',
      right,
      table: coupons,
      collection: all.coupons,
      parameter: 'coupon',
      fields: couponFields,
      required: ['rule_id', 'code'],
      isPutByPath: true,
      complete(told, known, at) {
        const rule = ruleOf(told.rule_id);
        if (rule.coupon_type === 'NO_COUPON') throw new Refused(refusal(400, 'Specified rule does not allow coupons'));
        const taken = byCode(told.code);
        if (taken && taken.coupon_id !== told.coupon_id)
          throw new Refused(refusal(400, 'Coupon with the same code already exists'));
        return { times_used: 0, is_primary: false, type: 0, ...told, created_at: known?.created_at ?? stamp(at) };
      },
    }),
    [
      'POST /V1/coupons/generate',
      right,
      desk.write({ couponSpec: generationFields }, ({ input: { couponSpec: spec }, at }) => {
        demand((['rule_id', 'format', 'quantity', 'length'] as const).filter(name => !spec[name]));
        const rule = ruleOf(spec.rule_id);
        const alphabet = alphabets[spec.format ?? ''];
        if (!alphabet)
          throw new Refused(
            refusal(400, 'Invalid value of "%value" provided for the %fieldName field.', {
              fieldName: 'format',
              value: spec.format,
            }),
          );
        if (rule.coupon_type === 'NO_COUPON')
          throw new Refused(refusal(400, 'Specified rule does not allow automatic coupon generation'));
        return Array.from({ length: spec.quantity ?? 0 }, () => {
          const random = createRandom(shop.seed, 80_000_000 + generated++);
          const letters = Array.from({ length: spec.length ?? 0 }, () => random.pick([...alphabet]));
          const every = spec.delimiter_at_every ?? 0;
          const parts = letters.map((letter, index) =>
            every > 0 && index > 0 && index % every === 0 ? `${spec.delimiter ?? '-'}${letter}` : letter,
          );
          const code = `${spec.prefix ?? ''}${parts.join('')}${spec.suffix ?? ''}`;
          const coupon = {
            coupon_id: coupons.nextId(),
            rule_id: rule.rule_id,
            code,
            times_used: 0,
            is_primary: false,
            created_at: stamp(at),
            type: 1,
          };
          coupons.put(coupon);
          return code;
        });
      }),
    ],
    [
      'POST /V1/coupons/deleteByIds',
      right,
      desk.write({ ids: ['int'], 'ignoreInvalidCoupons?': 'flag' }, ({ input }) =>
        massDelete('coupon_id', input.ids, input.ignoreInvalidCoupons ?? true),
      ),
    ],
    [
      'POST /V1/coupons/deleteByCodes',
      right,
      desk.write({ codes: ['text'], 'ignoreInvalidCoupons?': 'flag' }, ({ input }) =>
        massDelete('code', input.codes, input.ignoreInvalidCoupons ?? true),
      ),
    ],
  ];
}
