import type { Money } from '../../money.js';

export type Country = 'AU' | 'NZ';

export interface PriceRecord {
  readonly country: Country;
  /** Null where the seller last sent a price without it. */
  price: Money | null;
  salePrice: Money | null;
  saleStart: number | null;
  saleEnd: number | null;
  /** Whether it is sold in that country; null: as long as the product is active. */
  status: 'active' | 'inactive' | null;
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
  readonly prices: PriceRecord[];
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
