import { always, amount, derived, mapper, optionalAmount, text } from '@cartograph/connector-kit';
import { type Price, round } from '@cartograph/core';
import type { NativeProduct } from '../native/product.js';
import type { MagentoShop } from '../shop.js';
import { attributeText } from './attributes.js';
import { firstCurrency } from './currencies.js';
import { attributeInstant } from './instant.js';

interface PriceSource {
  readonly kind: Price['kind'];
  readonly value: string;
  readonly from: string | null;
  readonly to: string | null;
}

export const toPrice = mapper<PriceSource, Price, MagentoShop>({
  kind: derived('sale from `special_price`, regular from `price`', price => price.kind),
  currency: derived('the shop’s base currency, in which prices are kept', (_, shop) => firstCurrency(shop.currency)),
  // Text as well: imports leave the digits of a float in the special price.
  unitPrice: price => round(amount(price.value), 4),
  taxIncluded: always(null, 'whether prices include tax is a setting that REST does not show'),
  startsAt: (price, shop) => attributeInstant(price.from, shop.timeZone ?? 'UTC'),
  endsAt: (price, shop) => attributeInstant(endOfDay(price.to), shop.timeZone ?? 'UTC'),
});

/** The last day of a special price counts whole; it is written as its midnight. */
const endOfDay = (day: string | null): string | null =>
  day?.replace(/ 00:00:00$|(?<=^[\d-]{10})$/, ' 23:59:59') ?? null;

/** What costs as much as its parts has a price of 0, or none. */
const isPricedByParts = (product: NativeProduct): boolean =>
  ['configurable', 'grouped'].includes(text(product.type_id) ?? '') ||
  (text(product.type_id) === 'bundle' && attributeText(product, 'price_type') !== '1');

export function productPrices(product: NativeProduct): PriceSource[] {
  if (isPricedByParts(product)) return [];
  const regular = optionalAmount(product.price);
  const special = attributeText(product, 'special_price');
  return [
    ...(regular === null ? [] : [{ kind: 'regular' as const, value: regular, from: null, to: null }]),
    ...(special === null || text(product.type_id) === 'bundle'
      ? []
      : [
          {
            kind: 'sale' as const,
            value: special,
            from: attributeText(product, 'special_from_date'),
            to: attributeText(product, 'special_to_date'),
          },
        ]),
  ];
}
