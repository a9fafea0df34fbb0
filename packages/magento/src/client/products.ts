import { type BatchResult, checkInput } from '@cartograph/connector-kit';
import { RequestError } from '@cartograph/core';
import { type ProductChanges, type ProductInput, productChanges, productInput } from '../input/product.js';
import { sku as skuInput } from '../input/values.js';
import { productRecordSchema } from '../native/product.js';
import { among } from './among.js';
import { type Api, act, at, type MagentoCall, one, queryOf, written } from './api.js';
import type { AttributeScopes } from './attribute-scopes.js';
import type { Bulk, Patience } from './bulk.js';
import { categoryIds, type InCategory } from './category-ids.js';
import type { ItemOf, Lists } from './lists.js';

type Id = string | number;
type Product = ItemOf<'products'>;

export interface ProductReading extends MagentoCall {
  /** Values of a store view, by its id; `storeCode` says the same by its code. */
  readonly storeId?: number | undefined;
}

export interface ProductWriting extends MagentoCall {
  /**
   * Values of website scope are also sent to `all`, as a second request: a store view’s scope alone would leave the shop’s
   * default as it was. Off with `scope`.
   */
  readonly websiteValues?: 'everywhere' | 'scope' | undefined;
}

/** Products, by their SKU. Written in the scope of the client: `all` is the default of every store view. */
export interface ProductActions {
  /** With its stock item, which lists leave out; of a SKU with a slash without it, as such a SKU cannot stand in an address. */
  get(sku: string, call?: ProductReading): Promise<Product>;
  byId(id: Id, call?: MagentoCall): Promise<Product | null>;
  /** Some hundred a request. */
  bySku(skus: readonly string[], call?: MagentoCall): AsyncGenerator<Product>;
  /** Each product once, with `subcategories` also those of the categories below. */
  byCategory(categoryId: Id, options?: InCategory, call?: MagentoCall): AsyncGenerator<Product>;
  /** A SKU that is there already is changed by it. */
  create(product: ProductInput, call?: MagentoCall): Promise<Product>;
  /** What is not named stays. A store view’s scope makes values of its own there. */
  update(sku: string, changes: ProductChanges, call?: ProductWriting): Promise<Product>;
  delete(sku: string, call?: MagentoCall): Promise<boolean>;
  /** Queued by the shop, and waited for. */
  createMany(products: readonly ProductInput[], call?: MagentoCall & Patience): Promise<BatchResult<Product>>;
  /** Queued by the shop, and waited for; SKUs with slashes are fine here. */
  updateMany(
    changes: readonly (Omit<ProductChanges, 'sku'> & { readonly sku: string })[],
    call?: MagentoCall & Patience,
  ): Promise<BatchResult<Product>>;
  deleteMany(skus: readonly string[], call?: MagentoCall & Patience): Promise<BatchResult<boolean>>;
  readonly websites: {
    assign(sku: string, websiteId: number, call?: MagentoCall): Promise<boolean>;
    unassign(sku: string, websiteId: number, call?: MagentoCall): Promise<boolean>;
  };
}

/** A category page may show a product of several categories: each is told once. */
async function* once(products: AsyncIterable<Product>): AsyncGenerator<Product> {
  const met = new Set<unknown>();
  for await (const product of products) {
    if (met.has(product.id)) continue;
    met.add(product.id);
    yield product;
  }
}

export function createProducts(
  api: Api,
  lists: Lists,
  bulk: Bulk,
  scopes: AttributeScopes,
): Omit<Lists['products'], 'get'> & ProductActions {
  const { products } = lists;
  const check = api.checks('products', productRecordSchema);

  const bySlashedSku = async (sku: string, call?: MagentoCall): Promise<Product> => {
    const found = await products.search().where('sku', 'eq', sku).first(call);
    if (found === null)
      throw new RequestError(`Magento: no product has the SKU ${sku}`, { connector: 'Magento', sku, status: 404 });
    return found;
  };

  /** A SKU that cannot stand in an address stands in the body: a POST of one that is there changes it. */
  const save = (sku: string, product: object, call?: MagentoCall): Promise<Product> =>
    sku.includes('/')
      ? written(api, check, 'POST', 'V1/products', { product: { sku, ...product } }, { idempotent: true, ...call })
      : written(api, check, 'PUT', at`V1/products/${sku}`, { product }, call);

  return {
    ...products,
    get: (sku, { storeId, ...call } = {}) =>
      sku.includes('/') ? bySlashedSku(sku, call) : one(api, check, at`V1/products/${sku}`, call, queryOf({ storeId })),
    byId: (id, call) => products.search().where('entity_id', 'eq', id).first(call),
    bySku: (skus, call) => among(products, { field: 'sku', values: skus }, call),
    async *byCategory(categoryId, options, call) {
      const values = await categoryIds(lists, categoryId, options, call);
      yield* once(among(products, { field: 'category_id', values }, call));
    },
    create: async (product, call) =>
      written(
        api,
        check,
        'POST',
        'V1/products',
        { product: checkInput('products.create', productInput, product) },
        call,
      ),
    update: async (sku, changes, { websiteValues = 'everywhere', ...call } = {}) => {
      checkInput('products.update', skuInput, sku);
      const product = checkInput('products.update', productChanges, changes);
      const saved = await save(sku, product, call);
      const scope = call.storeCode ?? api.storeCode;
      if (scope === 'all' || websiteValues === 'scope') return saved;
      const shared = ofWebsites(product, new Set(await scopes.in('website', call)));
      if (shared !== null) await save(sku, shared, { ...call, storeCode: 'all' });
      return saved;
    },
    delete: (sku, call) => act(api, 'DELETE', at`V1/products/${sku}`, undefined, call),
    createMany: async (inputs, call) => {
      const bodies = inputs.map((product, index) => ({
        product: checkInput(`products.createMany[${index}]`, productInput, product),
      }));
      return bulk.run<Product>('POST', 'V1/products', bodies, call);
    },
    updateMany: async (changes, call) => {
      const bodies = changes.map(({ sku, ...own }, index) => {
        const product = checkInput(`products.updateMany[${index}]`, productChanges, own);
        return { sku, product: { sku: checkInput(`products.updateMany[${index}].sku`, skuInput, sku), ...product } };
      });
      return bulk.run<Product>('PUT', 'V1/products/:sku', bodies, call);
    },
    deleteMany: (skus, call) =>
      bulk.run<boolean>(
        'DELETE',
        'V1/products/:sku',
        skus.map(sku => ({ sku })),
        call,
      ),
    websites: {
      assign: (sku, websiteId, call) => {
        const productWebsiteLink = { sku, website_id: websiteId };
        return act(api, 'POST', at`V1/products/${sku}/websites`, { productWebsiteLink }, call);
      },
      unassign: (sku, websiteId, call) =>
        act(api, 'DELETE', at`V1/products/${sku}/websites/${websiteId}`, undefined, call),
    },
  };
}

type Changes = { readonly custom_attributes?: readonly { readonly attribute_code: string }[] | undefined };

/** What of some changes belongs to websites; null where nothing does. */
function ofWebsites({ custom_attributes = [], ...own }: Changes, codes: ReadonlySet<string>): object | null {
  const fields = Object.entries(own).filter(([field]) => codes.has(field));
  const attributes = custom_attributes.filter(({ attribute_code }) => codes.has(attribute_code));
  if (fields.length === 0 && attributes.length === 0) return null;
  return { ...Object.fromEntries(fields), ...(attributes.length > 0 && { custom_attributes: attributes }) };
}
