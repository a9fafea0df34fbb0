import { columns } from '../client/columns.js';

/** Attributes of the shop are columns as well, by their codes. */
export const customerColumns = columns(
  {
    number: ['entity_id group_id website_id store_id gender default_billing default_shipping'],
    text: ['email firstname middlename lastname prefix suffix taxvat created_in confirmation'],
    flag: ['is_active disable_auto_group_change'],
    instant: ['created_at updated_at'],
    day: ['dob'],
  },
  {
    isOpen: true,
    impossible: { id: 'the column is called entity_id', addresses: 'the shop does not filter by what is in them' },
  },
);

export const customerGroupColumns = columns({ number: ['id tax_class_id'], text: ['code'] });

export const salesRuleColumns = columns({
  number: [
    'rule_id uses_per_customer uses_per_coupon sort_order discount_amount discount_qty discount_step times_used coupon_type',
  ],
  text: ['name description simple_action'],
  flag: ['is_active stop_rules_processing is_advanced apply_to_shipping is_rss use_auto_generation'],
  day: ['from_date to_date'],
});

export const couponColumns = columns({
  number: ['coupon_id rule_id usage_limit usage_per_customer times_used type'],
  text: ['code'],
  flag: ['is_primary'],
  instant: ['created_at expiration_date'],
});

export const taxRateColumns = columns(
  {
    number: ['tax_calculation_rate_id tax_region_id rate zip_from zip_to'],
    text: ['code tax_country_id tax_postcode region_name'],
    flag: ['zip_is_range'],
  },
  { impossible: { id: 'the column is called tax_calculation_rate_id' } },
);

export const taxRuleColumns = columns(
  {
    number: [
      'tax_calculation_rule_id priority position tax_rate_ids customer_tax_class_ids product_tax_class_ids',
      'tax_calculation_rate_id cd.customer_tax_class_id cd.product_tax_class_id rate.tax_calculation_rate_id',
    ],
    text: ['code'],
    flag: ['calculate_subtotal'],
  },
  { impossible: { id: 'the column is called tax_calculation_rule_id' } },
);

export const taxClassColumns = columns({ number: ['class_id'], text: ['class_name class_type'] });

export const cmsPageColumns = columns(
  {
    number: ['page_id store_id sort_order'],
    text: ['identifier title page_layout meta_title meta_keywords meta_description content_heading content'],
    flag: ['is_active'],
    instant: ['creation_time update_time'],
  },
  { impossible: { id: 'the column is called page_id', active: 'the column is called is_active' } },
);

export const cmsBlockColumns = columns(
  {
    number: ['block_id store_id'],
    text: ['identifier title content'],
    flag: ['is_active'],
    instant: ['creation_time update_time'],
  },
  { impossible: { id: 'the column is called block_id', active: 'the column is called is_active' } },
);

/** Of `quote`; a cart that is not active was ordered. */
export const cartColumns = columns(
  {
    number: [
      'entity_id store_id customer_id customer_group_id items_count items_qty orig_order_id grand_total base_grand_total',
      'subtotal base_subtotal',
    ],
    text: ['customer_email customer_firstname customer_lastname reserved_order_id coupon_code quote_currency_code'],
    flag: ['is_active is_virtual customer_is_guest'],
    instant: ['created_at updated_at converted_at'],
  },
  { impossible: { id: 'the column is called entity_id' } },
);

export const returnColumns = columns({
  number: ['entity_id order_id store_id customer_id'],
  text: ['increment_id order_increment_id status'],
  instant: ['date_requested order_date'],
});

export const bulkColumns = columns({
  number: ['id status user_id user_type operation_status'],
  text: ['bulk_uuid topic_name'],
  instant: ['start_time started_at'],
});
