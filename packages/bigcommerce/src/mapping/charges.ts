import { derived, each, mapper, text } from '@cartograph/connector-kit';
import { type Charge, type Decimal, isZero, subtract, sum } from '@cartograph/core';
import { linesOf } from '../native/included-lines.js';
import { isTaxInclusive } from '../native/line-amounts.js';
import type { NativeFee } from '../native/order.js';
import type { OrderBody } from '../native/order-body.js';
import type { NativeCoupon, NativeTax } from '../native/order-details.js';
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

const total = (costs: readonly Cost[]): Cost => ({
  net: sum(costs.map(({ net }) => net)),
  gross: sum(costs.map(({ gross }) => gross)),
  tax: sum(costs.map(({ tax }) => tax)),
});

const shippingCoupons: readonly unknown[] = [3, 4, '3', '4'];

export const feesOf = ({ fees }: OrderBody['order']): readonly NativeFee[] => (Array.isArray(fees) ? fees : []);

/** What an order costs beside its lines: shipping and handling over all addresses, wrapping over all lines, every fee. */
export function chargesOf(body: OrderBody, currency: string): readonly PricedCharge[] {
  const { order, taxes, coupons } = body;
  const { consignments } = order;
  const addresses = consignments && !Array.isArray(consignments) ? (consignments.shipping ?? []) : null;
  const methods = (addresses ?? []).map(address => text(address.shipping_method)).filter(method => method !== null);
  const common = { id: null, inclusive: isTaxInclusive(order), currency, coupons: [] };
  const rows = (type: string) => (taxes ?? []).filter(row => row.line_item_type === type);
  const perAddress = (name: 'cost' | 'handling_cost', whole: 'shipping_cost' | 'handling_cost'): Cost =>
    addresses === null ? costOf(order, whole) : total(addresses.map(address => costOf(address, name)));
  const charges: readonly PricedCharge[] = [
    {
      ...common,
      ...perAddress('cost', 'shipping_cost'),
      type: 'shipping',
      name: [...new Set(methods)].join(', ') || null,
      coupons: (coupons ?? []).filter(({ type }) => shippingCoupons.includes(type)),
      taxRows: rows('shipping'),
    },
    {
      ...common,
      ...perAddress('handling_cost', 'handling_cost'),
      type: 'handling',
      name: null,
      taxRows: rows('handling'),
    },
    {
      ...common,
      ...total((linesOf(body) ?? []).map(line => costOf(line, 'wrapping_cost'))),
      type: 'wrapping',
      name: null,
      taxRows: rows('gift-wrapping'),
    },
    ...feesOf(order).map(
      (fee): PricedCharge => ({
        ...common,
        ...costOf(fee, 'cost'),
        type: 'other',
        id: text(fee.id),
        name: text(fee.display_name_customer) ?? text(fee.display_name_merchant),
        taxRows: [],
      }),
    ),
  ];
  return charges.filter(({ inclusive, net, gross, tax }) => !isZero(inclusive ? gross : net) || !isZero(tax));
}

const couponsTotal = ({ coupons }: PricedCharge): Decimal => sum(coupons.map(coupon => money(coupon, 'discount')));

/** The side that the order's prices are on is exact, the other an estimate. */
const netOf = (charge: PricedCharge): Decimal =>
  charge.inclusive ? subtract(totalOf(charge), charge.tax) : subtract(charge.net, couponsTotal(charge));

const totalOf = (charge: PricedCharge): Decimal =>
  charge.inclusive ? subtract(charge.gross, couponsTotal(charge)) : sum([netOf(charge), charge.tax]);

const discountOf = (charge: PricedCharge): Decimal =>
  isZero(couponsTotal(charge)) ? '0' : subtract(charge.net, netOf(charge));

export const toCharge = mapper<PricedCharge, Charge, unknown>({
  id: ({ id }) => id,
  type: ({ type }) => type,
  name: ({ name }) => name,
  net: netOf,
  discount: derived('coupons on shipping; where prices include tax, less the tax that they took away', discountOf),
  discounts: charge =>
    allocateDiscounts(
      charge.coupons.map(({ coupon_id, code, discount }) => ({ id: coupon_id, name: null, code, amount: discount })),
      discountOf(charge),
      charge.currency,
    ),
  tax: ({ tax }) => tax,
  taxes: Object.assign(
    each(toTaxAllocation, (charge: PricedCharge) => charge.taxRows),
    { provision: { kind: 'derived', rule: 'only where the tax rows of the order were needed' } as const },
  ),
  total: totalOf,
});
