import { z } from 'zod';
import { flagScalar, list, optionalObject, scalar } from './loose.js';

const shipmentSchema = z.object({
  entity_id: scalar,
  order_id: scalar,
  created_at: scalar,
  updated_at: scalar,
  /** Magento itself leaves it empty. */
  shipment_status: scalar,
  items: list(z.object({ order_item_id: scalar, qty: scalar })),
  tracks: list(z.object({ track_number: scalar, title: scalar, carrier_code: scalar })),
  /** The source of multi-source inventory. */
  extension_attributes: optionalObject(z.object({ source_code: scalar })),
});

const shippedRowSchema = z.object({
  item_id: scalar,
  parent_item_id: scalar,
  qty_ordered: scalar,
  is_virtual: flagScalar,
});

/** A shipment, and the order's rows of the bundles that it holds parts of: shipments themselves name the parts alone. */
export const shipmentBodySchema = z.object({ shipment: shipmentSchema, rows: z.array(shippedRowSchema) });

export type ShipmentBody = z.infer<typeof shipmentBodySchema>;
export type NativeShipment = z.infer<typeof shipmentSchema>;
