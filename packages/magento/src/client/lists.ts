import type { z } from 'zod';
import * as catalog from '../input/catalog-columns.js';
import * as sales from '../input/sales-columns.js';
import * as shop from '../input/shop-columns.js';
import { attributeGroupSchema, attributeSchema, attributeSetSchema } from '../native/attribute.js';
import { bulkRowSchema } from '../native/bulk.js';
import { cartSchema, returnSchema } from '../native/cart.js';
import { categoryRecordSchema } from '../native/category.js';
import { cmsBlockSchema, cmsPageSchema } from '../native/content.js';
import { creditMemoRecordSchema } from '../native/credit-memo.js';
import { customerGroupSchema, customerRecordSchema } from '../native/customer.js';
import { orderRecordSchema } from '../native/order.js';
import { orderItemRecordSchema } from '../native/order-item.js';
import { productRecordSchema } from '../native/product.js';
import { couponSchema, salesRuleSchema } from '../native/promotion.js';
import { shipmentRecordSchema } from '../native/shipment.js';
import { sourceItemRecordSchema, sourceRecordSchema, stockSchema, stockSourceLinkSchema } from '../native/stock.js';
import { taxClassSchema, taxRateRecordSchema, taxRuleRecordSchema } from '../native/tax.js';
import { invoiceRecordSchema, transactionRecordSchema } from '../native/transaction.js';
import type { Api, Raw } from './api.js';
import type { ColumnOf, Columns } from './columns.js';
import { createRecords, type Records, type RecordsOptions } from './records.js';

const define = <Schema extends z.ZodType, Own extends Columns>(options: Omit<RecordsOptions<Schema, Own>, 'name'>) =>
  options;

/** Every list with search criteria: its address, the column that is unique, and what that is called in the records. */
const definitions = {
  orders: define({ path: 'V1/orders', key: 'entity_id', schema: orderRecordSchema, columns: sales.orderColumns }),
  orderItems: define({
    path: 'V1/orders/items',
    key: 'item_id',
    schema: orderItemRecordSchema,
    columns: sales.orderItemColumns,
  }),
  invoices: define({
    path: 'V1/invoices',
    key: 'entity_id',
    schema: invoiceRecordSchema,
    columns: sales.invoiceColumns,
  }),
  creditMemos: define({
    path: 'V1/creditmemos',
    single: 'V1/creditmemo',
    key: 'entity_id',
    schema: creditMemoRecordSchema,
    columns: sales.creditMemoColumns,
  }),
  shipments: define({
    path: 'V1/shipments',
    single: 'V1/shipment',
    key: 'entity_id',
    schema: shipmentRecordSchema,
    columns: sales.shipmentColumns,
  }),
  transactions: define({
    path: 'V1/transactions',
    key: 'transaction_id',
    schema: transactionRecordSchema,
    columns: sales.transactionColumns,
  }),
  customers: define({
    path: 'V1/customers/search',
    single: 'V1/customers',
    key: 'entity_id',
    idField: 'id',
    schema: customerRecordSchema,
    columns: shop.customerColumns,
  }),
  customerGroups: define({
    path: 'V1/customerGroups/search',
    single: 'V1/customerGroups',
    key: 'id',
    schema: customerGroupSchema,
    columns: shop.customerGroupColumns,
  }),
  products: define({
    path: 'V1/products',
    key: 'entity_id',
    idField: 'id',
    schema: productRecordSchema,
    columns: catalog.productColumns,
  }),
  attributes: define({
    path: 'V1/products/attributes',
    key: 'attribute_id',
    schema: attributeSchema,
    columns: catalog.attributeColumns,
  }),
  attributeSets: define({
    path: 'V1/products/attribute-sets/sets/list',
    single: 'V1/products/attribute-sets',
    key: 'attribute_set_id',
    schema: attributeSetSchema,
    columns: catalog.attributeSetColumns,
  }),
  attributeGroups: define({
    path: 'V1/products/attribute-sets/groups/list',
    key: 'attribute_group_id',
    schema: attributeGroupSchema,
    columns: catalog.attributeGroupColumns,
  }),
  categories: define({
    path: 'V1/categories/list',
    single: 'V1/categories',
    key: 'entity_id',
    idField: 'id',
    schema: categoryRecordSchema,
    columns: catalog.categoryColumns,
  }),
  sources: define({
    path: 'V1/inventory/sources',
    key: 'source_code',
    schema: sourceRecordSchema,
    columns: catalog.sourceColumns,
  }),
  sourceItems: define({
    path: 'V1/inventory/source-items',
    key: 'sku',
    // The id by which the shop itself sorts them is not shown.
    within: 'source_code',
    schema: sourceItemRecordSchema,
    columns: catalog.sourceItemColumns,
  }),
  stocks: define({ path: 'V1/inventory/stocks', key: 'stock_id', schema: stockSchema, columns: catalog.stockColumns }),
  stockSourceLinks: define({
    path: 'V1/inventory/stock-source-links',
    key: 'stock_id',
    within: 'source_code',
    schema: stockSourceLinkSchema,
    columns: catalog.stockSourceLinkColumns,
  }),
  salesRules: define({
    path: 'V1/salesRules/search',
    single: 'V1/salesRules',
    key: 'rule_id',
    schema: salesRuleSchema,
    columns: shop.salesRuleColumns,
  }),
  coupons: define({
    path: 'V1/coupons/search',
    single: 'V1/coupons',
    key: 'coupon_id',
    schema: couponSchema,
    columns: shop.couponColumns,
  }),
  taxRates: define({
    path: 'V1/taxRates/search',
    single: 'V1/taxRates',
    key: 'tax_calculation_rate_id',
    idField: 'id',
    schema: taxRateRecordSchema,
    columns: shop.taxRateColumns,
  }),
  taxRules: define({
    path: 'V1/taxRules/search',
    single: 'V1/taxRules',
    key: 'tax_calculation_rule_id',
    idField: 'id',
    schema: taxRuleRecordSchema,
    columns: shop.taxRuleColumns,
  }),
  taxClasses: define({
    path: 'V1/taxClasses/search',
    single: 'V1/taxClasses',
    key: 'class_id',
    schema: taxClassSchema,
    columns: shop.taxClassColumns,
  }),
  cmsPages: define({
    path: 'V1/cmsPage/search',
    single: 'V1/cmsPage',
    key: 'page_id',
    idField: 'id',
    schema: cmsPageSchema,
    columns: shop.cmsPageColumns,
  }),
  cmsBlocks: define({
    path: 'V1/cmsBlock/search',
    single: 'V1/cmsBlock',
    key: 'block_id',
    idField: 'id',
    schema: cmsBlockSchema,
    columns: shop.cmsBlockColumns,
  }),
  categoryAttributes: define({
    path: 'V1/categories/attributes',
    key: 'attribute_id',
    schema: attributeSchema,
    columns: catalog.attributeColumns,
  }),
  carts: define({
    path: 'V1/carts/search',
    single: 'V1/carts',
    key: 'entity_id',
    idField: 'id',
    schema: cartSchema,
    columns: shop.cartColumns,
  }),
  returns: define({ path: 'V1/returns', key: 'entity_id', schema: returnSchema, columns: shop.returnColumns }),
  bulks: define({ path: 'V1/bulk', key: 'id', schema: bulkRowSchema, columns: shop.bulkColumns }),
};

type Definitions = typeof definitions;
type OptionsOf<Name extends keyof Definitions> = Definitions[Name];

export type ListName = keyof Definitions;
export type ItemOf<Name extends ListName> =
  OptionsOf<Name> extends { readonly schema: infer Schema extends z.ZodType } ? Raw<z.output<Schema>> : never;
export type FieldOf<Name extends ListName> =
  OptionsOf<Name> extends { readonly columns: infer Own } ? ColumnOf<Own> : never;

/** Each list of the shop by its name, as far as it can be read. */
export type Lists = { readonly [Name in ListName]: Records<ItemOf<Name>, FieldOf<Name>> };

export function createLists(api: Api): Lists {
  const entries = Object.entries(definitions).map(([name, options]) => [
    name,
    createRecords(api, { name, ...(options as Omit<RecordsOptions<z.ZodType, Columns>, 'name'>) }),
  ]);
  return Object.fromEntries(entries) as Lists;
}
