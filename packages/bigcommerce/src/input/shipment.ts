import { input } from '@cartograph/connector-kit';
import { z } from 'zod';
import { count, id, money, text, upTo } from './kinds.js';

/** A provider's code, or `carrier_<id>`. */
const provider = z.union([
  z.enum([
    'auspost',
    'canadapost',
    'endicia',
    'usps',
    'fedex',
    'ups',
    'upsready',
    'upsonline',
    'shipperhq',
    'royalmail',
    '',
  ]),
  z.string().regex(/^carrier_\w+$/, 'carrier_<id>'),
]);

const readOnly = ['id', 'order_id', 'customer_id', 'date_created', 'generated_tracking_link'] as const;

const fields = {
  tracking_number: upTo(50).optional(),
  tracking_link: upTo(500).optional(),
  tracking_carrier: text.optional(),
  merchant_shipping_cost: money.optional(),
  shipping_method: text.optional(),
  shipping_provider: provider.optional(),
  comments: upTo(65_535).optional(),
};

export const shipmentInput = input(
  {
    ...fields,
    order_address_id: id,
    items: z.array(input({ order_product_id: id, quantity: count.min(1) })).min(1),
  },
  { readOnly },
);

export const shipmentChanges = input(
  { ...fields, order_address_id: id.optional() },
  { readOnly: [...readOnly, 'items'] },
);
