import { input } from '@cartograph/connector-kit';
import { z } from 'zod';
import { count, filter, flag, id, ids, money, name, oneOf, text, upTo, word } from './kinds.js';

const types = [
  'per_item_discount',
  'per_total_discount',
  'shipping_discount',
  'free_shipping',
  'percentage_discount',
  'promotion',
] as const;

export const couponFilter = filter({
  id,
  code: word,
  name: word,
  type: oneOf(...types),
  exclude_type: oneOf(...types),
  min_id: id,
  max_id: id,
});
export const couponCondition = filter({ 'id:in': ids });

export const couponInput = input(
  {
    name: name(100),
    type: oneOf(...types),
    amount: money,
    code: name(50),
    /** The id 0 for all. */
    applies_to: input({ ids: z.array(id), entity: oneOf('categories', 'products') }),
    min_purchase: money.optional(),
    expires: text.optional(),
    enabled: flag.optional(),
    max_uses: count.optional(),
    max_uses_per_customer: count.optional(),
    restricted_to: z.record(z.string(), z.unknown()).optional(),
    shipping_methods: z.array(text).optional(),
  },
  { readOnly: ['id', 'num_uses', 'date_created'] },
);
export const couponChanges = couponInput.partial();

export const giftCertificateFilter = filter({
  min_id: id,
  max_id: id,
  code: word,
  order_id: id,
  to_name: word,
  to_email: word,
  from_name: word,
  from_email: word,
  sort: oneOf('id'),
  direction: oneOf('asc', 'desc'),
});

export const giftCertificateInput = input(
  {
    to_name: word,
    to_email: word,
    from_name: word,
    from_email: word,
    amount: money,
    balance: money.optional(),
    /** RFC 2822, unlike what comes back. */
    purchase_date: text.optional(),
    expiry_date: text.optional(),
    customer_id: id.optional(),
    template: oneOf(
      'birthday.html',
      'girl.html',
      'boy.html',
      'celebration.html',
      'christmas.html',
      'general.html',
    ).optional(),
    message: upTo(250).optional(),
    code: upTo(255).optional(),
    status: oneOf('active', 'pending', 'disabled', 'expired').optional(),
    currency_code: z.string().length(3).optional(),
  },
  { readOnly: ['id', 'order_id'] },
);
export const giftCertificateChanges = giftCertificateInput.partial();

export const bannerFilter = filter({ min_id: id, max_id: id });
export const bannerInput = input(
  {
    name: word,
    content: text,
    page: oneOf('home_page', 'category_page', 'brand_page', 'search_page'),
    location: oneOf('top', 'bottom'),
    date_type: oneOf('always', 'custom'),
    date_from: text.optional(),
    date_to: text.optional(),
    visible: oneOf('0', '1').optional(),
    /** Of the category or brand. */
    item_id: text.optional(),
  },
  { readOnly: ['id', 'date_created'] },
);
export const bannerChanges = bannerInput.partial();
