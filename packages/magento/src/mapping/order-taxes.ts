import { amount, amountOrZero, derived, id, mapper, optionalAmount, text } from '@cartograph/connector-kit';
import { type Decimal, isZero, sum, type TaxAllocation } from '@cartograph/core';
import type { NativeAppliedTax, NativeOrder } from '../native/order.js';
import type { NativeOrderItem } from '../native/order-item.js';
import { groupBy } from './group-by.js';

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

type ItemTaxes = NonNullable<NonNullable<NativeOrder['extension_attributes']>['item_applied_taxes']>[number];

const itemTaxes = (order: NativeOrder, type: string): ItemTaxes[] =>
  (order.extension_attributes?.item_applied_taxes ?? []).filter(entry => text(entry.type) === type);

/** What is untaxed stands there with zero amounts. */
function taxesIn(entries: readonly ItemTaxes[]): NativeAppliedTax[] {
  const taxes: NativeAppliedTax[] = [];
  for (const { applied_taxes } of entries) {
    for (const tax of applied_taxes ?? []) if (!isZero(amountOrZero(tax.amount))) taxes.push(tax);
  }
  return taxes;
}

/** The taxes on one kind of thing: `shipping`, `weee`. */
export const appliedTaxes = (order: NativeOrder, type: string): NativeAppliedTax[] => taxesIn(itemTaxes(order, type));

/** The taxes of a row. */
export type RowTaxes = (item: NativeOrderItem) => readonly NativeAppliedTax[];

export function readRowTaxes(order: NativeOrder): RowTaxes {
  const byRow = groupBy(itemTaxes(order, 'product'), entry => text(entry.item_id));
  return item => taxesIn(byRow.get(id(item.item_id)) ?? []);
}

export const taxAmount = (taxes: readonly NativeAppliedTax[]): Decimal =>
  sum(taxes.map(tax => amountOrZero(tax.amount)));
