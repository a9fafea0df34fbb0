import { amount, amountOrZero, derived, mapper, optionalAmount, text } from '@cartograph/connector-kit';
import { type Decimal, isZero, sum, type TaxAllocation } from '@cartograph/core';
import type { NativeAppliedTax, NativeOrder } from '../native/order.js';

/** The rate is the effective one: of rates that compound, the lower levels are in it. */
export const toTaxAllocation = mapper<NativeAppliedTax, TaxAllocation, unknown>({
  componentId: derived('the code of the rate; null for several rates in one', tax => componentId(tax)),
  name: tax => text(tax.title),
  rate: tax => optionalAmount(tax.percent),
  amount: tax => amount(tax.amount),
});

function componentId({ code, extension_attributes }: NativeAppliedTax): string | null {
  const rates = extension_attributes?.rates ?? [];
  return rates.length > 1 ? null : (text(rates[0]?.code) ?? text(code));
}

/** The taxes on one kind of thing; for products, on some rows. What is untaxed stands there with zero amounts. */
export function appliedTaxes(order: NativeOrder, type: string, itemIds?: readonly string[]): NativeAppliedTax[] {
  return (order.extension_attributes?.item_applied_taxes ?? [])
    .filter(entry => text(entry.type) === type && (itemIds?.includes(text(entry.item_id) ?? '') ?? true))
    .flatMap(entry => entry.applied_taxes ?? [])
    .filter(tax => !isZero(amountOrZero(tax.amount)));
}

export const taxAmount = (taxes: readonly NativeAppliedTax[]): Decimal =>
  sum(taxes.map(tax => amountOrZero(tax.amount)));
