import { add, compare, type Decimal, divide, isZero, multiply, subtract, sum } from '@cartograph/core';
import { creditsOf, type Unit } from './unit.js';

/** A unit's figures as the model has them. */
export interface UnitAmounts {
  /** With tax, before discount. */
  readonly gross: Decimal;
  /** With tax, after discount, however it was paid. */
  readonly total: Decimal;
  /** With tax. */
  readonly discountWithTax: Decimal;
  readonly tax: Decimal;
  /** The tax that the discount took off. */
  readonly taxOfDiscount: Decimal;
  /** What the rate gives; equal to `tax` unless the platform's figures contradict each other. */
  readonly taxByRate: Decimal;
  /** Store and wallet credit by which the platform has already reduced its totals. */
  readonly creditsTakenOff: Decimal;
  /** With its shipping and fees. */
  readonly charged: Decimal;
}

const largest = (left: Decimal, right: Decimal): Decimal => (compare(left, right) > 0 ? left : right);
const smallest = (left: Decimal, right: Decimal): Decimal => (compare(left, right) < 0 ? left : right);

/** Vouchers where they are named, else the discount amount, else what was paid less than the price. */
function discountOf({ vouchers, discountAmount, unitPrice, paidPrice }: Unit): Decimal {
  if (vouchers.length > 0) return sum(vouchers.map(({ amount }) => amount));
  return discountAmount ?? largest('0', subtract(unitPrice, paidPrice));
}

/** The platform does not say whether credit is still within the paid price; the unit's own figures tell. */
function creditsTakenOff(unit: Unit, discount: Decimal): Decimal {
  const credits = creditsOf(unit);
  if (isZero(credits)) return credits;
  const missing = subtract(subtract(unit.unitPrice, discount), unit.paidPrice);
  return missing === credits ? credits : '0';
}

/** The tax within a price that includes it. */
const taxWithin = (price: Decimal, percent: Decimal, decimals: number): Decimal =>
  isZero(percent) ? percent : divide(multiply(price, percent), add('100', percent), decimals);

/** The tax that the discount took off; bounded, so that a contradiction shows in the proof and not as a negative discount. */
function taxOfDiscount({ unitPrice, taxPercent, taxAmount }: Unit, discount: Decimal, decimals: number): Decimal {
  if (isZero(discount)) return discount;
  const taxBefore = taxWithin(unitPrice, taxPercent ?? '0', decimals);
  return smallest(largest(subtract(taxBefore, taxAmount), '0'), discount);
}

/** Whether tax follows what was paid or the price before that is not documented: the first that gives the stated tax. */
function taxByRate({ taxPercent, taxAmount, unitPrice, paidPrice }: Unit, total: Decimal, decimals: number): Decimal {
  if (taxPercent === null) return taxAmount;
  const byTotal = taxWithin(total, taxPercent, decimals);
  if (byTotal === taxAmount) return taxAmount;
  const others = [unitPrice, paidPrice].filter(price => price !== total);
  return others.some(price => taxWithin(price, taxPercent, decimals) === taxAmount) ? taxAmount : byTotal;
}

/** `decimals`: of the order's currency. */
export function amountsOf(unit: Unit, decimals: number): UnitAmounts {
  const discountWithTax = discountOf(unit);
  const takenOff = creditsTakenOff(unit, discountWithTax);
  const total = add(unit.paidPrice, takenOff);
  const fees = add(unit.shippingFee, unit.installmentFee);
  return {
    gross: unit.unitPrice,
    total,
    discountWithTax,
    tax: unit.taxAmount,
    taxOfDiscount: taxOfDiscount(unit, discountWithTax, decimals),
    taxByRate: taxByRate(unit, total, decimals),
    creditsTakenOff: takenOff,
    charged: subtract(add(total, fees), unit.shippingVoucherAmount),
  };
}
