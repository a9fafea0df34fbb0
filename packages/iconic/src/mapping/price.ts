import { always, amount, derived, isAbsent, mapper } from '@cartograph/connector-kit';
import type { Price } from '@cartograph/core';
import { currencyOf } from '../countries.js';
import type { NativePrice } from '../native/product-set.js';
import type { IconicShop } from '../shop.js';
import { instant } from './instant.js';

interface PriceSource {
  readonly native: NativePrice;
  readonly kind: Price['kind'];
  readonly currency: string;
}

/** A country where the platform is not known to sell has no currency that could be told, so its prices are left out. */
export const priceSources = (prices: readonly NativePrice[]): PriceSource[] =>
  prices.flatMap(native => {
    const currency = currencyOf(native.country);
    if (currency === null) return [];
    return [
      ...(isAbsent(native.price) ? [] : [{ native, kind: 'regular', currency } as const]),
      ...(isAbsent(native.salePrice) ? [] : [{ native, kind: 'sale', currency } as const]),
    ];
  });

const ofSale = (date: (native: NativePrice) => unknown) =>
  derived<PriceSource, IconicShop, string | null>('of a sale only', ({ native, kind }, shop) =>
    kind === 'sale' ? instant(date(native), shop) : null,
  );

export const toPrice = mapper<PriceSource, Price, IconicShop>({
  kind: derived('sale from `salePrice`, regular from `price`', source => source.kind),
  currency: derived('the currency of the country, as the platform names no currency', source => source.currency),
  unitPrice: ({ native, kind }) => amount(kind === 'sale' ? native.salePrice : native.price),
  taxIncluded: always(true, 'prices on the marketplace include tax'),
  startsAt: ofSale(native => native.saleStartDate),
  endsAt: ofSale(native => native.saleEndDate),
});
