import { input } from '@cartograph/connector-kit';
import { z } from 'zod';
import { count, filter, id, ids, instant, oneOf, text, upTo } from './kinds.js';

export const pickupFilter = filter({ 'order_id:in': ids, 'pickup_id:in': ids });

const readOnly = ['id', 'created_at', 'updated_at'] as const;

export const pickupInput = input(
  {
    pickup_method_id: id,
    order_id: id,
    ready_at: text,
    collected_at: text.optional(),
    pickup_items: z.array(input({ order_product_id: id, quantity: count.min(1) })).min(1),
  },
  { readOnly },
);
export const pickupChange = input({ id, ready_at: text.optional(), collected_at: text.optional() });

export const pickupMethodFilter = filter({
  'id:in': ids,
  'date_created:min': instant,
  'date_created:max': instant,
  'date_modified:min': instant,
  'date_modified:max': instant,
  sort: oneOf('date_modified:asc', 'date_modified:desc', 'name:asc', 'name:desc'),
});

export const pickupMethodInput = input(
  {
    location_id: id,
    display_name: upTo(250),
    collection_instructions: upTo(250).optional(),
    collection_time_description: upTo(250).optional(),
  },
  { readOnly: ['id', 'date_created', 'date_modified'] },
);
export const pickupMethodChanges = pickupMethodInput.partial();
