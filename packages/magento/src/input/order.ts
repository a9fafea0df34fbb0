import { input } from '@cartograph/connector-kit';
import { z } from 'zod';
import { amount, bit, extension, id, positive, words } from './values.js';

/** How much of which rows; everything that is left where it is not given. Of a configurable or bundle row its own id, not its part’s. */
const items = z.array(input({ order_item_id: id, qty: positive, extension_attributes: extension.optional() })).min(1);

/** A word on a new document. */
const comment = input({
  comment: words,
  is_visible_on_front: bit.default(0),
  extension_attributes: extension.optional(),
});

const document = {
  items: items.optional(),
  /** Sends the shopper an e-mail. */
  notify: z.boolean().optional(),
  /** Puts the comment into that e-mail. */
  appendComment: z.boolean().optional(),
  comment: comment.optional(),
};

export const invoiceInput = input({
  /** Takes the money at the gateway, where the payment method can. */
  capture: z.boolean().optional(),
  ...document,
  arguments: input({ extension_attributes: extension.optional() }).optional(),
});

export const shipInput = input({
  ...document,
  tracks: z
    .array(
      input({
        track_number: words,
        title: words,
        /** `custom`, or a carrier of the shop: `ups`, `usps`, `fedex`, `dhl`… */
        carrier_code: words,
        extension_attributes: extension.optional(),
      }),
    )
    .optional(),
  packages: z.array(input({ extension_attributes: extension.optional() })).optional(),
  arguments: input({
    extension_attributes: z
      .looseObject({
        /** The source that ships, in shops of several: a request for each. */
        source_code: words.optional(),
      })
      .optional(),
  }).optional(),
});

export const refundInput = input({
  ...document,
  arguments: input({
    /** All that is left of it unless told. */
    shipping_amount: amount.optional(),
    adjustment_positive: amount.optional(),
    adjustment_negative: amount.optional(),
    extension_attributes: z
      .looseObject({
        /** Ids of order rows whose goods go back into stock. */
        return_to_stock_items: z.array(id).optional(),
      })
      .optional(),
  }).optional(),
});

/** `isOnline` pays back through the gateway; otherwise the refund is in the books alone. */
export const invoiceRefundInput = refundInput.extend({ isOnline: z.boolean().optional() });

export const orderCommentInput = input(
  {
    comment: words,
    is_customer_notified: bit.default(0),
    is_visible_on_front: bit.default(0),
    /** Has to belong to the state that the order is in. */
    status: words.optional(),
    extension_attributes: extension.optional(),
  },
  { readOnly: ['entity_id', 'entity_name', 'created_at', 'parent_id'] },
);

/** What may be changed of an order’s own row; everything else belongs to its documents. */
export const orderChangesInput = input(
  {
    status: words.optional(),
    state: words.optional(),
    ext_order_id: z.string().optional(),
    ext_customer_id: z.string().optional(),
    customer_note: z.string().optional(),
    customer_note_notify: bit.optional(),
    extension_attributes: extension.optional(),
  },
  {
    readOnly: [
      ...([
        'entity_id',
        'increment_id',
        'store_id',
        'created_at',
        'updated_at',
        'items',
        'payment',
        'status_histories',
      ] as const),
      ...([
        'grand_total',
        'subtotal',
        'tax_amount',
        'shipping_amount',
        'discount_amount',
        'total_paid',
        'total_due',
      ] as const),
    ],
  },
);

export const orderAddressInput = input({
  /** Of the address itself, as the order shows it. */
  entity_id: id,
  address_type: z.enum(['billing', 'shipping']),
  firstname: words,
  lastname: words,
  middlename: z.string().optional(),
  prefix: z.string().optional(),
  suffix: z.string().optional(),
  company: z.string().optional(),
  street: z.array(words).min(1).max(4),
  city: words,
  region: z.string().optional(),
  region_code: z.string().optional(),
  region_id: id.optional(),
  postcode: words,
  country_id: z.string().regex(/^[A-Z]{2}$/, 'is no country: two capital letters, such as DE'),
  telephone: words,
  fax: z.string().optional(),
  email: z.string().optional(),
  vat_id: z.string().optional(),
  customer_address_id: id.optional(),
  extension_attributes: extension.optional(),
});

export type InvoiceInput = z.input<typeof invoiceInput>;
export type ShipInput = z.input<typeof shipInput>;
export type RefundInput = z.input<typeof refundInput>;
export type InvoiceRefundInput = z.input<typeof invoiceRefundInput>;
export type OrderCommentInput = z.input<typeof orderCommentInput>;
export type OrderChanges = z.input<typeof orderChangesInput>;
export type OrderAddressInput = z.input<typeof orderAddressInput>;
