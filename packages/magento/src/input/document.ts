import { input } from '@cartograph/connector-kit';
import { z } from 'zod';
import { amount, bit, extension, id, words } from './values.js';

/** On an invoice, a credit memo or a shipment that is there already. */
export const documentCommentInput = input(
  {
    comment: words,
    is_customer_notified: bit.default(0),
    is_visible_on_front: bit.default(0),
    extension_attributes: extension.optional(),
  },
  { readOnly: ['entity_id', 'created_at', 'parent_id'] },
);

/** A parcel of a shipment that is there already. The shop wants all of it. */
export const trackInput = input(
  {
    order_id: id,
    track_number: words,
    title: words,
    /** `custom`, or a carrier of the shop: `ups`, `usps`, `fedex`, `dhl`… */
    carrier_code: words,
    weight: amount.default(0),
    qty: amount.default(1),
    description: z.string().default(''),
    extension_attributes: extension.optional(),
  },
  { readOnly: ['entity_id', 'created_at', 'updated_at', 'parent_id'] },
);

export type DocumentCommentInput = z.input<typeof documentCommentInput>;
export type TrackInput = z.input<typeof trackInput>;
