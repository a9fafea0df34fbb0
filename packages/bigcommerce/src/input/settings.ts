import { input } from '@cartograph/connector-kit';
import { z } from 'zod';
import { count, flag, id, oneOf, text } from './kinds.js';

const addresses = input({ email_addresses: z.array(z.email()) });

export const orderSettingsChanges = input({
  notifications: input({ order_placed: addresses.optional(), forward_invoice: addresses.optional() }),
});

const customerGroups = input({ guest_customer_group_id: id.optional(), default_customer_group_id: id.optional() });
const privacy = input({ ask_shopper_for_tracking_consent: flag.optional(), policy_url: text.optional() });

export const customerSettingsChanges = input({
  privacy_settings: privacy.optional(),
  customer_group_settings: customerGroups.optional(),
});
export const customerChannelSettingsChanges = input({
  ...customerSettingsChanges.shape,
  allow_global_logins: flag.optional(),
});

/** An inventory-like group of switches. */
const switches = <const Names extends readonly string[]>(...names: Names) =>
  Object.fromEntries(names.map(name => [name, flag.optional()])) as Record<Names[number], z.ZodOptional<z.ZodBoolean>>;

const productSort = oneOf(
  'featured',
  'bestselling',
  'newest',
  'alphaasc',
  'alphadesc',
  'pricedesc',
  'priceasc',
  'avgcustomerreview',
  'relevance',
);

/** By the place below `/v3/settings`; all fields are optional unless the platform takes them only together. */
export const settingsChanges = {
  catalog: input(switches('auto_approve_reviews', 'enable_product_comparisons')),
  'email-statuses': input(
    switches(
      'abandoned_cart_email',
      'account_details_changed_email',
      'combined_order_status_email',
      'create_account_email',
      'create_guest_account_email',
      'gift_certificate_email',
      'invoice_email',
      'order_message_notification_email',
      'product_review_email',
      'return_confirmation_email',
      'return_statuschange_email',
    ),
  ),
  inventory: input({
    ...switches(
      'edit_order_stock_adjustment',
      'refund_order_stock_adjustment',
      'hide_in_product_filtering',
      'show_pre_order_stock_levels',
      'show_out_of_stock_message',
    ),
    product_out_of_stock_behavior: oneOf(
      'do_nothing',
      'hide_product',
      'hide_product_and_accessible',
      'hide_product_and_redirect',
    ).optional(),
    option_out_of_stock_behavior: oneOf('do_nothing', 'hide_option', 'label_option').optional(),
    update_stock_behavior: oneOf('order_placed', 'order_completed_or_shipped').optional(),
    stock_level_display: oneOf('dont_show', 'show', 'show_when_low').optional(),
    default_out_of_stock_message: text.optional(),
  }),
  'inventory/notifications': input({
    low_stock_notification_address: z.array(text).optional(),
    out_of_stock_notification_address: z.array(text).optional(),
  }),
  logo: input({ logo_text: text.optional(), type: oneOf('image', 'text').optional() }),
  'store/locale': input({
    default_shopper_language: text,
    shopper_language_selection_method: oneOf('browser', 'default_shopper_language').optional(),
    store_country: text.optional(),
  }),
  'store/profile': input({
    store_address: text.optional(),
    store_address_type: oneOf('Home Office', 'Commercial Office', 'Retail', 'Warehouse').optional(),
    store_email: text.optional(),
    store_name: text.optional(),
    store_phone: text.optional(),
  }),
  'store/units-of-measurement': input({
    weight_measurement: oneOf('LBS', 'Ounces', 'KGS', 'Grams', 'Tonnes').optional(),
    length_measurement: oneOf('Inches', 'Centimeters').optional(),
    decimal_token: text.optional(),
    thousands_token: text.optional(),
    decimal_places: count.optional(),
    factoring_dimension: oneOf('depth', 'height', 'width').optional(),
  }),
  'storefront/category': input({
    category_tree_depth: count.min(1).max(8).optional(),
    default_product_sort: productSort.optional(),
    listing_mode: oneOf('current_category_only', 'child_categories', 'child_categories_if_category_empty').optional(),
  }),
  'storefront/product': input({
    ...switches(
      'show_product_price',
      'show_product_sku',
      'show_product_weight',
      'show_product_brand',
      'show_product_shipping',
      'show_product_rating',
      'show_add_to_cart_link',
      'show_add_to_cart_qty_box',
      'show_add_to_wishlist',
      'hide_price_from_guests',
    ),
    default_preorder_message: text.optional(),
    show_breadcrumbs_product_pages: oneOf('show_one', 'show_none').optional(),
  }),
  'storefront/robotstxt': input({ robots_txt_ssl: text }),
  'storefront/search': input({
    content_product_sort: oneOf('relevance', 'alphaasc', 'alphadesc'),
    default_product_sort: productSort,
    product_filtering_enabled: flag,
    search_suggest: flag,
  }),
  'storefront/security': input({
    csp_header: input({ enabled: flag.optional(), header_value: text.optional() }).optional(),
    hsts: input({
      ...switches('enabled', 'include_preload', 'include_subdomains'),
      max_age: oneOf('zero_seconds', 'five_minutes', 'one_year').optional(),
    }).optional(),
    sitewide_https_enabled: flag.optional(),
    x_frame_options_header: input({
      allowed_url: text.optional(),
      enabled: flag.optional(),
      setting: oneOf('deny', 'same_origin', 'allow_from_url').optional(),
    }).optional(),
  }),
  'storefront/seo': input({
    meta_description: text.optional(),
    meta_keywords: text.optional(),
    page_title: text.optional(),
    www_redirect: oneOf('www', 'no-www', 'none').optional(),
  }),
  'storefront/status': input({
    down_for_maintenance_message: text.optional(),
    prelaunch_message: text.optional(),
    prelaunch_password: text.optional(),
  }),
} as const;

/** Which of its trackers a store uses; one at a time. */
export const analyticsChanges = input({
  code: text.optional(),
  data_tag_enabled: flag.optional(),
  enabled: flag.optional(),
  name: text.optional(),
  version: z.number().optional(),
});
