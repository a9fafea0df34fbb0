import { type Money, moneyText } from '../money.js';

/** V2 money is text with four decimals; what an API client wrote comes back without padding (`"8"`, `"924.47"`). */
export type AmountWriter = (amount: Money) => string;

export const padded: AmountWriter = amount => moneyText(amount, 4);

export const asWritten: AmountWriter = amount => String(amount / 10_000);

/** Exchange rates carry ten decimals, or none after an API write. */
export const rateText = (rate: number, writtenByApi: boolean): string =>
  writtenByApi ? String(rate) : rate.toFixed(10);
