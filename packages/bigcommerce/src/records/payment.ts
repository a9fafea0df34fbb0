import { z } from 'zod';
import { anything, decimal, decimalOrEmpty, flag, key, list, text, time, whole } from './kinds.js';

/** What a gateway did for an order. Details of other methods are null or `{}`. */
export const transactionSchema = z.object({
  id: z.number(),
  order_id: key,
  /** `purchase`, `authorization`, `capture`, `refund`, `void`, `pending` or `settled`. */
  event: text,
  method: text,
  amount: decimal,
  currency: text,
  gateway: text,
  gateway_transaction_id: text,
  payment_method_id: text,
  /** `ok` or `error`. */
  status: text,
  test: flag,
  fraud_review: flag,
  /** Of a capture its authorization, of a refund its purchase. */
  reference_transaction_id: decimalOrEmpty,
  date_created: time,
  avs_result: anything,
  cvv_result: anything,
  credit_card: z
    .object({ card_type: text, card_iin: text, card_last4: text, card_expiry_month: whole, card_expiry_year: whole })
    .nullish(),
  gift_certificate: z
    .object({
      code: text,
      original_balance: decimal,
      starting_balance: decimal,
      remaining_balance: decimal,
      status: text,
    })
    .nullish(),
  store_credit: z.object({ remaining_balance: decimal }).nullish(),
  offline: z.object({ display_name: text }).nullish(),
  custom: z.object({ payment_method: text }).nullish(),
  custom_provider_field_result: anything,
  payment_instrument_token: anything,
});

export const refundSchema = z.object({
  id: z.number(),
  order_id: whole,
  user_id: whole,
  created: time,
  reason: text,
  total_amount: decimal,
  total_tax: decimal,
  uses_merchant_override_values: flag,
  items: list(
    z.object({
      item_type: text,
      item_id: whole,
      quantity: whole,
      reason: text,
      requested_amount: decimal,
      adjustments: list(z.object({ amount: decimal, description: text })),
    }),
  ),
  payments: list(
    z.object({
      id: whole,
      provider_id: text,
      amount: decimal,
      offline: flag,
      /** Then nothing was given back. */
      is_declined: flag,
      declined_message: text,
      transaction_id: key,
    }),
  ),
});

/** What a refund would give back, and by which means: `refund_methods` are alternatives, each of providers used together. */
export const refundQuoteSchema = z.object({
  order_id: whole,
  total_refund_amount: decimal,
  total_refund_tax_amount: decimal,
  order_level_refund_amount: decimal,
  rounding: decimal,
  adjustment: decimal,
  tax_inclusive: flag,
  refund_methods: list(
    z.array(
      z.object({
        provider_id: text,
        provider_description: text,
        amount: decimal,
        offline: flag,
        offline_provider: flag,
        offline_reason: text,
      }),
    ),
  ),
});

/** A configured way to pay. */
export const paymentMethodSchema = z.object({ code: z.string(), name: text, test_mode: flag });

/** One that is accepted for a certain order. */
export const acceptedMethodSchema = z.object({
  id: z.string(),
  name: text,
  type: text,
  test_mode: flag,
  stored_instruments: list(z.unknown()),
  supported_instruments: list(z.object({ instrument_type: text, verification_value_required: flag })),
});

export type Transaction = z.input<typeof transactionSchema>;
export type Refund = z.input<typeof refundSchema>;
export type RefundQuote = z.input<typeof refundQuoteSchema>;
export type PaymentMethod = z.input<typeof paymentMethodSchema>;
export type AcceptedMethod = z.input<typeof acceptedMethodSchema>;
