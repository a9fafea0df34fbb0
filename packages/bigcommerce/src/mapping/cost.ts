import { isAbsent } from '@cartograph/connector-kit';
import { add, type Decimal, isZero } from '@cartograph/core';
import type { NativeFee } from '../native/order.js';
import { money } from './money.js';

/** Before its discount, save that the tax is after it. */
export interface Cost {
  readonly net: Decimal;
  readonly gross: Decimal;
  readonly tax: Decimal;
}

/** The fields that hold a cost. */
type CostFields<Field extends string> = Readonly<Record<keyof Cost, Field>>;

export const shippingCost = {
  net: 'shipping_cost_ex_tax',
  gross: 'shipping_cost_inc_tax',
  tax: 'shipping_cost_tax',
} as const;
export const handlingCost = {
  net: 'handling_cost_ex_tax',
  gross: 'handling_cost_inc_tax',
  tax: 'handling_cost_tax',
} as const;
export const wrappingCost = {
  net: 'wrapping_cost_ex_tax',
  gross: 'wrapping_cost_inc_tax',
  tax: 'wrapping_cost_tax',
} as const;
/** Of a fee, or of what is sent to one address. */
export const ownCost = { net: 'cost_ex_tax', gross: 'cost_inc_tax', tax: 'cost_tax' } as const;
const respeltCost = { ...ownCost, net: 'cost_exc_tax' } as const;

export const costOf = <Field extends string>(
  source: { readonly [Name in Field]?: unknown },
  { net, gross, tax }: CostFields<Field>,
): Cost => ({ net: money(source, net), gross: money(source, gross), tax: money(source, tax) });

export const costOfFee = (fee: NativeFee): Cost => costOf(fee, isAbsent(fee.cost_ex_tax) ? respeltCost : ownCost);

const nothing: Cost = { net: '0', gross: '0', tax: '0' };

/** The costs of several together. */
export const totalCost = <Field extends string>(
  sources: readonly { readonly [Name in Field]?: unknown }[],
  fields: CostFields<Field>,
): Cost => sources.reduce((cost: Cost, source) => plus(cost, costOf(source, fields)), nothing);

const plus = (left: Cost, right: Cost): Cost => ({
  net: add(left.net, right.net),
  gross: add(left.gross, right.gross),
  tax: add(left.tax, right.tax),
});

/** On the side that the order's prices are on. */
export const isFree = ({ net, gross, tax }: Cost, inclusive: boolean): boolean =>
  isZero(inclusive ? gross : net) && isZero(tax);
