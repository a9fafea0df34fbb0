import { input } from '@cartograph/connector-kit';
import { z } from 'zod';
import { count, filter, id, ids, instant, upTo, word } from './kinds.js';

export const refundFilter = filter({
  'order_id:in': ids,
  'id:in': ids,
  'created:min': instant,
  'created:max': instant,
  transaction_id: word,
});

const reason = upTo(1000).optional();

/** By quantity: whole units of a line. */
const units = input({
  item_type: z.enum(['PRODUCT', 'GIFT_WRAPPING']),
  /** Of the order's line, not of the catalog. */
  item_id: id,
  quantity: count.min(1),
  reason,
  /** Negative amounts: what the merchant keeps. */
  adjustments: z.array(input({ amount: z.number(), description: upTo(255).optional() })).optional(),
});

/** By amount: of the order's id, of a shipping address's, of a fee's. */
const part = input({
  item_type: z.enum(['ORDER', 'SHIPPING', 'HANDLING', 'TAX', 'FEE']),
  item_id: id,
  amount: z.number().positive(),
  reason,
});

const items = z.array(z.union([units, part])).min(1);
const merchant_calculated_override = input({ total_amount: z.number(), total_tax: z.number() }).optional();

export const refundQuoteInput = z.union([input({ items }), input({ tax_adjustment_amount: z.number() })]);

/** `payments` are one of the alternatives that a quote gave. */
export const refundInput = z.union([
  input({
    items,
    payments: z.array(input({ provider_id: word, amount: z.number(), offline: z.boolean().optional() })).min(1),
    merchant_calculated_override,
  }),
  input({ tax_adjustment_amount: z.number(), merchant_calculated_override }),
]);
