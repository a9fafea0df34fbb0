import { z } from 'zod';
import { formField, list, text, whole } from './kinds.js';
import { linkTo } from './link.js';
import { orderAddressShape, type ShippingQuote, shippingCostShape } from './order-part.js';
import { type OrderProduct, orderProductSchema } from './order-product.js';

const pickupLocationSchema = z.object({
  id: whole,
  name: text,
  code: text,
  address_line_1: text,
  address_line_2: text,
  city: text,
  state: text,
  postal_code: text,
  country_alpha2: text,
  email: text,
  phone: text,
});

/** Lines where they were included, otherwise links; of lines that are left out (a list includes fifty) an entry warns. */
const lines = list(
  z.union([orderProductSchema, z.object({ __warning__: z.object({ message: text }) }), linkTo<OrderProduct>()]),
);

export const consignmentsSchema = z.object({
  pickups: list(
    z.object({
      id: z.number(),
      pickup_method_id: whole,
      pickup_method_display_name: text,
      collection_instructions: text,
      collection_time_description: text,
      location: pickupLocationSchema.nullish(),
      line_items: lines,
    }),
  ),
  shipping: list(
    z.object({
      id: z.number(),
      ...orderAddressShape,
      ...shippingCostShape,
      items_total: whole,
      items_shipped: whole,
      shipping_method: text,
      form_fields: list(formField),
      shipping_quotes: linkTo<ShippingQuote>().nullish(),
      line_items: lines,
    }),
  ),
  downloads: list(z.object({ id: whole, recipient_email: text, line_items: lines })),
  email: z
    .object({ gift_certificates: list(z.object({ id: whole, recipient_email: text, line_items: lines })) })
    .nullish(),
});

export type Consignments = z.input<typeof consignmentsSchema>;
