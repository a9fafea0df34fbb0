import type { Money } from '../../money.js';
import type { ProductEdits } from './product-edits.js';

export type ProductType = 'simple' | 'virtual' | 'downloadable' | 'configurable' | 'bundle' | 'grouped' | 'giftcard';

/** A reduced price with its dates, in store-local days. */
export interface SpecialPrice {
  readonly prices: Readonly<Record<number, Money>>;
  readonly from: string;
  readonly to: string | null;
}

export interface BundleOption {
  readonly id: number;
  readonly title: string;
  readonly selectionId: number;
  readonly product: Product;
  readonly quantity: number;
}

export interface Product {
  readonly id: number;
  readonly sku: string;
  readonly name: string;
  readonly type: ProductType;
  /** Regular price by website id, in that website's base currency; empty where the type has no own price. */
  readonly prices: Readonly<Record<number, Money>>;
  readonly special: SpecialPrice | null;
  /** Fixed product tax per unit by website id: a fee beside the price. */
  readonly fixedTax: Readonly<Record<number, Money>>;
  readonly taxClassId: number;
  readonly weight: number | null;
  readonly isEnabled: boolean;
  /** 1 hidden, 4 catalog and search. */
  readonly visibility: 1 | 4;
  readonly websiteIds: readonly number[];
  readonly categoryIds: readonly number[];
  readonly brandId: number;
  readonly ean: string | null;
  readonly colorId: number | null;
  readonly sizeId: number | null;
  /** Sold by fractions, such as cloth by the meter. */
  readonly isDecimal: boolean;
  readonly images: number;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** Children of a configurable, members of a grouped product. */
  readonly members: readonly Product[];
  readonly bundleOptions: readonly BundleOption[];
  /** A bundle with a price of its own; the others cost what their parts cost. */
  readonly isFixedPrice: boolean;
  /** A bundle whose parts are shipped one by one: shipments name the parts, and not the bundle. */
  readonly isShippedInParts: boolean;
  /** Sold once, gone from the catalog since. */
  readonly isDeleted: boolean;
  /** What was written over the API; null as long as nothing was. */
  readonly edits: ProductEdits | null;
}

/** Types that nobody ships. */
export const isVirtual = (type: ProductType): boolean =>
  type === 'virtual' || type === 'downloadable' || type === 'giftcard';

/** Types that have stock of their own. */
export const hasStock = (type: ProductType): boolean =>
  type !== 'configurable' && type !== 'bundle' && type !== 'grouped';
