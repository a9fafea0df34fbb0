import type { Money } from '../../money.js';
import type { CategoryRecord } from './categories.js';

/** What the marketplace lets prices of a category be; amounts are in the currency of each country. */
export interface PriceRestriction {
  readonly name: 'max_discount_percentage' | 'min_price';
  readonly description: string;
  readonly value: number;
}

const always: readonly PriceRestriction[] = [
  { name: 'max_discount_percentage', description: 'The sale price must not be lower than a tenth', value: 90 },
];
const inBeauty: readonly PriceRestriction[] = [
  { name: 'min_price', description: 'The price must not be lower than 5', value: 5 },
];

export const restrictionsOf = ({ path }: CategoryRecord): readonly PriceRestriction[] =>
  path[1] === 'Beauty' ? [...always, ...inBeauty] : always;

/** What is wrong with a price, or undefined. */
export function violatedBy(
  restrictions: readonly PriceRestriction[],
  price: Money | null,
  salePrice: Money | null,
): string | undefined {
  if (price === null) return undefined;
  const violated = restrictions.find(({ name, value }) =>
    name === 'min_price' ? price < value * 10_000 : salePrice !== null && salePrice * 100 < price * (100 - value),
  );
  return violated?.description;
}
