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

export function productPrices(product: NativeProduct): PriceSource[] {
  const type = text(product.type_id) ?? '';
  if (isPricedByParts(type, product)) return [];
  const prices: PriceSource[] = [];
  const regular = optionalAmount(product.price);
  if (regular !== null) prices.push({ kind: 'regular', value: regular, from: null, to: null });
  const special = attributeText(product, 'special_price');
  if (special !== null && type !== 'bundle') {
    const [from, to] = [attributeText(product, 'special_from_date'), attributeText(product, 'special_to_date')];
    prices.push({ kind: 'sale', value: special, from, to });
  }
  return prices;
}

/** What costs as much as its parts has a price of 0, or none. */
const isPricedByParts = (type: string, product: NativeProduct): boolean =>
  type === 'configurable' || type === 'grouped' || (type === 'bundle' && attributeText(product, 'price_type') !== '1');
