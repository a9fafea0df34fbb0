import { derived, each, mapper, text } from '@cartograph/connector-kit';
import { add, type Charge, type Decimal, isZero, subtract, sum } from '@cartograph/core';
import { isTaxInclusive } from '../native/line-amounts.js';
import type { NativeFee } from '../native/order.js';
import type { OrderBody } from '../native/order-body.js';
import type { NativeCoupon, NativeTax } from '../native/order-details.js';
import type { NativeOrderLine } from '../native/order-line.js';
import type { BigCommerceShop } from '../shop.js';
import {
  type Cost,
  costOf,
  costOfFee,
  handlingCost,
  isFree,
  ownCost,
  shippingCost,
  totalCost,
  wrappingCost,
} from './cost.js';
import { allocateDiscounts } from './discounts.js';
import { money } from './money.js';
import { toTaxAllocation } from './taxes.js';

/** Something that an order costs beside its lines. */
interface Charged {
  readonly type: Charge['type'];
  /** What its tax rows are called; null where it has none. */
  readonly rows: string | null;
  readonly id: string | null;
  readonly name: string | null;
  readonly cost: Cost;
  readonly coupons: readonly NativeCoupon[];
}

/** A charge with what it costs after its coupons. */
export interface PricedCharge {
  readonly charge: Charged;
  readonly net: Decimal;
  /** With tax. */
  readonly total: Decimal;
  /** Without tax. */
  readonly discount: Decimal;
  readonly currency: string;
  readonly taxRows: readonly NativeTax[];
}

const shippingCoupons: readonly unknown[] = [3, 4, '3', '4'];

const couponsOnShipping = ({ coupons }: OrderBody): readonly NativeCoupon[] =>
  coupons ? coupons.filter(({ type }) => shippingCoupons.includes(type)) : [];

/** None where the order only links to them. */
export function feesOf({ fees }: OrderBody['order']): readonly NativeFee[] {
  if (Array.isArray(fees)) return fees;
  return fees && 'fees' in fees ? fees.fees : [];
}

const ofFee = (fee: NativeFee): Charged => ({
  type: 'other',
  rows: null,
  id: text(fee.id),
  name: text(fee.display_name_customer) ?? text(fee.display_name_merchant),
  cost: costOfFee(fee),
  coupons: [],
});

const addressesOf = ({ consignments }: OrderBody['order']) =>
  consignments && !Array.isArray(consignments) ? (consignments.shipping ?? []) : null;

const methodsOf = (addresses: readonly { readonly shipping_method?: unknown }[]): string | null =>
  [...new Set(addresses.map(address => text(address.shipping_method)).filter(method => method !== null))].join(', ') ||
  null;

/** What an order costs beside its lines: shipping and handling over all addresses, wrapping over all lines, every fee. */
export function chargesOf(
  body: OrderBody,
  lines: readonly NativeOrderLine[],
  currency: string,
): readonly PricedCharge[] {
  const { order } = body;
  const inclusive = isTaxInclusive(order);
  const addresses = addressesOf(order);
  const charges: readonly Charged[] = [
    {
      type: 'shipping',
      rows: 'shipping',
      id: null,
      name: methodsOf(addresses ?? []),
      cost: addresses ? totalCost(addresses, ownCost) : costOf(order, shippingCost),
      coupons: couponsOnShipping(body),
    },
    {
      type: 'handling',
      rows: 'handling',
      id: null,
      name: null,
      cost: addresses ? totalCost(addresses, handlingCost) : costOf(order, handlingCost),
      coupons: [],
    },
    {
      type: 'wrapping',
      rows: 'gift-wrapping',
      id: null,
      name: null,
      cost: totalCost(lines, wrappingCost),
      coupons: [],
    },
    ...feesOf(order).map(ofFee),
  ];
  return charges
    .filter(({ cost }) => !isFree(cost, inclusive))
    .map(charge => priced(charge, body, inclusive, currency));
}

/** The side that the order's prices are on is exact, the other an estimate. */
function priced(charge: Charged, { taxes }: OrderBody, inclusive: boolean, currency: string): PricedCharge {
  const { cost, rows, coupons } = charge;
  const off = sum(coupons.map(coupon => money(coupon, 'discount')));
  const net = inclusive ? subtract(subtract(cost.gross, off), cost.tax) : subtract(cost.net, off);
  return {
    charge,
    net,
    total: add(net, cost.tax),
    discount: isZero(off) ? '0' : subtract(cost.net, net),
    currency,
    taxRows: rows === null || !taxes ? [] : taxes.filter(row => row.line_item_type === rows),
  };
}

export const toCharge = mapper<PricedCharge, Charge, BigCommerceShop>({
  id: derived('of a fee; shipping, handling and wrapping are fields of the order', ({ charge }) => charge.id),
  type: derived('by the fields that hold the cost; a fee is other', ({ charge }) => charge.type),
  name: derived(
    'the methods of shipping, or what a fee is called; handling and wrapping have no name',
    ({ charge }) => charge.name,
  ),
  net: ({ net }) => net,
  discount: derived(
    'coupons on shipping; where prices include tax, less the tax that they took away',
    ({ discount }) => discount,
  ),
  discounts: ({ charge, discount: whole, currency }) =>
    allocateDiscounts(
      charge.coupons.map(({ coupon_id, code, discount }) => ({ id: coupon_id, name: null, code, amount: discount })),
      whole,
      currency,
    ),
  tax: ({ charge }) => charge.cost.tax,
  taxes: derived(
    'only where the tax rows of the order were needed',
    each(toTaxAllocation, ({ taxRows }: PricedCharge) => taxRows),
  ),
  total: ({ total }) => total,
});
