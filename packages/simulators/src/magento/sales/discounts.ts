import { allocate, type Money, percentOf, roundTo } from '../../money.js';
import type { Random } from '../../random.js';
import type { Role } from '../shop/pricing.js';
import type { StoreView } from '../shop/stores.js';
import type { Discount } from './sale.js';

/** A cart price rule. */
export interface CartRule extends Discount {
  readonly percent: number;
  /** Off the whole cart, in base currency. */
  readonly fixed: Money;
  /** Every third unit of a row is free. */
  readonly thirdFree: boolean;
  readonly onShipping: boolean;
}

const rule = (ruleId: number, coupon: string | null, description: string, own: Partial<CartRule>): CartRule => ({
  ruleId,
  coupon,
  description,
  percent: 0,
  fixed: 0,
  thirdFree: false,
  onShipping: false,
  ...own,
});

const rules = [
  [rule(1, 'TEN', 'TEN', { percent: 10 }), 10],
  [rule(2, 'SPRING15', 'SPRING15', { percent: 15, onShipping: true }), 6],
  [rule(3, null, 'Members save 20 %', { percent: 20 }), 4],
  [rule(4, 'FIFTEEN-OFF', 'FIFTEEN-OFF', { fixed: 150_000 }), 6],
  [rule(5, null, 'Buy two, get one free', { thirdFree: true }), 3],
  [rule(6, 'STAFF100', 'STAFF100', { percent: 100, onShipping: true }), 1],
] as const;

export const pickRule = (random: Random): CartRule | null => (random.chance(0.28) ? random.weighted(rules) : null);

/** What is priced at once: a line, or a part of a bundle. */
export interface Priceable {
  readonly unitPrice: Money;
  readonly quantity: number;
  /** Gift cards are never discounted. */
  readonly isDiscountable: boolean;
}

/** An amount of base currency in the currency of `role`. */
export const convert = (amount: Money, role: Role, view: StoreView): Money =>
  role === 'base' ? amount : roundTo(amount * view.rate, view.decimals);

/** The discount of each priceable, off its row with tax where prices include tax. */
export function discountsOf(rule: CartRule | null, rows: readonly Priceable[], role: Role, view: StoreView): Money[] {
  if (!rule) return rows.map(() => 0);
  const decimals = role === 'order' ? view.decimals : 2;
  const totals = rows.map(row => (row.isDiscountable ? row.unitPrice * row.quantity : 0));
  if (rule.fixed > 0) {
    const whole = totals.reduce((left, right) => left + right, 0);
    return allocate(Math.min(convert(rule.fixed, role, view), whole), totals, decimals);
  }
  return rows.map((row, index) => {
    if (rule.thirdFree) return row.isDiscountable ? row.unitPrice * Math.floor(row.quantity / 3) : 0;
    return percentOf(totals[index] ?? 0, rule.percent, decimals);
  });
}
