import { z } from 'zod';
import { decimal, list, text, whole } from './kinds.js';
import { orderAddressShape } from './order-part.js';

/** A parcel of an order. */
export const shipmentSchema = z.object({
  id: z.number(),
  order_id: whole,
  customer_id: whole,
  order_address_id: whole,
  date_created: text,
  tracking_number: text,
  merchant_shipping_cost: decimal,
  shipping_method: text,
  /** A provider's code, `carrier_<id>`, or blank. */
  shipping_provider: text,
  shipping_provider_display_name: text,
  tracking_carrier: text,
  tracking_link: text,
  generated_tracking_link: text,
  comments: text,
  billing_address: z.object(orderAddressShape).nullish(),
  shipping_address: z.object(orderAddressShape).nullish(),
  items: list(z.object({ order_product_id: whole, product_id: whole, quantity: decimal })),
});

export type Shipment = z.input<typeof shipmentSchema>;
