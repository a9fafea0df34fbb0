import type { coupons } from '../shop/discounts.js';

/** The names of what orders number. */
const types = [
  'per_item_discount',
  'percentage_discount',
  'per_total_discount',
  'shipping_discount',
  'free_shipping',
  'promotion',
] as const;

/** Of promotions the platform tells no amount. */
export const couponRecord = ({ id, code, name, type, face }: (typeof coupons)[number], created: string) => ({
  id,
  name,
  type: types[type],
  amount: (type === 5 ? 0 : face).toFixed(4),
  min_purchase: '0.0000',
  expires: '',
  enabled: true,
  code,
  applies_to: { entity: 'categories', ids: [0] },
  num_uses: 0,
  max_uses: 0,
  max_uses_per_customer: 0,
  restricted_to: [] as unknown[],
  shipping_methods: null,
  date_created: created,
});
