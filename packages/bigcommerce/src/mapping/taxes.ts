import { amount, derived, mapper, optionalAmount, text } from '@cartograph/connector-kit';
import type { TaxAllocation } from '@cartograph/core';
import type { NativeTax } from '../native/order-details.js';
import type { BigCommerceShop } from '../shop.js';

/** That these are ids of the shop's own rates is not documented, so the name has to agree. */
function componentOf(row: NativeTax, { taxComponents = {} }: BigCommerceShop): string | null {
  const name = text(row.name);
  for (const rate of [row.sales_tax_id, row.tax_rate_id]) {
    const component = `${text(rate)}:${text(row.tax_class_id)}`;
    if (name !== null && taxComponents[component] === name) return component;
  }
  return null;
}

export const toTaxAllocation = mapper<NativeTax, TaxAllocation, BigCommerceShop>({
  componentId: derived(
    'the tax rate of its id, class and name, where the shop has one; with a tax provider it has none',
    componentOf,
  ),
  name: row => text(row.name),
  rate: row => optionalAmount(row.rate),
  amount: row => amount(row.line_amount),
});
