const cache = new Map<string, number>();

/** Decimals of a currency's smallest unit as ISO 4217 has them: 2 for AUD, 0 for JPY, 3 for KWD. */
export function currencyDecimals(currency: string): number {
  let decimals = cache.get(currency);
  if (decimals === undefined) {
    decimals =
      new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
    cache.set(currency, decimals);
  }
  return decimals;
}
