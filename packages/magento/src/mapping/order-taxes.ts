import { amount, amountOrZero, mapper, optionalAmount, text } from '@cartograph/connector-kit';
import { type Decimal, isZero, sum, type TaxAllocation } from '@cartograph/core';
import type { NativeAppliedTax, NativeOrder } from '../native/order.js';

/** The rate is the effective one: of rates that compound, the lower levels are in it. */
export const toTaxAllocation = mapper<NativeAppliedTax, TaxAllocation, unknown>({
  componentId: tax => text(tax.code),
  name: tax => text(tax.title),
  rate: tax => optionalAmount(tax.percent),
  amount: tax => amount(tax.amount),
});

/** The taxes on one kind of thing; for products, on some rows. What is untaxed stands there with zero amounts. */
export function appliedTaxes(order: NativeOrder, type: string, itemIds?: readonly string[]): NativeAppliedTax[] {
  return (order.extension_attributes?.item_applied_taxes ?? [])
    .filter(entry => text(entry.type) === type && (itemIds?.includes(text(entry.item_id) ?? '') ?? true))
    .flatMap(entry => entry.applied_taxes ?? [])
    .filter(tax => !isZero(amountOrZero(tax.amount)));
}

export const taxAmount = (taxes: readonly NativeAppliedTax[]): Decimal =>
  sum(taxes.map(tax => amountOrZero(tax.amount)));
