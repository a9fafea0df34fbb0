import { type Money, moneyNumber } from '../../money.js';
import { type Role, roles, type Two } from '../shop/pricing.js';

/** A record as it goes out, before it is projected and printed; undefined keys are not printed. */
export type Body = Record<string, unknown>;

/**
 * One record out of several, without the undefined: an optional getter that holds nothing is not sent at all. Records have
 * a hundred keys, which spreading into a literal makes ten times slower.
 */
export function join(...parts: readonly Body[]): Body {
  const body: Body = {};
  for (const part of parts) {
    for (const key in part) if (part[key] !== undefined) body[key] = part[key];
  }
  return body;
}

/** Two names are cut short in Magento's database. */
const shortened: Readonly<Record<string, string>> = {
  base_shipping_discount_tax_compensation_amount: 'base_shipping_discount_tax_compensation_amnt',
  base_weee_tax_applied_row_amount: 'base_weee_tax_applied_row_amnt',
};

const baseKeys = new Map<string, string>();

/** The name of a column's twin in base currency; made once, as strings that are glued each time make slow keys. */
function baseKey(name: string): string {
  const known = baseKeys.get(name);
  if (known) return known;
  const key = shortened[`base_${name}`] ?? `base_${name}`;
  baseKeys.set(name, key);
  return key;
}

/** `{ tax_amount, base_tax_amount }` from one rule; undefined amounts are left out. */
export function inBoth(amounts: Readonly<Record<string, (role: Role) => Money | undefined>>): Body {
  const body: Body = {};
  for (const name in amounts) {
    const amount = amounts[name];
    for (const role of roles) {
      const value = amount?.(role);
      if (value !== undefined) body[role === 'order' ? name : baseKey(name)] = moneyNumber(value);
    }
  }
  return body;
}

/** An amount that is absent until something has happened. */
export const sinceFirst =
  <T>(happened: readonly T[], amount: (role: Role) => Money) =>
  (role: Role) =>
    happened.length === 0 ? undefined : amount(role);

/** `-0` is no amount of money. */
export const negative = (amount: Money): Money => (amount === 0 ? 0 : -amount);

/** Text amounts of columns that Magento does not cast: four decimals. */
export const amountText = (amount: Money): string => moneyNumber(amount).toFixed(4);

export const orderAmount = (two: Two<Money>): number => moneyNumber(two.order);
