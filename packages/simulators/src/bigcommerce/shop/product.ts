import type { Money } from '../../money.js';
import type { Doc } from '../records/fields.js';
import type { Rows } from '../records/rows.js';

export interface OptionValue {
  readonly id: number;
  readonly label: string;
}

/** An axis of variants. */
export interface ProductOption {
  readonly id: number;
  readonly name: string;
  readonly type: string;
  readonly values: readonly OptionValue[];
}

/** A question at checkout that makes no variants. */
export interface Modifier {
  readonly id: number;
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
}

export interface Variant {
  readonly id: number;
  readonly productId: number;
  readonly sku: string;
  /** Null for the only variant of a product without options. */
  readonly skuId: number | null;
  readonly values: readonly { readonly option: ProductOption; readonly value: OptionValue }[];
  /** Null inherits the product's price. */
  readonly price: Money | null;
  readonly upc: string;
  readonly purchasable: boolean;
  /** Units on hand by location id; changes as the shop lives on. */
  readonly stock: Map<number, number>;
  /** What was written and has no place of its own in here, by its name in the API. */
  readonly written?: Doc;
}

export interface Product {
  readonly id: number;
  readonly name: string;
  readonly type: 'physical' | 'digital';
  readonly sku: string;
  readonly description: string;
  /** The price at which the shop's history was sold; in the default currency, tax included. */
  readonly price: Money;
  /** Zero where there is no sale. */
  readonly salePrice: Money;
  readonly costPrice: Money;
  readonly weight: number;
  readonly taxClassId: number;
  readonly categoryIds: readonly number[];
  readonly brandId: number;
  readonly tracking: 'none' | 'product' | 'variant';
  readonly options: readonly ProductOption[];
  readonly modifiers: readonly Modifier[];
  readonly variants: readonly Variant[];
  /** The id of the product that comes along inside this one, as its own line of an order. */
  readonly bundledId: number | null;
  readonly availability: 'available' | 'disabled' | 'preorder';
  readonly images: number;
  readonly customFields: readonly { readonly id: number; readonly name: string; readonly value: string }[];
  readonly createdAt: number;
  /** The channels that it was assigned to, where somebody did. */
  readonly channelIds?: readonly number[];
  /** True for what the merchant has deleted: orders still name it, the catalog does not. */
  deleted: boolean;
  readonly live: LiveProduct;
  /** What was written and has no place of its own in here, by its name in the API. */
  readonly written: Doc;
  /** Images, custom fields and so on, by their path, as far as one of the kind was ever written. */
  readonly parts: Map<string, Rows>;
}

/** What changes about a product while the shop lives on. */
interface LiveProduct {
  price: Money;
  visible: boolean;
  sold: number;
  modifiedAt: number;
}

/** What a shopper paid for a unit during the shop's history. */
export const sellingPrice = (product: Product, variant: Variant): Money =>
  product.salePrice || (variant.price ?? product.price);
