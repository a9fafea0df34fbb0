import { anything, type Fields, fixed, flag, list, needed, number, object, text, whole } from '../../records/fields.js';

const readOnly = [
  'id',
  'date_modified',
  'date_shipped',
  'cart_id',
  'status',
  'custom_status',
  'subtotal_tax',
  'shipping_cost_tax',
  'shipping_cost_tax_class_id',
  'handling_cost_tax',
  'handling_cost_tax_class_id',
  'wrapping_cost_tax',
  'wrapping_cost_tax_class_id',
  'payment_status',
  'store_credit_amount',
  'gift_certificate_amount',
  'currency_id',
  'currency_code',
  'currency_exchange_rate',
  'default_currency_id',
  'store_default_currency_code',
  'store_default_to_transactional_exchange_rate',
  'coupon_discount',
  'coupons',
  'shipping_address_count',
  'total_tax',
  'is_tax_inclusive_pricing',
  'is_email_opt_in',
  'credit_card_type',
] as const;

const amounts = [
  'base_handling_cost',
  'base_shipping_cost',
  'base_wrapping_cost',
  'discount_amount',
  'handling_cost_ex_tax',
  'handling_cost_inc_tax',
  'refunded_amount',
  'shipping_cost_ex_tax',
  'shipping_cost_inc_tax',
  'subtotal_ex_tax',
  'subtotal_inc_tax',
  'total_ex_tax',
  'total_inc_tax',
  'wrapping_cost_ex_tax',
  'wrapping_cost_inc_tax',
] as const;

const texts = [
  'customer_locale',
  'customer_message',
  'date_created',
  'ebay_order_id',
  'external_id',
  'external_merchant_id',
  'external_order_id',
  'external_source',
  'geoip_country',
  'geoip_country_iso2',
  'order_source',
  'payment_method',
  'staff_notes',
  'tax_provider_id',
] as const;

const named = <T>(names: readonly string[], field: T) => Object.fromEntries(names.map(name => [name, field]));

export const changeableOrderFields: Fields = {
  ...named(readOnly, fixed()),
  ...named(amounts, number()),
  ...named(texts, text()),
  default_currency_code: fixed(),
  billing_address: object(),
  channel_id: whole(1),
  consignments: object(),
  customer_id: whole(0),
  fees: list(),
  ip_address: text(30),
  ip_address_v6: text(39),
  is_deleted: flag(),
  items_shipped: whole(0),
  items_total: whole(0),
  order_is_digital: flag(),
  payment_provider_id: anything(),
  products: list(128),
  shipping_addresses: list(4),
  status_id: whole(0, 14),
};

export const orderFields: Fields = {
  ...changeableOrderFields,
  billing_address: needed(object()),
  default_currency_code: text(3),
};

const shipment: Fields = {
  id: fixed(),
  order_id: fixed(),
  customer_id: fixed(),
  date_created: fixed(),
  billing_address: fixed(),
  shipping_address: fixed(),
  shipping_provider_display_name: fixed(),
  generated_tracking_link: fixed(),
  tracking_number: text(50),
  tracking_link: text(500),
  merchant_shipping_cost: number(),
  shipping_method: text(),
  shipping_provider: text(),
  tracking_carrier: text(),
  comments: text(),
};

export const shipmentFields: Fields = { ...shipment, order_address_id: needed(whole(1)), items: needed(list()) };
/** What has been packed stays in its parcel. */
export const changeableShipmentFields: Fields = { ...shipment, order_address_id: whole(1), items: fixed() };

export const shippingAddressFields: Fields = {
  id: fixed(),
  order_id: fixed(),
  items_total: fixed(),
  items_shipped: fixed(),
  shipping_quotes: fixed(),
  shipping_zone_id: fixed(),
  shipping_zone_name: fixed(),
  form_fields: list(),
  ...named(
    [
      'first_name',
      'last_name',
      'company',
      'street_1',
      'street_2',
      'city',
      'state',
      'zip',
      'country',
      'country_iso2',
      'phone',
      'email',
      'shipping_method',
    ],
    text(255),
  ),
};
