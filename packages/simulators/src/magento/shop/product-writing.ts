import type { Body } from '../bodies/body.js';
import { noEntity, noSuchEntity, Refused, refusal } from '../protocol/errors.js';
import { hasStock, type Product, type ProductType } from './product.js';
import { type AttributeScope, type ProductEdits, type Values, withEdits, withValues } from './product-edits.js';
import type { Shop } from './shop.js';
import { defaultSource, setStock } from './stock.js';
import { type Scope, websites } from './stores.js';

/** Changes of the catalog, with everything that hangs on them. Each `at` is the product's new time; null leaves it. */
export interface ProductWriting {
  bySku(sku: string | undefined): Product | undefined;
  create(sku: string, type: ProductType, scope: Scope, at: number): Product;
  /** Puts a changed product in the place of the one with its id. */
  keep(product: Product, at: number | null): Product;
  remove(product: Product): void;
  setValues(product: Product, scope: Scope, values: Values): Product;
  setWebsites(product: Product, ids: readonly number[]): Product;
  setCategories(product: Product, links: readonly { readonly id: number; readonly position: number }[]): Product;
  /** Quantity goes to the default source; the rest are settings of the legacy stock item. */
  setStockItem(product: Product, item: Body): Product;
  /** Numbers of images, options and their like, above all that the seed gave. */
  nextId(): number;
}

const types: readonly string[] = ['simple', 'virtual', 'downloadable', 'configurable', 'bundle', 'grouped', 'giftcard'];
const firstId = 100_001;

export function createProductWriting(shop: Shop): ProductWriting {
  let lastProductId = shop.catalog.products.length;
  let used = 0;

  const scopeOf = (code: string): AttributeScope =>
    (shop.tables.attributes.get(code)?.scope as AttributeScope | undefined) ?? 'global';

  /** Values as the database has them: amounts with six decimals, days with their midnight, all else as text. */
  const stored = (code: string, value: unknown): unknown => {
    if (value === null || Array.isArray(value)) return Array.isArray(value) ? value.map(String).join(',') : null;
    const backend = shop.tables.attributes.get(code)?.backend_type;
    if (backend === 'decimal') return Number(value).toFixed(6);
    if (backend === 'datetime' && /^\d{4}-\d\d-\d\d$/.test(String(value))) return `${value} 00:00:00`;
    return String(value);
  };

  const writing: ProductWriting = {
    bySku: sku => shop.products.find(product => product.sku.toLowerCase() === sku?.toLowerCase()),
    create(sku, type, scope, at) {
      if (!types.includes(type)) throw new Refused(refusal(400, 'The "%1" product type does not exist.', [type]));
      lastProductId += 1;
      const product: Product = {
        ...blank,
        id: lastProductId,
        sku,
        type,
        websiteIds: scope === null ? websites.map(({ id }) => id) : [scope.websiteId],
        createdAt: at,
        updatedAt: at,
      };
      shop.products.push(product);
      return product;
    },
    keep(product, at) {
      const index = shop.products.findIndex(({ id }) => id === product.id);
      const kept = at === null ? product : { ...product, updatedAt: at };
      if (index >= 0) shop.products[index] = kept;
      return kept;
    },
    remove(product) {
      shop.products.splice(shop.products.indexOf(product), 1);
      shop.sourceItems.splice(0, shop.sourceItems.length, ...shop.sourceItems.filter(({ sku }) => sku !== product.sku));
      for (const [index, parent] of shop.products.entries()) {
        const members = parent.members.filter(({ id }) => id !== product.id);
        if (members.length < parent.members.length) shop.products[index] = { ...parent, members };
      }
    },
    setValues(product, scope, values) {
      const known = Object.entries(values).filter(
        ([code]) => code === 'attribute_set_id' || shop.tables.attributes.get(code),
      );
      const top = new Set(['name', 'attribute_set_id', 'price', 'status', 'visibility', 'weight']);
      return withValues(
        product,
        scope,
        Object.fromEntries(known.map(([code, value]) => [code, top.has(code) ? value : stored(code, value)])),
        scopeOf,
      );
    },
    setWebsites(product, ids) {
      const unknown = ids.find(id => !websites.some(website => website.id === id));
      if (unknown !== undefined) throw new Refused(noSuchEntity('id', unknown));
      return { ...product, websiteIds: [...new Set(ids)].sort((one, other) => one - other) };
    },
    setCategories(product, links) {
      const unknown = links.find(({ id }) => !shop.tables.categories.get(id));
      if (unknown) throw new Refused(noEntity());
      return {
        ...withEdits(product, { positions: Object.fromEntries(links.map(({ id, position }) => [id, position])) }),
        categoryIds: links.map(({ id }) => id),
      };
    },
    setStockItem(product, item) {
      const { qty, item_id: _, product_id: __, stock_id: ___, extension_attributes: ____, ...settings } = item;
      if (typeof qty === 'number' && hasStock(product.type))
        setStock(shop.sourceItems, product.sku, defaultSource, qty);
      const known = (product.edits?.stock ?? {}) as Body;
      return withEdits(product, { stock: { ...known, ...settings } } satisfies Partial<ProductEdits>);
    },
    nextId: () => firstId + used++,
  };
  return writing;
}

/** A product that the seed knows nothing of. */
const blank: Omit<Product, 'id' | 'sku' | 'type' | 'websiteIds' | 'createdAt' | 'updatedAt'> = {
  name: '',
  prices: {},
  special: null,
  fixedTax: {},
  taxClassId: 0,
  weight: null,
  isEnabled: true,
  visibility: 4,
  categoryIds: [],
  brandId: 0,
  ean: null,
  colorId: null,
  sizeId: null,
  isDecimal: false,
  images: 0,
  members: [],
  bundleOptions: [],
  isFixedPrice: false,
  isShippedInParts: false,
  isDeleted: false,
  edits: { isNew: true, values: {} },
};
