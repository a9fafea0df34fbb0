import type { Money } from '../../money.js';

export type Country = 'AU' | 'NZ';

export interface PriceRecord {
  readonly country: Country;
  price: Money;
  salePrice: Money | null;
  readonly saleStart: number | null;
  readonly saleEnd: number | null;
}

/** A size of a product set: what a shopper puts into the bag. */
export interface VariantRecord {
  readonly id: number;
  readonly uuid: string;
  readonly setId: number;
  /** Null for products of one size. */
  readonly size: string | null;
  readonly sellerSku: string;
  /** Null until the product has been synchronized to the shop. */
  readonly shopSku: string | null;
  readonly barcode: string | null;
  status: 'active' | 'inactive' | 'deleted';
  readonly approval: 'approved' | 'pending' | 'rejected';
  readonly prices: readonly PriceRecord[];
  /** Seller stock by warehouse id. */
  readonly stock: Map<number, number>;
  readonly reserved: number;
  /** Stock at the marketplace's own warehouse; null for most. */
  readonly consigned: number | null;
  readonly createdAt: number;
  updatedAt: number;
}

/** A style in one color, with its sizes. */
export interface ProductSetRecord {
  readonly id: number;
  readonly uuid: string;
  name: string;
  readonly description: string | null;
  readonly parentSku: string | null;
  readonly configSku: string;
  readonly brandId: number;
  readonly categoryId: number;
  readonly attributeSetId: number;
  readonly colorOption: number;
  readonly gstFree: boolean;
  readonly status: 'active' | 'inactive' | 'deleted';
  readonly images: number;
  readonly variants: readonly VariantRecord[];
  readonly createdAt: number;
  updatedAt: number;
}

export const quantityOf = (variant: VariantRecord): number =>
  [...variant.stock.values()].reduce((sum, quantity) => sum + quantity, 0);
