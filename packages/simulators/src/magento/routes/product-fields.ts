/** What the parts of a product take, as the platform's schema has them. */

export const linkFields = {
  sku: 'text',
  link_type: 'text',
  linked_product_sku: 'text',
  linked_product_type: 'text',
  position: 'int',
  extension_attributes: { qty: 'number' },
} as const;

export const optionFields = {
  product_sku: 'text',
  option_id: 'int',
  title: 'text',
  type: 'text',
  sort_order: 'int',
  is_require: 'flag',
  price: 'number',
  price_type: 'text',
  sku: 'text',
  file_extension: 'text',
  max_characters: 'int',
  image_size_x: 'int',
  image_size_y: 'int',
  values: [
    { title: 'text', sort_order: 'int', price: 'number', price_type: 'text', sku: 'text', option_type_id: 'int' },
  ],
  extension_attributes: {},
} as const;

export const mediaFields = {
  id: 'int',
  media_type: 'text',
  label: 'text',
  position: 'int',
  disabled: 'flag',
  types: ['text'],
  file: 'text',
  content: { base64_encoded_data: 'text', type: 'text', name: 'text' },
  extension_attributes: { video_content: 'any' },
} as const;

export const tierPriceFields = {
  customer_group_id: 'int',
  qty: 'number',
  value: 'number',
  extension_attributes: { percentage_value: 'number', website_id: 'int' },
} as const;

export const configurableOptionFields = {
  id: 'int',
  attribute_id: 'text',
  label: 'text',
  position: 'int',
  is_use_default: 'flag',
  values: [{ value_index: 'int', extension_attributes: {} }],
  extension_attributes: {},
  product_id: 'int',
} as const;

export const bundleOptionFields = {
  option_id: 'int',
  title: 'text',
  required: 'flag',
  type: 'text',
  position: 'int',
  sku: 'text',
  product_links: [
    {
      id: 'text',
      sku: 'text',
      option_id: 'int',
      qty: 'number',
      position: 'int',
      is_default: 'flag',
      price: 'number',
      price_type: 'int',
      can_change_quantity: 'int',
      extension_attributes: {},
    },
  ],
  extension_attributes: {},
} as const;

export const stockItemFields = {
  item_id: 'int',
  product_id: 'int',
  stock_id: 'int',
  qty: 'number',
  is_in_stock: 'flag',
  is_qty_decimal: 'flag',
  show_default_notification_message: 'flag',
  use_config_min_qty: 'flag',
  min_qty: 'number',
  use_config_min_sale_qty: 'int',
  min_sale_qty: 'number',
  use_config_max_sale_qty: 'flag',
  max_sale_qty: 'number',
  use_config_backorders: 'flag',
  backorders: 'int',
  use_config_notify_stock_qty: 'flag',
  notify_stock_qty: 'number',
  use_config_qty_increments: 'flag',
  qty_increments: 'number',
  use_config_enable_qty_inc: 'flag',
  enable_qty_increments: 'flag',
  use_config_manage_stock: 'flag',
  manage_stock: 'flag',
  low_stock_date: 'text',
  is_decimal_divided: 'flag',
  stock_status_changed_auto: 'int',
  extension_attributes: {},
} as const;

export const customAttributeFields = [{ attribute_code: 'text', value: 'any' }] as const;

export const productFields = {
  id: 'int',
  sku: 'text',
  name: 'text',
  attribute_set_id: 'int',
  price: 'number',
  status: 'int',
  visibility: 'int',
  type_id: 'text',
  created_at: 'text',
  updated_at: 'text',
  weight: 'number',
  extension_attributes: {
    website_ids: ['int'],
    category_links: [{ position: 'int', category_id: 'text', extension_attributes: {} }],
    stock_item: stockItemFields,
    configurable_product_options: [configurableOptionFields],
    configurable_product_links: ['int'],
    bundle_product_options: [bundleOptionFields],
  },
  product_links: [linkFields],
  options: [optionFields],
  media_gallery_entries: [mediaFields],
  tier_prices: [tierPriceFields],
  custom_attributes: customAttributeFields,
} as const;
