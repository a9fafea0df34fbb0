import { input } from '@cartograph/connector-kit';
import { z } from 'zod';
import {
  count,
  filter,
  flag,
  id,
  instant,
  money,
  name,
  oneOf,
  several,
  someOf,
  text,
  upTo,
  whole,
  word,
} from './kinds.js';

/** All bounds are inclusive. */
const orderConditions = {
  min_id: id,
  max_id: id,
  min_total: z.number(),
  max_total: z.number(),
  customer_id: id,
  email: word,
  status_id: id,
  cart_id: word,
  payment_method: word,
  channel_id: id,
  external_order_id: word,
  min_date_created: instant,
  max_date_created: instant,
  min_date_modified: instant,
  max_date_modified: instant,
};

const shape = {
  /** `consignments.line_items` includes at most fifty lines of an order. */
  include: someOf('consignments', 'consignments.line_items', 'fees'),
  consignment_structure: z.literal('object'),
};

const sortable = [
  'id',
  'customer_id',
  'date_created',
  'date_modified',
  'status_id',
  'channel_id',
  'external_id',
] as const;
const sorts = sortable.flatMap(field => [`${field}:asc`, `${field}:desc`] as const);

export const orderCondition = filter(orderConditions);
export const orderFilter = filter({ ...orderConditions, ...shape, sort: z.enum(sorts) });
export const orderShape = filter(shape).all;
export const taxFilter = filter({ details: flag });
export const messageFilter = filter({
  min_id: id,
  max_id: id,
  customer_id: id,
  min_date_created: instant,
  max_date_created: instant,
  is_flagged: flag,
  status: oneOf('read', 'unread'),
});

const addressShape = {
  first_name: text.optional(),
  last_name: text.optional(),
  company: text.optional(),
  street_1: text.optional(),
  street_2: text.optional(),
  city: text.optional(),
  state: text.optional(),
  zip: text.optional(),
  country: text.optional(),
  country_iso2: z.string().length(2).optional(),
  phone: text.optional(),
  email: text.optional(),
};

const formFields = z
  .array(input({ name: text, value: z.union([z.string(), z.number(), z.array(z.string())]) }))
  .optional();
const shippingAddress = input({ ...addressShape, shipping_method: text.optional(), form_fields: formFields });

const productOption = input({
  id,
  value: text,
  display_name: text.optional(),
  display_name_customer: text.optional(),
  display_name_merchant: text.optional(),
  display_value: text.optional(),
  display_value_customer: text.optional(),
  display_value_merchant: text.optional(),
});

const line = {
  name: name(250).optional(),
  name_customer: text.optional(),
  name_merchant: text.optional(),
  quantity: count,
  price_inc_tax: z.number().optional(),
  price_ex_tax: z.number().optional(),
  upc: text.optional(),
};

const catalogLine = input({
  ...line,
  product_id: id,
  variant_id: id.optional(),
  product_options: z.array(productOption).optional(),
  wrapping_id: id.optional(),
  wrapping_name: text.optional(),
  wrapping_message: text.optional(),
  wrapping_cost_ex_tax: z.number().optional(),
  wrapping_cost_inc_tax: z.number().optional(),
});

/** What the merchant types in. */
const customLine = input({
  ...line,
  name: name(250),
  sku: text.optional(),
  price_inc_tax: z.number(),
  price_ex_tax: z.number(),
});

/** With `id` a line changes, without it is added, with the quantity 0 it goes; a change takes the line's discounts away. */
const changedLine = input({ ...catalogLine.partial().shape, sku: text.optional(), id: id.optional() });

const pickup = input({
  pickup_method_id: id,
  pickup_method_display_name: upTo(250).optional(),
  collection_instructions: text.optional(),
  collection_time_description: upTo(250).optional(),
  location: z.record(z.string(), text).optional(),
  line_items: z.array(z.union([catalogLine, customLine])).min(1),
});

const fee = input({
  type: z.literal('custom_fee'),
  display_name_customer: text.optional(),
  display_name_merchant: text.optional(),
  source: text.optional(),
  cost_ex_tax: money.optional(),
  cost_inc_tax: money.optional(),
  cost_tax: money.optional(),
  tax_class_id: id.nullish(),
});

/** Amounts that replace what the platform reckons: give both sides, and a subtotal together with its total. */
const overrides = Object.fromEntries(
  ['base_handling_cost', 'base_shipping_cost', 'base_wrapping_cost', 'discount_amount', 'refunded_amount']
    .concat(
      ['handling_cost', 'shipping_cost', 'wrapping_cost', 'subtotal', 'total'].flatMap(of => [
        `${of}_ex_tax`,
        `${of}_inc_tax`,
      ]),
    )
    .map(field => [field, money.optional()]),
) as Record<Override, z.ZodOptional<typeof money>>;

type Override =
  | `base_${'handling' | 'shipping' | 'wrapping'}_cost`
  | `${'handling_cost' | 'shipping_cost' | 'wrapping_cost' | 'subtotal' | 'total'}_${'ex' | 'inc'}_tax`
  | 'discount_amount'
  | 'refunded_amount';

/** What only the platform sets. Some of it can be read back under the same name, which is why it is often sent by mistake. */
const readOnly = [
  'id',
  'date_modified',
  'date_shipped',
  'status',
  'custom_status',
  'cart_id',
  'coupon_discount',
  'coupons',
  'currency_code',
  'currency_exchange_rate',
  'currency_id',
  'default_currency_id',
  'is_email_opt_in',
  'order_source',
  'payment_status',
  'shipping_address_count',
  'store_credit_amount',
  'gift_certificate_amount',
  'subtotal_tax',
  'total_tax',
  'shipping_cost_tax',
  'handling_cost_tax',
  'wrapping_cost_tax',
] as const;

const common = {
  ...overrides,
  channel_id: id.optional(),
  customer_id: id.optional(),
  customer_locale: text.optional(),
  customer_message: text.optional(),
  /** RFC 2822 or ISO 8601. */
  date_created: text.optional(),
  ebay_order_id: text.optional(),
  external_id: text.nullish(),
  external_merchant_id: text.nullish(),
  external_order_id: text.nullish(),
  external_source: text.nullish(),
  geoip_country: text.optional(),
  geoip_country_iso2: text.optional(),
  ip_address: upTo(30).optional(),
  ip_address_v6: upTo(39).optional(),
  items_shipped: count.optional(),
  items_total: count.optional(),
  order_is_digital: flag.optional(),
  payment_method: text.optional(),
  payment_provider_id: z.union([z.string(), z.number()]).optional(),
  staff_notes: upTo(65_535).optional(),
  status_id: whole.min(0).max(14).optional(),
  tax_provider_id: text.optional(),
  fees: z.array(fee).optional(),
};

const billing = input({ ...addressShape, form_fields: formFields });

/** Lines go to addresses by `products` and `shipping_addresses`, or are picked up by `consignments`: never both. */
export const orderInput = input(
  {
    ...common,
    billing_address: billing,
    default_currency_code: z.string().length(3).optional(),
    products: z
      .array(z.union([catalogLine, customLine]))
      .min(1)
      .optional(),
    shipping_addresses: several(shippingAddress).optional(),
    consignments: input({ pickups: z.array(pickup).min(1) }).optional(),
  },
  { readOnly: [...readOnly, 'is_deleted'] },
)
  .refine(({ products, consignments }) => (products === undefined) !== (consignments === undefined), {
    error: 'give either products or consignments',
    path: ['products'],
  })
  .refine(({ consignments, shipping_addresses }) => consignments === undefined || shipping_addresses === undefined, {
    error: 'what is picked up has no shipping addresses',
    path: ['shipping_addresses'],
  });

export const orderChanges = input(
  {
    ...common,
    /** True archives the order, false brings it back. */
    is_deleted: flag.optional(),
    billing_address: billing.optional(),
    products: z.array(changedLine).optional(),
    shipping_addresses: z.array(input({ ...shippingAddress.shape, id: id.optional() })).optional(),
    fees: z.array(input({ ...fee.shape, id: id.optional() })).optional(),
  },
  { readOnly: [...readOnly, 'default_currency_code'] },
);

export const shippingAddressChanges = shippingAddress;
