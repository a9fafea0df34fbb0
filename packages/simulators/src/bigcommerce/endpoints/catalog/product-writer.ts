import { type Doc, isDoc } from '../../records/fields.js';
import { conflict } from '../../refusal.js';
import { blankProduct, blankVariant } from '../../shop/blank-product.js';
import { toSecond } from '../../shop/clock.js';
import type { Product } from '../../shop/product.js';
import { setLevel, variantWith, withValues } from '../../shop/product-writing.js';
import { productBody } from '../../views/product.js';
import { newBrand, pathOf } from '../../views/taxonomy.js';
import type { Api } from '../api.js';
import { putParts, valuesOf, type WrittenPart } from './part-values.js';
import { productFields } from './product-fields.js';
import { createVariantWriter } from './variant-writer.js';

/** What of a product's body goes into its sub-resources. */
const nested: readonly (readonly [name: string, path: WrittenPart])[] = [
  ['images', 'images'],
  ['videos', 'videos'],
  ['custom_fields', 'custom-fields'],
  ['bulk_pricing_rules', 'bulk-pricing-rules'],
];

/** Writes products, or throws what the platform refuses with. */
export function createProductWriter({ shop, records }: Api) {
  const { catalog, news, clock } = shop;
  const variantWriter = createVariantWriter(shop);
  const now = () => toSecond(clock.now());

  const refuseTwins = (values: Doc, self: number | null) => {
    for (const other of catalog.listed) {
      if (other.id === self) continue;
      if (other.name === values.name) throw conflict('v3', 'name', 'The product name is a duplicate');
      if (values.sku && other.sku === values.sku) throw conflict('v3', 'sku', 'The product sku is a duplicate');
    }
  };

  const refuseStrangers = ({ categories, brand_id: brand }: Doc) => {
    const missing = (Array.isArray(categories) ? categories : []).find(id => !records.categories.find(id));
    if (missing !== undefined) throw conflict('v3', 'categories', `The category ${missing} does not exist.`);
    if (brand && !records.brands.find(brand)) throw conflict('v3', 'brand_id', `The brand ${brand} does not exist.`);
  };

  /** A brand that is named is found, or made. */
  const withBrand = ({ brand_name: name, ...values }: Doc): Doc => {
    if (!name) return values;
    const brand = records.brands.all.find(row => row.name === name) ?? records.brands.insert(newBrand(String(name)));
    return { ...values, brand_id: brand.id };
  };

  const accepted = (body: Doc, self: number | null) => {
    const values = withBrand(valuesOf(productFields, body, self === null));
    refuseTwins(values, self);
    refuseStrangers(values);
    const { variants = [], inventory_level: level, ...rest } = values;
    const parts = nested.map(([name, path]) => [path, (rest[name] ?? []) as unknown[]] as const);
    const fields = Object.fromEntries(Object.entries(rest).filter(([name]) => nested.every(([part]) => part !== name)));
    return { fields, parts, variants: (variants as unknown[]).filter(isDoc), level };
  };

  const putAll = (product: Product, parts: ReturnType<typeof accepted>['parts']) => {
    for (const [path, bodies] of parts) if (bodies.length > 0) putParts(catalog, product, path, bodies, now());
  };

  const create = (body: Doc): Product => {
    const { fields, parts, variants, level } = accepted(body, null);
    const id = catalog.nextId('product');
    const named = { custom_url: { url: pathOf(String(fields.name), id), is_customized: false }, ...fields };
    const product = withValues(blankProduct(id, 0, now()), named);
    const base = blankVariant(catalog.nextId('variant'), id, null);
    const levels = level === undefined ? {} : { inventory_level: Number(level) };
    catalog.add({
      ...product,
      variants: [variantWith({ ...base, sku: product.sku }, { upc: fields.upc ?? '', ...levels })],
    });
    try {
      putAll(catalog.find(id) as Product, parts);
      for (const variant of variants) variantWriter.create(catalog.find(id) as Product, variant);
    } catch (error) {
      catalog.remove(catalog.find(id) as Product);
      throw error;
    }
    news.tell('product/created', { type: 'product', id });
    return catalog.find(id) as Product;
  };

  const touched = (product: Product) => {
    product.live.modifiedAt = now();
    news.tell('product/updated', { type: 'product', id: product.id });
  };

  const update = (product: Product, body: Doc): Product => {
    const { fields, parts, level } = accepted(body, product.id);
    // The address of a page outlives the name that it was made of.
    const { custom_url } = productBody(product);
    const changed = withValues(product, { custom_url, ...fields });
    const [first] = changed.variants;
    const base = first?.values.length === 0 ? first : undefined;
    if (base && level !== undefined) setLevel(base.stock, Number(level));
    const variants = base && fields.sku !== undefined ? [{ ...base, sku: changed.sku }] : changed.variants;
    const current = catalog.change(product, { ...changed, variants });
    putAll(current, parts);
    touched(current);
    if (level !== undefined)
      news.tell('product/inventory/updated', {
        type: 'product',
        id: current.id,
        inventory: { product_id: current.id, method: 'absolute', value: Number(level) },
      });
    return current;
  };

  const remove = (product: Product) => {
    catalog.remove(product);
    news.tell('product/deleted', { type: 'product', id: product.id });
  };

  return { create, update, remove, touched };
}

export type ProductWriter = ReturnType<typeof createProductWriter>;
