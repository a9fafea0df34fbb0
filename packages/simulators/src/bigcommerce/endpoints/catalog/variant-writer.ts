import type { Doc } from '../../records/fields.js';
import { conflict, refuse } from '../../refusal.js';
import { blankVariant } from '../../shop/blank-product.js';
import { toSecond } from '../../shop/clock.js';
import type { Product, Variant } from '../../shop/product.js';
import { variantWith } from '../../shop/product-writing.js';
import type { Shop } from '../../shop/shop.js';
import { optionValuesOf } from './option-values.js';
import { valuesOf } from './part-values.js';
import { variantFields } from './product-fields.js';

const named = ({ id, skuId }: Variant) => ({ type: 'sku', id: skuId ?? id });
const skuNews = (variant: Variant) => ({
  ...named(variant),
  sku: { product_id: variant.productId, variant_id: variant.id },
});
const stockNews = (variant: Variant, value: number) => ({
  ...named(variant),
  inventory: { product_id: variant.productId, method: 'absolute', value, variant_id: variant.id },
});

/** Writes variants, or throws what the platform refuses with. */
export function createVariantWriter({ catalog, news, clock }: Shop) {
  const refuseTwins = (sku: unknown, self: number | null) => {
    if (!sku) return;
    const taken = catalog.listed.some(({ variants }) =>
      variants.some(variant => variant.id !== self && variant.sku === sku),
    );
    if (taken) throw conflict('v3', 'sku', `Sku '${sku}' is not unique.`);
  };
  const put = (product: Product, variants: readonly Variant[]): Product => {
    product.live.modifiedAt = toSecond(clock.now());
    return catalog.change(product, { variants });
  };

  return {
    create(product: Product, body: Doc): { product: Product; variant: Variant } {
      const { option_values, ...values } = valuesOf(variantFields, body, true);
      refuseTwins(values.sku, null);
      const chosen = optionValuesOf(catalog, product, option_values);
      const same = product.variants.some(
        variant =>
          variant.values.length === chosen.length &&
          chosen.every(({ value }) => variant.values.some(known => known.value.id === value.id)),
      );
      if (same) throw conflict('v3', 'option_values', 'The option values are taken by another variant.');
      const id = catalog.nextId('variant');
      const variant = { ...variantWith(blankVariant(id, product.id, id + 500), values), values: chosen };
      // The variant of a product without options makes room for those that have some.
      const kept = product.variants.filter(known => known.values.length > 0);
      const changed = put(product, [...kept, variant]);
      news.tell('sku/created', skuNews(variant));
      return { product: changed, variant };
    },

    update(product: Product, variant: Variant, body: Doc): Variant {
      const { option_values, ...values } = valuesOf(variantFields, body, false);
      refuseTwins(values.sku, variant.id);
      const changed: Variant = {
        ...variantWith(variant, values),
        ...(option_values === undefined ? {} : { values: optionValuesOf(catalog, product, option_values) }),
      };
      put(
        product,
        product.variants.map(other => (other.id === variant.id ? changed : other)),
      );
      news.tell('sku/updated', skuNews(changed));
      if (typeof values.inventory_level === 'number')
        news.tell('sku/inventory/updated', stockNews(changed, values.inventory_level));
      return changed;
    },

    remove(product: Product, variant: Variant): void {
      if (variant.values.length === 0) throw refuse('v3', 422, 'The base variant of a product cannot be deleted.');
      const left = product.variants.filter(({ id }) => id !== variant.id);
      put(product, left.length > 0 ? left : [blankVariant(catalog.nextId('variant'), product.id, null)]);
      news.tell('sku/deleted', skuNews(variant));
    },
  };
}
