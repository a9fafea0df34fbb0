import { input } from '@cartograph/connector-kit';
import { z } from 'zod';
import { day, extension, id, instant, notNegative, words, yes } from './values.js';

/** A node of the tree of conditions. */
interface Condition {
  readonly condition_type: string;
  readonly conditions?: readonly Condition[] | undefined;
  readonly aggregator_type?: 'all' | 'any' | undefined;
  readonly operator?: string | null | undefined;
  readonly attribute_name?: string | undefined;
  readonly value?: string | undefined;
  readonly extension_attributes?: Readonly<Record<string, unknown>> | undefined;
}

const condition: z.ZodType<Condition> = z.lazy(() =>
  z.strictObject({
    condition_type: words,
    conditions: z.array(condition).optional(),
    aggregator_type: z.enum(['all', 'any']).optional(),
    operator: z.string().nullish(),
    attribute_name: z.string().optional(),
    value: z.string().optional(),
    extension_attributes: extension.optional(),
  }),
);

const rule = {
  name: words,
  description: z.string().optional(),
  website_ids: z.array(id).min(1),
  customer_group_ids: z.array(id).min(1),
  from_date: day.optional(),
  to_date: day.optional(),
  is_active: yes.default(true),
  /** 0 is as often as they like. */
  uses_per_customer: z.number().int().nonnegative().default(0),
  uses_per_coupon: z.number().int().nonnegative().default(0),
  /** Lower ones are applied first. */
  sort_order: z.number().int().nonnegative().default(0),
  stop_rules_processing: yes.default(false),
  simple_action: z.enum(['by_percent', 'by_fixed', 'cart_fixed', 'buy_x_get_y']),
  discount_amount: notNegative,
  discount_qty: notNegative.optional(),
  discount_step: z.number().int().nonnegative().default(0),
  apply_to_shipping: yes.default(false),
  simple_free_shipping: z.enum(['0', '1', '2']).optional(),
  coupon_type: z.enum(['NO_COUPON', 'SPECIFIC_COUPON', 'AUTO']).default('NO_COUPON'),
  use_auto_generation: yes.default(false),
  is_advanced: yes.default(true),
  is_rss: yes.default(false),
  product_ids: z.array(id).optional(),
  store_labels: z.array(z.strictObject({ store_id: id, store_label: words })).optional(),
  condition: condition.optional(),
  action_condition: condition.optional(),
  extension_attributes: extension.optional(),
};

const readOnly = ['rule_id', 'times_used'] as const;
export const salesRuleInput = input(rule, { readOnly });

const undefaulted = Object.fromEntries(
  Object.entries(rule).map(([field, schema]) => [field, schema instanceof z.ZodDefault ? schema.unwrap() : schema]),
);
type Undefaulted = {
  [Field in keyof typeof rule]: (typeof rule)[Field] extends z.ZodDefault<infer Inner> ? Inner : (typeof rule)[Field];
};
export const salesRuleChanges = input(undefaulted as Undefaulted, { readOnly }).partial();

export const couponInput = input(
  {
    /** Of a rule whose coupon_type is SPECIFIC_COUPON with use_auto_generation, or AUTO. */
    rule_id: id,
    code: words,
    usage_limit: z.number().int().nonnegative().optional(),
    usage_per_customer: z.number().int().nonnegative().optional(),
    expiration_date: instant.optional(),
    is_primary: yes.default(false),
    /** 0 written, 1 generated. */
    type: z.union([z.literal(0), z.literal(1)]).default(0),
    extension_attributes: extension.optional(),
  },
  { readOnly: ['coupon_id', 'times_used', 'created_at'] },
);

export const couponChanges = input(
  {
    rule_id: id.optional(),
    code: words.optional(),
    usage_limit: z.number().int().nonnegative().optional(),
    usage_per_customer: z.number().int().nonnegative().optional(),
    expiration_date: instant.optional(),
    is_primary: yes.optional(),
    type: z.union([z.literal(0), z.literal(1)]).optional(),
    extension_attributes: extension.optional(),
  },
  { readOnly: ['coupon_id', 'times_used', 'created_at'] },
);

export const couponsToGenerate = input({
  rule_id: id,
  format: z.enum(['num', 'alpha', 'alphanum']).default('alphanum'),
  quantity: z.number().int().min(1),
  length: z.number().int().min(1),
  prefix: z.string().optional(),
  suffix: z.string().optional(),
  delimiter_at_every: z.number().int().nonnegative().optional(),
  delimiter: z.string().optional(),
});

export type SalesRuleInput = z.input<typeof salesRuleInput>;
export type SalesRuleChanges = z.input<typeof salesRuleChanges>;
export type CouponInput = z.input<typeof couponInput>;
export type CouponChanges = z.input<typeof couponChanges>;
export type CouponsToGenerate = z.input<typeof couponsToGenerate>;
