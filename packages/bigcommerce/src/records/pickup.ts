import { z } from 'zod';
import { list, text, time, whole } from './kinds.js';

export const pickupSchema = z.object({
  id: z.number(),
  pickup_method_id: whole,
  order_id: whole,
  ready_at: time,
  created_at: time,
  updated_at: time,
  pickup_items: list(
    z.object({ id: whole, order_product_id: whole, quantity: whole, status: text, collected_at: time }),
  ),
});

export const pickupMethodSchema = z.object({
  id: z.number(),
  location_id: whole,
  display_name: text,
  collection_instructions: text,
  collection_time_description: text,
  date_created: time,
  date_modified: time,
});

export type Pickup = z.input<typeof pickupSchema>;
export type PickupMethod = z.input<typeof pickupMethodSchema>;
