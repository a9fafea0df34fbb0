import { derived, each, mapper, text } from '@cartograph/connector-kit';
import { add, type Charge, type Decimal, isZero, subtract, sum } from '@cartograph/core';
import { isTaxInclusive } from '../native/line-amounts.js';
import type { NativeFee } from '../native/order.js';
import type { OrderBody } from '../native/order-body.js';
import type { NativeCoupon, NativeTax } from '../native/order-details.js';
import type { NativeOrderLine } from '../native/order-line.js';
import type { BigCommerceShop } from '../shop.js';
import { allocateDiscounts } from './discounts.js';
import { money } from './money.js';
import { toTaxAllocation } from './taxes.js';

/** Before its discount, save that the tax is after it. */
interface Cost {
  readonly net: Decimal;
  readonly gross: Decimal;
  readonly tax: Decimal;
}

export interface PricedCharge extends Cost {
  readonly type: Charge['type'];
  readonly id: string | null;
  readonly name: string | null;
  readonly inclusive: boolean;
  readonly currency: string;
  readonly coupons: readonly NativeCoupon[];
  readonly taxRows: readonly NativeTax[];
}

type CostName = 'cost' | 'handling_cost' | 'shipping_cost' | 'wrapping_cost';
type CostFields<Name extends CostName> = { readonly [Field in `${Name}_${'ex_tax' | 'inc_tax' | 'tax'}`]?: unknown };

const costOf = <Name extends CostName>(source: CostFields<Name>, name: Name): Cost => ({
  net: money<string>(source, `${name}_ex_tax`),
  gross: money<string>(source, `${name}_inc_tax`),
  tax: money<string>(source, `${name}_tax`),
});

const nothing: Cost = { net: '0', gross: '0', tax: '0' };

const plus = (left: Cost, right: Cost): Cost => ({
  net: add(left.net, right.net),
  gross: add(left.gross, right.gross),
  tax: add(left.tax, right.tax),
});

const shippingCoupons: readonly unknown[] = [3, 4, '3', '4'];

/** None where the order only links to them. */
export function feesOf({ fees }: OrderBody['order']): readonly NativeFee[] {
  if (Array.isArray(fees)) return fees;
  return fees && 'fees' in fees ? fees.fees : [];
}

const costOfFee = (fee: NativeFee): Cost =>
  costOf({ ...fee, cost_ex_tax: fee.cost_ex_tax ?? fee.cost_exc_tax }, 'cost');

const addressesOf = ({ consignments }: OrderBody['order']) =>
  consignments && !Array.isArray(consignments) ? (consignments.shipping ?? []) : null;

/** What an order costs beside its lines: shipping and handling over all addresses, wrapping over all lines, every fee. */
export function chargesOf(
  body: OrderBody,
  lines: readonly NativeOrderLine[],
  currency: string,
): readonly PricedCharge[] {
  const { order, taxes, coupons } = body;
  const inclusive = isTaxInclusive(order);
  const addresses = addressesOf(order);
  const charges: PricedCharge[] = [];
  const charge = (
    cost: Cost,
    type: Charge['type'],
    rows: string | null,
    more: Partial<Pick<PricedCharge, 'id' | 'name' | 'coupons'>> = {},
  ) => {
    if (isZero(inclusive ? cost.gross : cost.net) && isZero(cost.tax)) return;
    const taxRows = rows === null ? [] : (taxes ?? []).filter(row => row.line_item_type === rows);
    charges.push({ ...cost, type, inclusive, currency, taxRows, id: null, name: null, coupons: [], ...more });
  };
  const perAddress = (name: 'cost' | 'handling_cost', whole: 'shipping_cost' | 'handling_cost'): Cost =>
    addresses === null
      ? costOf(order, whole)
      : addresses.reduce((cost, address) => plus(cost, costOf(address, name)), nothing);
  charge(perAddress('cost', 'shipping_cost'), 'shipping', 'shipping', {
    name: methodsOf(addresses ?? []),
    coupons: (coupons ?? []).filter(({ type }) => shippingCoupons.includes(type)),
  });
  charge(perAddress('handling_cost', 'handling_cost'), 'handling', 'handling');
  const wrapping = lines.reduce((cost, line) => plus(cost, costOf(line, 'wrapping_cost')), nothing);
  charge(wrapping, 'wrapping', 'gift-wrapping');
  for (const fee of feesOf(order)) {
    const name = text(fee.display_name_customer) ?? text(fee.display_name_merchant);
    charge(costOfFee(fee), 'other', null, { id: text(fee.id), name });
  }
  return charges;
}

const methodsOf = (addresses: readonly { readonly shipping_method?: unknown }[]): string | null =>
  [...new Set(addresses.map(address => text(address.shipping_method)).filter(method => method !== null))].join(', ') ||
  null;

const couponsTotal = ({ coupons }: PricedCharge): Decimal => sum(coupons.map(coupon => money(coupon, 'discount')));

/** The side that the order's prices are on is exact, the other an estimate. */
const netOf = (charge: PricedCharge): Decimal =>
  charge.inclusive ? subtract(totalOf(charge), charge.tax) : subtract(charge.net, couponsTotal(charge));

const totalOf = (charge: PricedCharge): Decimal =>
  charge.inclusive ? subtract(charge.gross, couponsTotal(charge)) : sum([netOf(charge), charge.tax]);

const discountOf = (charge: PricedCharge): Decimal =>
  isZero(couponsTotal(charge)) ? '0' : subtract(charge.net, netOf(charge));

export const toCharge = mapper<PricedCharge, Charge, BigCommerceShop>({
  id: derived('of a fee; shipping, handling and wrapping are fields of the order', ({ id }) => id),
  type: derived('by the fields that hold the cost; a fee is other', ({ type }) => type),
  name: derived(
    'the methods of shipping, or what a fee is called; handling and wrapping have no name',
    ({ name }) => name,
  ),
  net: netOf,
  discount: derived('coupons on shipping; where prices include tax, less the tax that they took away', discountOf),
  discounts: charge =>
    allocateDiscounts(
      charge.coupons.map(({ coupon_id, code, discount }) => ({ id: coupon_id, name: null, code, amount: discount })),
      discountOf(charge),
      charge.currency,
    ),
  tax: ({ tax }) => tax,
  taxes: derived(
    'only where the tax rows of the order were needed',
    each(toTaxAllocation, (charge: PricedCharge) => charge.taxRows),
  ),
  total: totalOf,
});
