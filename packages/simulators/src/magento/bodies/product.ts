import { stamp } from '../clock.js';
import type { Product } from '../shop/product.js';
import { editsOf, type Values, valuesIn } from '../shop/product-edits.js';
import type { Scope } from '../shop/stores.js';
import type { Body } from './body.js';
import {
  bundleOptionBodies,
  configurableOptions,
  mediaBodies,
  memberLinks,
  seededProductBody,
  seededUrlKey,
} from './seeded-product.js';

/** Attributes that stand at the top of a product, not among its custom attributes. */
export const topAttributes = ['name', 'attribute_set_id', 'price', 'status', 'visibility', 'weight'] as const;

/** A product without its stock: lists never have it. */
export function productBody(product: Product, scope: Scope): Body {
  const seeded = seededProductBody(product, scope);
  if (product.edits === null) return seeded;
  const values = valuesIn(product, scope, place =>
    editsOf(product).isNew ? {} : flat(seededProductBody(product, place)),
  );
  const body: Body = { ...seeded };
  for (const code of topAttributes) body[code] = values[code] ?? undefined;
  body.attribute_set_id = attributeSetOf(product);
  if (body.price === undefined && product.type !== 'grouped') body.price = 0;
  return {
    ...body,
    updated_at: stamp(product.updatedAt),
    extension_attributes: {
      ...(seeded.extension_attributes as Body),
      category_links: categoryLinks(product),
      configurable_product_options: product.type === 'configurable' ? configurableOptionsOf(product) : undefined,
      bundle_product_options: product.type === 'bundle' ? bundleOptionsOf(product) : undefined,
    },
    product_links: linksOf(product),
    options: optionsOf(product),
    media_gallery_entries: mediaOf(product),
    tier_prices: tierPricesOf(product),
    custom_attributes: [
      ...Object.entries(values).flatMap(([attribute_code, value]) =>
        value === null || isTop(attribute_code) ? [] : [{ attribute_code, value }],
      ),
      ...(product.categoryIds.length > 0
        ? [{ attribute_code: 'category_ids', value: product.categoryIds.map(String) }]
        : []),
    ],
  };
}

/** Every product belongs to a set of attributes. */
export const attributeSetOf = (product: Product): number =>
  Number(editsOf(product).values.all?.attribute_set_id ?? (product.type === 'configurable' ? 9 : 4));

/** What the address of a product's page ends in, unless a view has another. */
export const urlKeyOf = (product: Product): unknown =>
  editsOf(product).values.all?.url_key ?? (editsOf(product).isNew ? null : seededUrlKey(product));

const isTop = (code: string): boolean => (topAttributes as readonly string[]).includes(code);

/** All attributes of a body by their codes. */
function flat(body: Body): Values {
  const values: Record<string, unknown> = {};
  for (const code of topAttributes) values[code] = body[code];
  for (const { attribute_code, value } of body.custom_attributes as { attribute_code: string; value: unknown }[])
    if (attribute_code !== 'category_ids') values[attribute_code] = value;
  return values;
}

export const categoryLinks = (product: Product): Body[] =>
  product.categoryIds.map((id, index) => ({
    position: editsOf(product).positions?.[id] ?? index,
    category_id: String(id),
  }));

export const mediaOf = (product: Product): readonly Body[] => editsOf(product).media ?? mediaBodies(product);

export const linksOf = (product: Product): readonly Body[] =>
  editsOf(product).links ?? (product.type === 'grouped' ? memberLinks(product) : []);

export const optionsOf = (product: Product): readonly Body[] => editsOf(product).options ?? [];

export const tierPricesOf = (product: Product): readonly Body[] =>
  editsOf(product).tierPrices ?? (seededProductBody(product, null).tier_prices as Body[]);

export const configurableOptionsOf = (product: Product): readonly Body[] =>
  editsOf(product).configurableOptions ?? (editsOf(product).isNew ? [] : configurableOptions(product));

export const bundleOptionsOf = (product: Product): readonly Body[] =>
  editsOf(product).bundleOptions ?? bundleOptionBodies(product);
