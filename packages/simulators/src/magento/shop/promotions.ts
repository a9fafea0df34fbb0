import type { Body } from '../bodies/body.js';

type Row = readonly [
  id: number,
  name: string,
  code: string | null,
  action: string,
  amount: number,
  step: number,
  onShipping: boolean,
];

/** The cart price rules that the orders of the history were discounted by. */
const rows: readonly Row[] = [
  [1, 'Ten percent', 'TEN', 'by_percent', 10, 0, false],
  [2, 'Spring', 'SPRING15', 'by_percent', 15, 0, true],
  [3, 'Members save 20 %', null, 'by_percent', 20, 0, false],
  [4, 'Fifteen off', 'FIFTEEN-OFF', 'cart_fixed', 15, 0, false],
  [5, 'Buy two, get one free', null, 'buy_x_get_y', 1, 2, false],
  [6, 'Staff', 'STAFF100', 'by_percent', 100, 0, true],
];

const condition = (): Body => ({
  condition_type: 'Magento\\SalesRule\\Model\\Rule\\Condition\\Combine',
  aggregator_type: 'all',
  operator: null,
  value: '1',
});

export const ruleDefaults = (): Body => ({
  store_labels: [],
  website_ids: [1, 2],
  customer_group_ids: [0, 1, 2, 3],
  uses_per_customer: 0,
  is_active: true,
  condition: condition(),
  action_condition: { ...condition(), condition_type: 'Magento\\SalesRule\\Model\\Rule\\Condition\\Product\\Combine' },
  stop_rules_processing: false,
  is_advanced: true,
  sort_order: 0,
  simple_action: 'by_percent',
  discount_amount: 0,
  discount_step: 0,
  apply_to_shipping: false,
  times_used: 0,
  is_rss: false,
  coupon_type: 'NO_COUPON',
  use_auto_generation: false,
  uses_per_coupon: 0,
  simple_free_shipping: '0',
});

export const salesRuleBodies = (): Body[] =>
  rows.map(([id, name, code, action, amount, step, onShipping]) => ({
    rule_id: id,
    name,
    ...ruleDefaults(),
    simple_action: action,
    discount_amount: amount,
    discount_step: step,
    apply_to_shipping: onShipping,
    coupon_type: code === null ? 'NO_COUPON' : 'SPECIFIC_COUPON',
  }));

export const couponBodies = (): Body[] =>
  rows
    .filter(([, , code]) => code !== null)
    .map(([ruleId, , code], index) => ({
      coupon_id: index + 1,
      rule_id: ruleId,
      code,
      usage_per_customer: 0,
      times_used: 0,
      is_primary: true,
      created_at: '2025-06-01 00:00:00',
      type: 0,
    }));
