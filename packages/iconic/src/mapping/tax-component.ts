import { absent, always, derived, mapper } from '@cartograph/connector-kit';
import type { Decimal, TaxComponent } from '@cartograph/core';
import { taxNameOf } from '../countries.js';
import type { IconicShop } from '../shop.js';
import type { PlacedOrder } from './placed-order.js';

/** A rate as units show it: the platform lists none. */
export interface TaxRate {
  /** ISO alpha-2 of where the order is shipped. */
  readonly country: string | null;
  readonly percent: Decimal;
}

export const componentIdOf = ({ country, percent }: TaxRate): string => `${country ?? 'unknown'}-${percent}`;
export const componentNameOf = ({ country, percent }: TaxRate): string => `${taxNameOf(country)} ${percent}%`;

/** The rates of an order's units, each once. */
export function taxRates({ units, country }: PlacedOrder): TaxRate[] {
  const rates: TaxRate[] = [];
  for (const { taxPercent: percent } of units.map(({ unit }) => unit)) {
    if (percent !== null && !rates.some(rate => rate.percent === percent)) rates.push({ country, percent });
  }
  return rates;
}

export const toTaxComponent = mapper<TaxRate, TaxComponent, IconicShop>({
  id: derived('the country and the percentage', componentIdOf),
  createdAt: absent('the platform lists no tax rates'),
  sourceModifiedAt: absent('the platform lists no tax rates'),
  derived: always(true, 'the platform lists no tax rates: they are those that the units of orders bear'),
  name: derived('the name of the country’s tax', componentNameOf),
  rate: derived('`taxPercent` of the items; 0 where they are marked as free of GST', ({ percent }) => percent),
  isCompound: always(false, 'a unit has one tax'),
  country: derived('where the order is shipped', ({ country }) => country),
  region: absent('the taxes of the countries read here are national'),
  taxClass: absent('a tax class has an id and nothing that tells what it is'),
  status: always('unknown', 'the platform lists no tax rates'),
});
