import { z } from 'zod';
import { scalar } from './loose.js';

/** One row for each tax on each line or charge, after discounts. */
export const nativeTaxSchema = z.object({
  /** Of the rate, or a tax provider's own id. */
  sales_tax_id: scalar,
  /** Its forerunner. */
  tax_rate_id: scalar,
  /** 0 for the default class. */
  tax_class_id: scalar,
  name: scalar,
  rate: scalar,
  line_amount: scalar,
  order_product_id: scalar,
  line_item_type: scalar,
});

export const nativeCouponSchema = z.object({
  id: scalar,
  coupon_id: scalar,
  code: scalar,
  /** 3 and 4 are on shipping: a part of it, and all of it. */
  type: scalar,
  /** Applied money; `amount` is only the face value. */
  discount: scalar,
});

export type NativeTax = z.infer<typeof nativeTaxSchema>;
export type NativeCoupon = z.infer<typeof nativeCouponSchema>;
