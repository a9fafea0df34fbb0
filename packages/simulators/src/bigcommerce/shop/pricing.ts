import { allocate, type Money, roundTo } from '../../money.js';
import type { CartLine, Charge, LineDiscount, OrderTotals } from './order-model.js';
import { sumOf, type Taxed, type Taxing, type TaxPart, taxed, taxOf, taxParts } from './taxes.js';

/** A discount never raises a tax, not even by the cent that comes of rounding units before they are multiplied. */
const loweredParts = (before: Taxed, left: Money, taxing: Taxing): TaxPart[] =>
  taxParts(left, taxing).map((part, index) => ({
    ...part,
    amount: Math.min(part.amount, before.parts[index]?.amount ?? part.amount),
  }));

/** What is left of a taxed amount after a discount on its entered side. */
function discounted(before: Taxed, discount: Money, taxing: Taxing): { parts: readonly TaxPart[]; paid: Money } {
  const left = before.entered - discount;
  const parts = discount === 0 ? before.parts : loweredParts(before, left, taxing);
  return { parts, paid: taxing.inclusive ? left : left + taxOf(parts) };
}

export function createCharge(entered: Money, discount: Money, taxing: Taxing): Charge {
  const before = taxed(entered, taxing);
  return { taxed: before, discount, ...discounted(before, discount, taxing) };
}

interface PricedLine {
  readonly parts: readonly TaxPart[];
  readonly totalTax: Money;
  readonly paid: Money;
  readonly wrapped: Charge | null;
}

export function priceLine(line: CartLine, discounts: readonly LineDiscount[], orderTaxing: Taxing): PricedLine {
  const taxing = { ...orderTaxing, rates: line.rates };
  const manual = sumOf(discounts.filter(({ id }) => id === 'manual-discount').map(({ amount }) => amount));
  return {
    ...discounted(line.total, sumOf(discounts.map(({ amount }) => amount)), taxing),
    totalTax: taxOf(manual === 0 ? line.total.parts : loweredParts(line.total, line.total.entered - manual, taxing)),
    wrapped: line.wrapping === 0 ? null : createCharge(line.wrapping, 0, orderTaxing),
  };
}

/** Equal parts of a charge for several addresses, the discount spread likewise. */
export function shareCharge(entered: Money, discount: Money, count: number, taxing: Taxing): Charge[] {
  const evenly = Array.from({ length: count }, () => 1);
  const shares = allocate(entered, evenly, taxing.decimals);
  const discounts = allocate(discount, shares, taxing.decimals);
  return shares.map((share, position) => createCharge(share, discounts[position] ?? 0, taxing));
}

interface TotalParts {
  readonly lines: readonly (CartLine & PricedLine)[];
  readonly charges: readonly Charge[];
  readonly discountAmount: Money;
  readonly couponDiscount: Money;
}

/** Inclusive orders are exact on the side with tax, exclusive ones on the side without; the other side is derived. */
export function totalOrder(
  { lines, charges, discountAmount, couponDiscount }: TotalParts,
  { inclusive }: Taxing,
): OrderTotals {
  const subtotalEx = sumOf(lines.map(line => line.total.ex));
  const subtotalInc = sumOf(lines.map(line => line.total.inc));
  const subtotalTax = sumOf(lines.map(line => taxOf(line.parts)));
  const totalTax = subtotalTax + sumOf(charges.map(charge => taxOf(charge.parts)));
  const entered = (inclusive ? subtotalInc : subtotalEx) + sumOf(charges.map(charge => charge.taxed.entered));
  const left = entered - discountAmount - couponDiscount;
  return inclusive
    ? { subtotalEx, subtotalInc, subtotalTax, totalTax, totalInc: left, totalEx: left - totalTax }
    : { subtotalEx, subtotalInc, subtotalTax, totalTax, totalEx: left, totalInc: left + totalTax };
}

/** The part of `whole` that `quantity` of `all` units make, such that parts add up: `until` units less `from` units. */
export function shareOf(whole: Money, from: number, until: number, all: number, decimals: number): Money {
  const upTo = (units: number) => (units >= all ? whole : roundTo((whole * units) / all, decimals));
  return upTo(until) - upTo(from);
}
