import { input } from '@cartograph/connector-kit';
import { z } from 'zod';
import { filter, flag, id, instant, money, name, oneOf, word } from './kinds.js';

export const customerGroupFilter = filter({
  name: word,
  'name:like': word,
  is_default: flag,
  is_group_for_guests: flag,
  date_created: instant,
  'date_created:min': instant,
  'date_created:max': instant,
  date_modified: instant,
  'date_modified:min': instant,
  'date_modified:max': instant,
});

const method = oneOf('percent', 'fixed', 'price');

const discountRule = z.union([
  input({ type: z.literal('price_list'), price_list_id: id }),
  input({ type: z.literal('category'), method, amount: money, category_id: id }),
  input({ type: z.literal('product'), method, amount: money, product_id: id }),
  input({ type: z.literal('all'), method, amount: money }),
]);

export const customerGroupInput = input(
  {
    name: name(255),
    is_default: flag.optional(),
    is_group_for_guests: flag.optional(),
    category_access: input({
      type: oneOf('all', 'specific', 'none'),
      categories: z.array(id).optional(),
    }).optional(),
    discount_rules: z.array(discountRule).optional(),
  },
  { readOnly: ['id', 'date_created', 'date_modified'] },
);
export const customerGroupChanges = customerGroupInput.partial();
