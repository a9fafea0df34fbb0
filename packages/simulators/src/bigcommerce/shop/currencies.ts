export interface Currency {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly country: string;
  readonly symbol: string;
  readonly decimals: number;
  /** How much of this currency one unit of the shop's default currency buys. */
  readonly rate: number;
  /** False where it is only shown to shoppers, who then pay in the default currency. */
  readonly transactional: boolean;
}

const aud: Currency = {
  id: 1,
  code: 'AUD',
  name: 'Australian Dollar',
  country: 'AU',
  symbol: '$',
  decimals: 2,
  rate: 1,
  transactional: true,
};
const usd: Currency = {
  id: 2,
  code: 'USD',
  name: 'US Dollar',
  country: 'US',
  symbol: 'US$',
  decimals: 2,
  rate: 0.6514,
  transactional: true,
};
const nzd: Currency = {
  id: 3,
  code: 'NZD',
  name: 'New Zealand Dollar',
  country: 'NZ',
  symbol: 'NZ$',
  decimals: 2,
  rate: 1.0892,
  transactional: true,
};
const gbp: Currency = {
  id: 4,
  code: 'GBP',
  name: 'Pound Sterling',
  country: 'GB',
  symbol: '£',
  decimals: 2,
  rate: 0.4855,
  transactional: true,
};
const eur: Currency = {
  id: 5,
  code: 'EUR',
  name: 'Euro',
  country: 'DE',
  symbol: '€',
  decimals: 2,
  rate: 0.5607,
  transactional: false,
};
const jpy: Currency = {
  id: 6,
  code: 'JPY',
  name: 'Japanese Yen',
  country: 'JP',
  symbol: '¥',
  decimals: 0,
  rate: 96.41,
  transactional: true,
};
const kwd: Currency = {
  id: 7,
  code: 'KWD',
  name: 'Kuwaiti Dinar',
  country: 'KW',
  symbol: 'KD',
  decimals: 3,
  rate: 0.2003,
  transactional: true,
};

export const defaultCurrency = aud;
export const currencies = { aud, usd, nzd, gbp, eur, jpy, kwd } as const;
export type CurrencyName = keyof typeof currencies;
