import { z } from 'zod';
import { scalar } from './loose.js';

const refundItemSchema = z.object({
  /** `PRODUCT`, `GIFT_WRAPPING`, `SHIPPING`, `HANDLING`, `FEE`, `TAX`, or `ORDER` for an amount without lines. */
  item_type: scalar,
  item_id: scalar,
  quantity: scalar,
  requested_amount: scalar,
  /** Negative: what the merchant keeps. */
  adjustments: z.array(z.object({ amount: scalar })).nullish(),
});

const refundPaymentSchema = z.object({
  provider_id: scalar,
  amount: scalar,
  offline: scalar,
  is_declined: scalar,
  /** Often absent. */
  transaction_id: scalar,
});

export const nativeRefundSchema = z.object({
  id: scalar,
  order_id: scalar,
  created: scalar,
  reason: scalar,
  total_amount: scalar,
  total_tax: scalar,
  items: z.array(refundItemSchema).nullish(),
  payments: z.array(refundPaymentSchema).nullish(),
});

export type NativeRefund = z.infer<typeof nativeRefundSchema>;
export type NativeRefundItem = z.infer<typeof refundItemSchema>;
export type NativeRefundPayment = z.infer<typeof refundPaymentSchema>;
