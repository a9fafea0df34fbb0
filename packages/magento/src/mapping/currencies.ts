import { currency, optionalAmount } from '@cartograph/connector-kit';
import { type Decimal, divide, isZero } from '@cartograph/core';

/** The first code that is given. */
export function firstCurrency(...codes: readonly unknown[]): string {
  for (const code of codes) {
    const found = currency(code);
    if (found !== null) return found;
  }
  throw new TypeError('the currency is missing');
}

/** Base units in one unit of the order's currency; Magento states its inverse, with four decimals. */
export function exchangeRate(baseToOrderRate: unknown): Decimal | null {
  const rate = optionalAmount(baseToOrderRate, 12);
  return rate === null || isZero(rate) ? null : divide('1', rate, 12);
}
