import type { Body } from '../bodies/body.js';
import { categoryBody } from '../bodies/category.js';
import { customerBody } from '../bodies/customer.js';
import { attributeSetOf, productBody } from '../bodies/product.js';
import { sourceItemBody } from '../bodies/stock.js';
import { storeViewBody, websiteBody } from '../bodies/store.js';
import { stamp } from '../clock.js';
import type { Collection } from '../protocol/collection.js';
import type { Customer } from '../shop/customers.js';
import type { Product } from '../shop/product.js';
import type { Shop } from '../shop/shop.js';
import type { SourceItem } from '../shop/stock.js';
import { type StoreView, storeViews, type Website, websites } from '../shop/stores.js';
import type { Table } from '../shop/table.js';

export interface ShopCollections {
  readonly customers: Collection<Customer>;
  readonly customerGroups: Collection<Body>;
  readonly products: Collection<Product>;
  readonly categories: Collection<Body>;
  readonly attributes: Collection<Body>;
  readonly categoryAttributes: Collection<Body>;
  readonly attributeSets: Collection<Body>;
  readonly salesRules: Collection<Body>;
  readonly coupons: Collection<Body>;
  readonly cmsPages: Collection<Body>;
  readonly cmsBlocks: Collection<Body>;
  readonly attributeGroups: Collection<Body>;
  readonly sources: Collection<Body>;
  readonly sourceItems: Collection<SourceItem>;
  readonly stocks: Collection<Body>;
  readonly sourceLinks: Collection<Body>;
  /** Without the administration’s own, number 0. */
  readonly websites: Collection<Website>;
  readonly storeViews: Collection<StoreView>;
  readonly taxRates: Collection<Body>;
  readonly taxRules: Collection<Body>;
  readonly taxClasses: Collection<Body>;
}

const cmsColumns = ['identifier', 'title', 'active', 'creation_time', 'update_time', 'sort_order', 'page_layout'];

const attributeColumns = [
  'attribute_id',
  'frontend_input',
  'entity_type_id',
  'is_required',
  'is_user_defined',
  'default_frontend_label',
  'backend_type',
  'scope',
];

export function createShopCollections(shop: Shop, floatNoise: boolean): ShopCollections {
  return {
    customers: {
      name: 'customers',
      rows: () => shop.customers,
      id: customer => String(customer.id),
      primaryKey: 'entity_id',
      columns: {
        entity_id: customer => customer.id,
        email: customer => customer.contact.email,
        group_id: customer => customer.groupId,
        store_id: customer => customer.storeId,
        website_id: customer => customer.websiteId,
        created_at: customer => stamp(customer.createdAt),
        updated_at: customer => stamp(customer.updatedAt),
      },
      bodyColumns: ['firstname', 'lastname', 'dob', 'gender', 'taxvat'],
      body: customerBody,
    },
    customerGroups: table('customerGroups', shop.tables.customerGroups, 'id', ['code', 'tax_class_id']),
    products: {
      name: 'products',
      rows: scope =>
        scope ? shop.products.filter(product => product.websiteIds.includes(scope.websiteId)) : shop.products,
      id: product => String(product.id),
      primaryKey: 'entity_id',
      columns: {
        entity_id: product => product.id,
        sku: product => product.sku,
        type_id: product => product.type,
        attribute_set_id: attributeSetOf,
        created_at: product => stamp(product.createdAt),
        updated_at: product => stamp(product.updatedAt),
        category_id: product => product.categoryIds,
        website_id: product => product.websiteIds,
      },
      get bodyColumns() {
        return shop.tables.attributes.rows().map(attribute => String(attribute.attribute_code));
      },
      body: productBody,
      hasNoise: product => floatNoise && product.id % 7 === 0,
    },
    salesRules: table('salesRules', shop.tables.salesRules, 'rule_id', [
      'name',
      'is_active',
      'from_date',
      'to_date',
      'coupon_type',
      'simple_action',
      'sort_order',
    ]),
    coupons: table('coupons', shop.tables.coupons, 'coupon_id', [
      'code',
      'rule_id',
      'type',
      'is_primary',
      'times_used',
      'created_at',
      'expiration_date',
    ]),
    cmsPages: table('cmsPages', shop.tables.cmsPages, 'page_id', cmsColumns),
    cmsBlocks: table('cmsBlocks', shop.tables.cmsBlocks, 'block_id', cmsColumns),
    attributeSets: table('attributeSets', shop.tables.attributeSets, 'attribute_set_id', [
      'attribute_set_name',
      'entity_type_id',
      'sort_order',
    ]),
    attributeGroups: table('attributeGroups', shop.tables.attributeGroups, 'attribute_group_id', [
      'attribute_group_name',
      'attribute_set_id',
    ]),
    categoryAttributes: table('categoryAttributes', shop.tables.categoryAttributes, 'attribute_code', attributeColumns),
    attributes: table('attributes', shop.tables.attributes, 'attribute_code', attributeColumns),
    categories: {
      ...table('categories', shop.tables.categories, 'entity_id', [
        'parent_id',
        'path',
        'level',
        'name',
        'is_active',
        'created_at',
        'updated_at',
        'position',
      ]),
      body: (row, scope) => categoryBody(shop.tables.categories, row, scope),
    },
    sources: table('sources', shop.tables.sources, 'source_code', ['name', 'enabled', 'country_id', 'postcode']),
    sourceItems: simple(
      'sourceItems',
      () => shop.sourceItems,
      item => item.id,
      sourceItemBody,
      'source_item_id',
      ['sku', 'source_code', 'quantity', 'status'],
    ),
    stocks: table('stocks', shop.tables.stocks, 'stock_id', ['name']),
    sourceLinks: {
      ...table('stockSourceLinks', shop.tables.sourceLinks, 'link_id', ['stock_id', 'source_code', 'priority']),
      id: link => `${link.stock_id}/${link.source_code}`,
      body: ({ link_id: _, ...link }) => link,
    },
    websites: simple(
      'websites',
      () => websites,
      website => website.id,
      websiteBody,
      'website_id',
      [],
    ),
    storeViews: simple(
      'storeViews',
      () => storeViews,
      view => view.id,
      storeViewBody,
      'store_id',
      [],
    ),
    taxRates: table('taxRates', shop.tables.taxRates, 'tax_calculation_rate_id', [
      'code',
      'rate',
      'tax_country_id',
      'tax_region_id',
      'tax_postcode',
    ]),
    taxRules: table('taxRules', shop.tables.taxRules, 'tax_calculation_rule_id', ['code', 'priority', 'position']),
    taxClasses: table('taxClasses', shop.tables.taxClasses, 'class_id', ['class_name', 'class_type']),
  };
}

const simple = <Row>(
  name: string,
  rows: () => readonly Row[],
  id: (row: Row) => string | number,
  body: Collection<Row>['body'],
  primaryKey: string,
  bodyColumns: readonly string[],
): Collection<Row> => ({
  name,
  rows,
  id: row => String(id(row)),
  primaryKey,
  columns: { [primaryKey]: id },
  bodyColumns,
  body,
});

const table = (name: string, rows: Table, primaryKey: string, bodyColumns: readonly string[]): Collection<Body> => ({
  name,
  rows: rows.rows,
  id: row => String(row[rows.key]),
  primaryKey,
  columns: { [primaryKey]: row => row[rows.key] as number | string },
  bodyColumns,
  body: row => row,
  find: rows.get,
});
