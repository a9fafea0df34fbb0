import { mapper, optionalAmount } from '@cartograph/connector-kit';
import { add, type Decimal, isNegative, subtract } from '@cartograph/core';
import type { NativeOrder } from '../native/order.js';
import { type PlacedUnit, sumOver } from './placed-order.js';

/** What an order comes to, worked out once: most of its totals follow of others. */
export interface OrderFigures {
  readonly platformTotal: Decimal;
  readonly grand: Decimal;
  readonly tax: Decimal;
  /** Without the tax that it took off. */
  readonly discount: Decimal;
  /** What goes back to the buyer, as a positive amount. */
  readonly refunded: Decimal;
  /** Canceled units are not charged. */
  readonly paid: Decimal;
}

interface Header {
  readonly grandTotal: Decimal | null;
  readonly unitPriceSumWithFees: Decimal | null;
}

const toHeader = mapper<NativeOrder, Header>({
  grandTotal: order => optionalAmount(order.grandTotal),
  unitPriceSumWithFees: order => optionalAmount(order.unitPriceSumWithFees),
});

/** Where the header lacks its total, it is that of its prices; where it lacks those as well, that of the items. */
function totalOf(
  { unitPriceSumWithFees: prices }: Header,
  units: readonly PlacedUnit[],
  discountWithTax: Decimal,
): Decimal {
  return prices === null ? sumOver(units, ({ amounts }) => amounts.charged) : subtract(prices, discountWithTax);
}

/** The header tells the discount as the difference of its two sums; a header that lacks one or contradicts itself tells nothing. */
function headerDiscount({ unitPriceSumWithFees: prices }: Header, grand: Decimal): Decimal | null {
  const discount = prices === null ? null : subtract(prices, grand);
  return discount === null || isNegative(discount) ? null : discount;
}

export function figuresOf(native: NativeOrder, units: readonly PlacedUnit[]): OrderFigures {
  const header = toHeader(native, undefined);
  const creditsTakenOff = sumOver(units, ({ amounts }) => amounts.creditsTakenOff);
  // Of units and shipping.
  const discountWithTax = sumOver(units, ({ unit, amounts }) =>
    add(amounts.discountWithTax, unit.shippingVoucherAmount),
  );
  const platformTotal = header.grandTotal ?? subtract(totalOf(header, units, discountWithTax), creditsTakenOff);
  const grand = add(platformTotal, creditsTakenOff);
  const taxOfDiscount = sumOver(units, ({ amounts }) => amounts.taxOfDiscount);
  const discount = subtract(headerDiscount(header, grand) ?? discountWithTax, taxOfDiscount);
  return {
    platformTotal,
    grand,
    tax: sumOver(units, ({ amounts }) => amounts.tax),
    discount: isNegative(discount) ? '0' : discount,
    refunded: sumOver(units, ({ refunded, amounts }) => (refunded ? amounts.total : '0')),
    paid: sumOver(units, ({ status, amounts }) => (status.payment === 'paid' ? amounts.charged : '0')),
  };
}
