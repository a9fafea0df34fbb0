import type { Scalar } from './loose.js';

export interface CustomerGroup {
  readonly id?: Scalar;
  readonly code?: Scalar;
}

/** A select attribute of products, with the labels of its options. */
export interface ProductAttribute {
  readonly attribute_id?: Scalar;
  readonly attribute_code?: Scalar;
  readonly default_frontend_label?: Scalar;
  readonly options?: readonly { readonly label?: Scalar; readonly value?: Scalar }[] | null;
}
