import { type Money, roundTo } from '../../money.js';
import type { Country } from '../catalog/product-set.js';

/** What shoppers are charged in. */
export interface Charging {
  readonly currency: string;
  /** To which its amounts are rounded. */
  readonly decimals: number;
  /** How much of it one dollar of the catalog buys. */
  readonly rate: number;
}

const charging: Readonly<Record<Country, Charging>> = {
  AU: { currency: 'AUD', decimals: 2, rate: 1 },
  NZ: { currency: 'NZD', decimals: 2, rate: 1 },
};

export const chargingIn = (country: Country): Charging => charging[country];

export const charged = (amount: Money, { decimals, rate }: Charging): Money =>
  roundTo(Math.round(amount * rate), decimals);
