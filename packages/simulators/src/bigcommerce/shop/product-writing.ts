import { toMoney } from '../../money.js';
import type { Doc } from '../records/fields.js';
import type { Product, Variant } from './product.js';

type Mutable<T> = { -readonly [Name in keyof T]: T[Name] };

/** Where the fields of the API lie in the shop. What is not named here is kept as it was sent. */
const homes: Readonly<Record<string, (changed: Mutable<Product>, value: unknown) => void>> = {
  name: (changed, value) => {
    changed.name = String(value);
  },
  type: (changed, value) => {
    changed.type = value === 'digital' ? 'digital' : 'physical';
  },
  sku: (changed, value) => {
    changed.sku = String(value);
  },
  description: (changed, value) => {
    changed.description = String(value);
  },
  weight: (changed, value) => {
    changed.weight = Number(value);
  },
  price: (changed, value) => {
    changed.live.price = toMoney(Number(value));
  },
  sale_price: (changed, value) => {
    changed.salePrice = toMoney(Number(value));
  },
  cost_price: (changed, value) => {
    changed.costPrice = toMoney(Number(value));
  },
  tax_class_id: (changed, value) => {
    changed.taxClassId = Number(value);
  },
  categories: (changed, value) => {
    changed.categoryIds = (value as unknown[]).map(Number);
  },
  brand_id: (changed, value) => {
    changed.brandId = Number(value);
  },
  inventory_tracking: (changed, value) => {
    changed.tracking = value as Product['tracking'];
  },
  availability: (changed, value) => {
    changed.availability = value as Product['availability'];
  },
  is_visible: (changed, value) => {
    changed.live.visible = value === true;
  },
};

/** The units on hand become `level`: the default location takes the difference. */
export function setLevel(stock: Map<number, number>, level: number): void {
  const elsewhere = [...stock].reduce((sum, [location, units]) => (location === 1 ? sum : sum + units), 0);
  stock.set(1, level - elsewhere);
}

/** A product with the values of a checked body. */
export function withValues(product: Product, values: Doc): Product {
  const changed: Mutable<Product> = { ...product };
  const written: Doc = { ...product.written };
  for (const [name, value] of Object.entries(values)) {
    const home = homes[name];
    if (home) home(changed, value);
    else written[name] = value;
  }
  changed.written = written;
  return changed;
}

/** A variant with the values of a checked body. */
export function variantWith(variant: Variant, values: Doc): Variant {
  const { sku, price, upc, purchasing_disabled: disabled, inventory_level: level, ...rest } = values;
  if (typeof level === 'number') setLevel(variant.stock, level);
  return {
    ...variant,
    ...(sku === undefined ? {} : { sku: String(sku) }),
    ...(price === undefined ? {} : { price: price === null ? null : toMoney(Number(price)) }),
    ...(upc === undefined ? {} : { upc: String(upc ?? '') }),
    ...(disabled === undefined ? {} : { purchasable: disabled !== true }),
    written: { ...variant.written, ...rest },
  };
}
