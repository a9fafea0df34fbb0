import type { customerGroups, TaxRate, TaxRule, taxClasses } from '../shop/taxes.js';
import type { Body } from './body.js';

export const taxRateBody = (rate: TaxRate): Body => ({
  id: rate.id,
  tax_country_id: rate.countryId,
  tax_region_id: rate.regionId,
  ...(rate.regionName === null ? {} : { region_name: rate.regionName }),
  tax_postcode: '*',
  rate: rate.percent,
  code: rate.code,
  titles: [{ store_id: '1', value: rate.title }],
});

export const taxRuleBody = (rule: TaxRule): Body => ({
  id: rule.id,
  code: rule.code,
  priority: rule.priority,
  position: 0,
  customer_tax_class_ids: rule.customerClassIds,
  product_tax_class_ids: rule.productClassIds,
  tax_rate_ids: rule.rateIds,
  calculate_subtotal: false,
});

export const taxClassBody = ({ id, name, type }: (typeof taxClasses)[number]): Body => ({
  class_id: id,
  class_name: name,
  class_type: type,
});

export const customerGroupBody = (group: (typeof customerGroups)[number]): Body => ({
  id: group.id,
  code: group.code,
  tax_class_id: group.taxClassId,
  tax_class_name: group.taxClassName,
});
