import { text } from '@cartograph/connector-kit';
import type { NativeProduct, ProductBody, SourceItem } from '../native/product.js';
import { groupBy } from './group-by.js';

/** A body, with what is in stock by SKU. */
export interface ProductSource {
  readonly body: ProductBody;
  readonly stock: ReadonlyMap<string | undefined, readonly SourceItem[]>;
}

/** A product of the body that is bought as it is. */
export interface VariantSource extends ProductSource {
  readonly product: NativeProduct;
}

/** SKUs are compared as Magento does: without regard to case. */
export const skuOf = ({ sku }: { readonly sku?: unknown }): string | undefined => text(sku)?.toLowerCase();

export const productSource = (body: ProductBody): ProductSource => ({
  body,
  stock: groupBy(body.sourceItems ?? [], skuOf),
});

export const variantsOf = ({ body, stock }: ProductSource): VariantSource[] =>
  (body.children.length > 0 ? body.children : [body.product]).map(product => ({ body, stock, product }));
