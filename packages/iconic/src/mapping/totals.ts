import { always, derived, mapper, optionalAmount } from '@cartograph/connector-kit';
import { add, type Decimal, isNegative, type OrderTotals, subtract, sum } from '@cartograph/core';
import type { IconicShop } from '../shop.js';
import type { PlacedOrder, PlacedUnit } from './placed-order.js';

const over = (units: readonly PlacedUnit[], amount: (unit: PlacedUnit) => Decimal): Decimal => sum(units.map(amount));

const creditsTakenOff = ({ units }: PlacedOrder): Decimal => over(units, ({ amounts }) => amounts.creditsTakenOff);

/** Of units and shipping, with tax. */
const discountsWithTax = ({ units }: PlacedOrder): Decimal =>
  over(units, ({ unit, amounts }) => add(amounts.discountWithTax, unit.shippingVoucherAmount));

const pricesWithFees = ({ native }: PlacedOrder): Decimal | null => optionalAmount(native.unitPriceSumWithFees);

function platformTotal(order: PlacedOrder): Decimal {
  const stated = optionalAmount(order.native.grandTotal);
  if (stated !== null) return stated;
  const prices = pricesWithFees(order);
  const grandTotal =
    prices === null ? over(order.units, ({ amounts }) => amounts.charged) : subtract(prices, discountsWithTax(order));
  return subtract(grandTotal, creditsTakenOff(order));
}

const grandTotal = (order: PlacedOrder): Decimal => add(platformTotal(order), creditsTakenOff(order));

/** The header tells the discount as the difference of its two sums; a header that lacks one or contradicts itself tells nothing. */
function discount(order: PlacedOrder): Decimal {
  const prices = pricesWithFees(order);
  const byHeader = prices === null ? null : subtract(prices, grandTotal(order));
  const withTax = byHeader === null || isNegative(byHeader) ? discountsWithTax(order) : byHeader;
  const withoutTax = subtract(
    withTax,
    over(order.units, ({ amounts }) => amounts.taxOfDiscount),
  );
  return isNegative(withoutTax) ? '0' : withoutTax;
}

/** What goes back to the buyer, as a positive amount. */
export const refunded = ({ units }: PlacedOrder): Decimal =>
  over(
    units.filter(unit => unit.refunded),
    ({ amounts }) => amounts.total,
  );

/** Canceled units are not charged. */
export const paid = ({ units }: PlacedOrder): Decimal =>
  over(
    units.filter(({ status }) => status.payment === 'paid'),
    ({ amounts }) => amounts.charged,
  );

export const toTotals = mapper<PlacedOrder, OrderTotals, IconicShop>({
  grand: derived(
    '`grandTotal`, to which credits that were taken off it are added; where it is missing `unitPriceSumWithFees` less the discounts of the items',
    grandTotal,
  ),
  tax: derived('the sum of `taxAmount` over the items; the header states none', ({ units }) =>
    over(units, ({ amounts }) => amounts.tax),
  ),
  discount: derived(
    '`unitPriceSumWithFees` − `grandTotal`, less the tax that the discounts of the items took off; from the items where the header lacks either',
    discount,
  ),
  gratuity: always('0', 'the marketplace has no gratuities'),
  refunded: derived('the prices of the units returned, or not delivered where the shop refunds those', refunded),
  net: derived('`grand` − `refunded`', order => subtract(grandTotal(order), refunded(order))),
  paid: derived(
    'what the units cost with their fees, except those canceled, which are not charged, and those whose payment is pending',
    paid,
  ),
  due: derived('`grand` − `paid`: the canceled units stay in it', order => subtract(grandTotal(order), paid(order))),
  platformTotal: derived('`grandTotal`; where it is missing, as `grand`', platformTotal),
});
