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

export interface ImageRecord {
  readonly id: number;
  position: number;
  url: string;
  readonly createdAt: number;
  updatedAt: number;
}

/** A size of a product set: what a shopper puts into the bag. */
export interface VariantRecord {
  readonly id: number;
  readonly uuid: string;
  readonly setId: number;
  /** Null for products of one size. */
  size: string | null;
  sellerSku: string;
  /** Null until the product has been synchronized to the shop. */
  shopSku: string | null;
  barcode: string | null;
  /** Null: it is called as its set is. */
  name: string | null;
  status: 'active' | 'inactive' | 'deleted';
  approval: 'approved' | 'pending' | 'rejected';
  readonly prices: PriceRecord[];
  /** Seller stock by warehouse id. */
  readonly stock: Map<number, number>;
  readonly reserved: number;
  /** Stock at the marketplace's own warehouse; null for most. */
  consigned: number | null;
  readonly createdAt: number;
  updatedAt: number;
}

/** A style in one color, with its sizes. */
export interface ProductSetRecord {
  readonly id: number;
  readonly uuid: string;
  name: string;
  description: string | null;
  parentSku: string | null;
  readonly configSku: string;
  /** Its number in the catalog that sellers share; null where it has one of its own. */
  readonly sin: string | null;
  brandId: number;
  categoryId: number;
  attributeSetId: number;
  /** The primary one among them. */
  categories: readonly number[];
  sizeSystem: number | null;
  browseNodes: readonly number[];
  /** By attribute id, as the seller wrote them; null where he wrote none, then they follow from the set. */
  attributes: Readonly<Record<string, unknown>> | null;
  /** Its name, where the seller shows the set together with others. */
  group: string | null;
  readonly colorOption: number;
  readonly gstFree: boolean;
  status: 'active' | 'inactive' | 'deleted';
  /** How many it had before the seller changed any. */
  readonly images: number;
  /** Null where the seller changed none. */
  gallery: ImageRecord[] | null;
  readonly variants: VariantRecord[];
  readonly createdAt: number;
  updatedAt: number;
}

/** Who sends the parcels: the marketplace from its own warehouse, or the seller. */
export const shipmentTypeIds = { venture: 1, seller: 2 } as const;

export const sinOf = ({ sin, id }: Pick<ProductSetRecord, 'sin' | 'id'>): string => sin ?? `SIN${id}`;

export const quantityOf = (variant: VariantRecord): number =>
  [...variant.stock.values()].reduce((sum, quantity) => sum + quantity, 0);
