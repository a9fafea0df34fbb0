/** Money as a whole number of ten-thousandths: the finest unit that any of the platforms sends. */
export type Money = number;

const unit = 10_000;

/** `toMoney('19.95')` and `toMoney(19.95)` are both 199_500. */
export const toMoney = (amount: number | string): Money => Math.round(Number(amount) * unit);

/** Rounds to `decimals` places of the currency, halves away from zero, as the platforms do. */
export function roundTo(amount: Money, decimals: number): Money {
  const step = 10 ** (4 - decimals);
  return Math.sign(amount) * Math.floor(Math.abs(amount) / step + 0.5) * step;
}

/** `percentOf(100_0000, 8.25, 2)` is 8.25: a share of an amount, rounded to the currency's decimals. */
export const percentOf = (amount: Money, percent: number, decimals: number): Money =>
  roundTo((amount * Math.round(percent * unit)) / (100 * unit), decimals);

/** The tax contained in a price that includes it. */
export const taxWithin = (inclusive: Money, percent: number, decimals: number): Money =>
  inclusive - roundTo((inclusive * 100) / (100 + percent), decimals);

/** Fixed-point text: `moneyText(199_500, 4)` is `19.9500`. */
export function moneyText(amount: Money, decimals: number): string {
  const digits = Math.abs(roundTo(amount, decimals)).toString().padStart(5, '0');
  const fraction = digits.slice(-4).slice(0, decimals);
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -4)}${fraction && `.${fraction}`}`;
}

/** A JSON number, for platforms that send amounts so. */
export const moneyNumber = (amount: Money): number => amount / unit;

/**
 * Shares `total` over `weights` to the currency's smallest unit; the parts always sum to `total`. The largest
 * remainders get the spare units.
 */
export function allocate(total: Money, weights: readonly number[], decimals: number): Money[] {
  const step = 10 ** (4 - decimals);
  const sum = weights.reduce((left, right) => left + right, 0);
  if (sum === 0) return weights.map((_, index) => (index === 0 ? total : 0));
  const exact = weights.map(weight => (total * weight) / sum / step);
  const parts = exact.map(Math.floor);
  let spare = Math.round(total / step) - parts.reduce((left, right) => left + right, 0);
  const byRemainder = exact
    .map((share, index) => [share - Math.floor(share), index] as const)
    .sort((a, b) => b[0] - a[0]);
  for (const [, index] of byRemainder) {
    if (spare-- <= 0) break;
    parts[index] = (parts[index] as number) + 1;
  }
  return parts.map(part => part * step);
}
