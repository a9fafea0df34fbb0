import type { Body } from '../bodies/body.js';
import type { Product } from './product.js';
import type { Scope } from './stores.js';

/** Attribute values by code; null where an attribute was emptied, undefined where a view or website goes by the default again. */
export type Values = Readonly<Record<string, unknown>>;

/** Where a value is kept: for everything, for a website or for one view. */
export type ValueScope = 'all' | `website ${number}` | `view ${number}`;

/** What was written on a product over the API, over what the seed made. Lists that are there replace the seed's. */
export interface ProductEdits {
  /** The seed made nothing of it. */
  readonly isNew: boolean;
  readonly values: Readonly<Partial<Record<ValueScope, Values>>>;
  readonly media?: readonly Body[];
  readonly links?: readonly Body[];
  readonly options?: readonly Body[];
  readonly tierPrices?: readonly Body[];
  readonly configurableOptions?: readonly Body[];
  readonly bundleOptions?: readonly Body[];
  readonly downloads?: Readonly<Partial<Record<'links' | 'samples', readonly Body[]>>>;
  /** Settings of the legacy stock item; its quantity is that of the default source. */
  readonly stock?: Body;
  /** Positions by category id, where they are not those of the seed. */
  readonly positions?: Readonly<Record<number, number>>;
}

const none: ProductEdits = { isNew: false, values: {} };

export const editsOf = (product: Product): ProductEdits => product.edits ?? none;

export const withEdits = (product: Product, edits: Partial<ProductEdits>): Product => ({
  ...product,
  edits: { ...editsOf(product), ...edits },
});

/** How far an attribute's values reach, in Magento's words. */
export type AttributeScope = 'global' | 'website' | 'store';

/** Where a value that is written in `scope` is kept. */
export function placeOf(attributeScope: AttributeScope, scope: Scope): ValueScope {
  if (scope === null || attributeScope === 'global') return 'all';
  return attributeScope === 'website' ? `website ${scope.websiteId}` : `view ${scope.id}`;
}

/** Writes values in a scope. Null under a view goes back to the default, which not every release does for every attribute. */
export function withValues(
  product: Product,
  scope: Scope,
  values: Values,
  scopeOf: (code: string) => AttributeScope,
): Product {
  const kept: Partial<Record<ValueScope, Record<string, unknown>>> = {};
  for (const [place, known] of Object.entries(editsOf(product).values)) kept[place as ValueScope] = { ...known };
  for (const [code, value] of Object.entries(values)) {
    const place = placeOf(scopeOf(code), scope);
    const there = kept[place] ?? {};
    kept[place] = there;
    there[code] = value === null && place !== 'all' ? undefined : value;
  }
  return withEdits(product, { values: kept });
}

/**
 * The attributes of a product in a scope: a view's own value, its website's, what the seed has for that website or view, and
 * only then the default. `seeded` makes the values of the seed in a scope.
 */
export function valuesIn(product: Product, scope: Scope, seeded: (scope: Scope) => Values): Values {
  const { values } = editsOf(product);
  const base = seeded(null);
  const here = scope === null ? base : seeded(scope);
  const usual = { ...base, ...values.all };
  if (scope === null) return usual;
  const merged = { ...usual };
  for (const [code, value] of Object.entries(here)) if (value !== base[code]) merged[code] = value;
  for (const place of [`website ${scope.websiteId}`, `view ${scope.id}`] as const)
    for (const [code, value] of Object.entries(values[place] ?? {}))
      merged[code] = value === undefined ? usual[code] : value;
  return merged;
}
