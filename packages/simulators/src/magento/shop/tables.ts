import type { Body } from '../bodies/body.js';
import { categoryRow } from '../bodies/category.js';
import { sourceBody, stockBody } from '../bodies/stock.js';
import { customerGroupBody, taxClassBody, taxRateBody, taxRuleBody } from '../bodies/tax.js';
import { categories } from './categories.js';
import { categoryAttributeBodies } from './category-attributes.js';
import { productAttributeBodies } from './product-attributes.js';
import { couponBodies, salesRuleBodies } from './promotions.js';
import { sources, stocks } from './stock.js';
import { createTable, type Table } from './table.js';
import { customerGroups, taxClasses, taxRates, taxRules } from './taxes.js';

/** What the merchant sets up and can change; past orders were made with what the shop began with. */
export interface Tables {
  readonly sources: Table;
  readonly stocks: Table;
  readonly sourceLinks: Table;
  readonly taxRates: Table;
  readonly taxRules: Table;
  readonly taxClasses: Table;
  readonly customerGroups: Table;
  readonly categories: Table;
  /** Attributes of products, by code. */
  readonly attributes: Table;
  readonly categoryAttributes: Table;
  readonly attributeSets: Table;
  readonly attributeGroups: Table;
  readonly salesRules: Table;
  readonly coupons: Table;
  readonly cmsPages: Table;
  readonly cmsBlocks: Table;
}

const sourceLinks = stocks.flatMap(stock =>
  stock.sourceCodes.map((code, index) => ({ stock_id: stock.id, source_code: code, priority: index + 1 })),
);

const cmsRow = (id: number, identifier: string, title: string): Body => ({
  id,
  identifier,
  title,
  content: `<p>${title}</p>`,
  creation_time: '2025-06-01 00:00:00',
  update_time: '2025-06-01 00:00:00',
  active: true,
});

export const createTables = (): Tables => ({
  sources: createTable('source_code', sources.map(sourceBody)),
  stocks: createTable('stock_id', stocks.map(stockBody)),
  sourceLinks: createTable(
    'link_id',
    sourceLinks.map((link, index) => ({ link_id: index + 1, ...link })),
  ),
  taxRates: createTable('id', taxRates.map(taxRateBody)),
  taxRules: createTable('id', taxRules.map(taxRuleBody)),
  taxClasses: createTable('class_id', taxClasses.map(taxClassBody)),
  customerGroups: createTable('id', customerGroups.map(customerGroupBody)),
  categories: createTable('id', categories.map(categoryRow)),
  categoryAttributes: createTable('attribute_code', categoryAttributeBodies()),
  attributes: createTable('attribute_code', productAttributeBodies()),
  attributeSets: createTable('attribute_set_id', [
    { attribute_set_id: 4, attribute_set_name: 'Default', sort_order: 1, entity_type_id: 4 },
    { attribute_set_id: 9, attribute_set_name: 'Apparel', sort_order: 2, entity_type_id: 4 },
  ]),
  salesRules: createTable('rule_id', salesRuleBodies()),
  coupons: createTable('coupon_id', couponBodies()),
  cmsPages: createTable('id', [
    cmsRow(1, 'no-route', '404 Not Found'),
    cmsRow(2, 'home', 'Home Page'),
    cmsRow(3, 'privacy-policy', 'Privacy Policy'),
  ]),
  cmsBlocks: createTable('id', [cmsRow(1, 'footer-links', 'Footer Links'), cmsRow(2, 'contact-us', 'Contact us')]),
  attributeGroups: createTable('attribute_group_id', [
    { attribute_group_id: '7', attribute_group_name: 'Product Details', attribute_set_id: 4 },
    { attribute_group_id: '24', attribute_group_name: 'Product Details', attribute_set_id: 9 },
  ]),
});
