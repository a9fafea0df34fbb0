import { amount, amountOrZero, derived, mapper, optionalAmount, text } from '@cartograph/connector-kit';
import { type Decimal, isZero, sum, type TaxAllocation } from '@cartograph/core';
import type { NativeAppliedTax, NativeOrder } from '../native/order.js';
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
const taxesIn = (entries: readonly ItemTaxes[]): NativeAppliedTax[] =>
  entries.flatMap(entry => entry.applied_taxes ?? []).filter(tax => !isZero(amountOrZero(tax.amount)));

/** The taxes on one kind of thing: `shipping`, `weee`. */
export const appliedTaxes = (order: NativeOrder, type: string): NativeAppliedTax[] => taxesIn(itemTaxes(order, type));

/** The taxes of each row, by its id. */
export type RowTaxes = (rowIds: readonly string[]) => NativeAppliedTax[];

export function readRowTaxes(order: NativeOrder): RowTaxes {
  const byRow = groupBy(itemTaxes(order, 'product'), entry => text(entry.item_id));
  return rowIds => taxesIn(rowIds.flatMap(rowId => byRow.get(rowId) ?? []));
}

export const taxAmount = (taxes: readonly NativeAppliedTax[]): Decimal =>
  sum(taxes.map(tax => amountOrZero(tax.amount)));
