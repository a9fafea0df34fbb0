import { columns } from '../client/columns.js';

/** Attributes of the shop are columns as well, by their codes. */
export const productColumns = columns(
  {
    number: [
      'entity_id attribute_set_id category_id website_id store_id price special_price cost weight status visibility',
      'tax_class_id',
    ],
    text: ['sku type_id name url_key description short_description meta_title manufacturer color'],
    instant: ['created_at updated_at'],
    day: ['special_from_date special_to_date news_from_date news_to_date'],
  },
  {
    isOpen: true,
    impossible: {
      id: 'the column is called entity_id',
      qty: 'products are not listed by stock: search the source items',
      stock_item: 'products are not listed by stock: search the source items',
      extension_attributes: 'the shop does not filter by them',
      custom_attributes: 'name the attribute itself',
    },
  },
);

export const categoryColumns = columns(
  {
    number: ['entity_id parent_id level position children_count'],
    text: ['path name url_key'],
    flag: ['is_active include_in_menu'],
    instant: ['created_at updated_at'],
  },
  { isOpen: true, impossible: { id: 'the column is called entity_id' } },
);

export const attributeColumns = columns({
  number: ['attribute_id entity_type_id position'],
  text: [
    'attribute_code frontend_input frontend_label backend_type backend_model source_model frontend_class default_value note',
  ],
  flag: [
    'is_required is_user_defined is_unique is_visible is_searchable is_comparable is_filterable is_filterable_in_search',
    'is_global is_used_for_promo_rules is_visible_on_front used_in_product_listing used_for_sort_by is_html_allowed_on_front',
    'is_visible_in_advanced_search is_used_in_grid is_filterable_in_grid is_visible_in_grid is_wysiwyg_enabled',
  ],
});

/** `entity_type_id` is 4 for products. */
export const attributeSetColumns = columns({
  number: ['attribute_set_id entity_type_id sort_order'],
  text: ['attribute_set_name entity_type_code'],
});

export const attributeGroupColumns = columns({
  number: ['attribute_group_id attribute_set_id sort_order default_id'],
  text: ['attribute_group_name attribute_group_code tab_group_code'],
});

export const sourceColumns = columns({
  number: ['region_id latitude longitude'],
  text: ['source_code name description contact_name email phone fax country_id region city street postcode'],
  flag: ['enabled use_default_carrier_config is_pickup_location_active'],
});

/** Source items have no times. */
export const sourceItemColumns = columns(
  { number: ['source_item_id quantity status'], text: ['sku source_code'] },
  { impossible: { updated_at: 'source items have no times', created_at: 'source items have no times' } },
);

export const stockColumns = columns({ number: ['stock_id'], text: ['name'] });

export const stockSourceLinkColumns = columns({ number: ['link_id stock_id priority'], text: ['source_code'] });
