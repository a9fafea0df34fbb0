import type { Money } from '../../money.js';
import { type Seeded, uuid } from '../seeded.js';
import type { Catalog } from './create-catalog.js';
import type { ProductSetRecord, VariantRecord } from './product-set.js';

export interface NewProduct {
  readonly sellerSku: string;
  readonly size: string | null;
  readonly barcode: string | null;
  readonly status: 'active' | 'inactive';
  /** It lies in the marketplace's own warehouse. */
  readonly consigned: boolean;
  readonly name: string | null;
  /** What it costs in Australia; null where it is not said yet. */
  readonly price: Money | null;
}

/** A product without stock, which waits for its quality control and is not in the shop before. */
export function addProduct(
  seeded: Seeded,
  catalog: Catalog,
  set: ProductSetRecord,
  product: NewProduct,
  at: number,
): VariantRecord {
  const { price, consigned, ...own } = product;
  const id = catalog.newId();
  const variant: VariantRecord = {
    ...own,
    id,
    uuid: uuid(seeded('uuid', id)),
    setId: set.id,
    shopSku: null,
    approval: 'pending',
    prices:
      price === null ? [] : [{ country: 'AU', price, salePrice: null, saleStart: null, saleEnd: null, status: null }],
    stock: new Map(),
    reserved: 0,
    consigned: consigned ? 0 : null,
    createdAt: at,
    updatedAt: at,
  };
  catalog.addVariant(set, variant);
  return variant;
}

export type NewProductSet = Pick<
  ProductSetRecord,
  | 'name'
  | 'description'
  | 'parentSku'
  | 'brandId'
  | 'categoryId'
  | 'attributeSetId'
  | 'categories'
  | 'sizeSystem'
  | 'browseNodes'
  | 'attributes'
  | 'sin'
>;

/** A set without products and images. */
export function addProductSet(seeded: Seeded, catalog: Catalog, set: NewProductSet, at: number): ProductSetRecord {
  const id = catalog.newSetId();
  const random = seeded('uuid', id);
  const added: ProductSetRecord = {
    ...set,
    id,
    uuid: uuid(random),
    configSku: `N${random.hex(3).toUpperCase()}${id}AU`,
    status: 'inactive',
    colorOption: 0,
    gstFree: false,
    group: null,
    images: 0,
    gallery: [],
    variants: [],
    createdAt: at,
    updatedAt: at,
  };
  catalog.addSet(added);
  return added;
}

/** A set is what its products are: active while one of them is, deleted when all are. */
export function settleStatus(set: ProductSetRecord): void {
  const has = (status: VariantRecord['status']) => set.variants.some(variant => variant.status === status);
  set.status = has('active') ? 'active' : has('inactive') ? 'inactive' : 'deleted';
}
