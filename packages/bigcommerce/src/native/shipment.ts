import { z } from 'zod';
import { scalar } from './loose.js';

const shipmentItemSchema = z.object({ order_product_id: scalar, quantity: scalar });

/** A parcel of an order. */
export const nativeShipmentSchema = z.object({
  id: scalar,
  order_id: scalar,
  date_created: scalar,
  shipping_method: scalar,
  tracking_number: scalar,
  /** Code of an integrated provider, `carrier_<id>`, or blank. */
  shipping_provider: scalar,
  shipping_provider_display_name: scalar,
  /** Code of a carrier at the tracking service, where there is no provider. */
  tracking_carrier: scalar,
  /** The merchant's own link; only without it the platform makes one from the number. */
  tracking_link: scalar,
  generated_tracking_link: scalar,
  items: z.array(shipmentItemSchema).nullish(),
});

export type NativeShipment = z.infer<typeof nativeShipmentSchema>;
