import { z } from 'zod';
import { fields } from './fields.js';
import { flagScalar, list, scalar, scalars } from './loose.js';

/** A cart price rule. Its conditions are a tree. */
export const salesRuleSchema = z.object({
  ...fields(
    scalar,
    'rule_id name description from_date to_date uses_per_customer uses_per_coupon sort_order simple_action discount_amount',
    'discount_qty discount_step times_used coupon_type simple_free_shipping',
  ),
  ...fields(flagScalar, 'is_active stop_rules_processing is_advanced apply_to_shipping is_rss use_auto_generation'),
  website_ids: scalars,
  customer_group_ids: scalars,
  product_ids: scalars,
  store_labels: list(z.object(fields(scalar, 'store_id store_label'))),
});

/** `type` is 0 for one that was written, 1 for one that was generated. */
export const couponSchema = z.object({
  ...fields(scalar, 'coupon_id rule_id code usage_limit usage_per_customer times_used expiration_date created_at type'),
  is_primary: flagScalar,
});
