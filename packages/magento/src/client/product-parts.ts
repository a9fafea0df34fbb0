import { checkInput } from '@cartograph/connector-kit';
import type { z } from 'zod';
import {
  type CustomOptionInput,
  customOptionInput,
  type LinkType,
  type MediaChanges,
  type MediaInput,
  mediaChanges,
  mediaInput,
  type ProductLinkInput,
  productLinkInput,
} from '../input/product.js';
import {
  type CustomOption,
  customOptionSchema,
  type MediaEntry,
  mediaEntrySchema,
  type ProductLink,
  productLinkSchema,
  tierPriceSchema,
} from '../native/product-parts.js';
import { type Api, act, at, type MagentoCall, made, one, type Raw, whole, written } from './api.js';

type Id = string | number;

/** What hangs on one product, below its SKU. */
export interface ProductParts {
  /** Images and videos. */
  readonly media: {
    list(sku: string, call?: MagentoCall): Promise<Raw<MediaEntry>[]>;
    get(sku: string, id: Id, call?: MagentoCall): Promise<Raw<MediaEntry>>;
    /** Its id. */
    create(sku: string, entry: MediaInput, call?: MagentoCall): Promise<Id>;
    /** Reads the entry and writes it with the changes: the shop replaces it whole. */
    update(sku: string, id: Id, changes: MediaChanges, call?: MagentoCall): Promise<boolean>;
    delete(sku: string, id: Id, call?: MagentoCall): Promise<boolean>;
  };
  /** Products that it points to: related, up-sells, cross-sells, and the members of a grouped product. */
  readonly links: {
    list(sku: string, type: LinkType, call?: MagentoCall): Promise<Raw<ProductLink>[]>;
    /** Puts these in the place of those of their types. */
    set(sku: string, links: readonly ProductLinkInput[], call?: MagentoCall): Promise<boolean>;
    /** Adds one, or changes the one that is there. */
    save(sku: string, link: ProductLinkInput, call?: MagentoCall): Promise<boolean>;
    delete(sku: string, type: LinkType, linkedSku: string, call?: MagentoCall): Promise<boolean>;
  };
  /** What the shopper fills in. */
  readonly options: {
    list(sku: string, call?: MagentoCall): Promise<Raw<CustomOption>[]>;
    get(sku: string, id: Id, call?: MagentoCall): Promise<Raw<CustomOption>>;
    create(sku: string, option: CustomOptionInput, call?: MagentoCall): Promise<Raw<CustomOption>>;
    update(sku: string, id: Id, option: CustomOptionInput, call?: MagentoCall): Promise<Raw<CustomOption>>;
    delete(sku: string, id: Id, call?: MagentoCall): Promise<boolean>;
  };
  /** Prices from a quantity on, of a customer group or of `all`. Many at once: `prices.tier`. */
  readonly tierPrices: {
    list(sku: string, group?: Id | 'all', call?: MagentoCall): Promise<Raw<z.output<typeof tierPriceSchema>>[]>;
    set(sku: string, group: Id | 'all', quantity: number, price: Id, call?: MagentoCall): Promise<boolean>;
    delete(sku: string, group: Id | 'all', quantity: number, call?: MagentoCall): Promise<boolean>;
  };
}

export function createProductParts(api: Api): ProductParts {
  const media = api.checks('products.media', mediaEntrySchema);
  const links = api.checks('products.links', productLinkSchema);
  const options = api.checks('products.options', customOptionSchema);
  const tiers = api.checks('products.tierPrices', tierPriceSchema);
  const getMedia: ProductParts['media']['get'] = (sku, id, call) =>
    one(api, media, at`V1/products/${sku}/media/${id}`, call);
  const linkOf = (sku: string, given: ProductLinkInput, what: string) => ({
    sku,
    ...checkInput(what, productLinkInput, given),
  });
  return {
    media: {
      list: (sku, call) => whole(api, media, at`V1/products/${sku}/media`, call),
      get: getMedia,
      create: async (sku, given, call) => {
        const entry = checkInput('products.media.create', mediaInput, given);
        return made(api, 'POST', at`V1/products/${sku}/media`, { entry }, call);
      },
      update: async (sku, id, changes, call) => {
        const checked = checkInput('products.media.update', mediaChanges, changes);
        const { media_type, label, position, disabled, types, file } = await getMedia(sku, id, call);
        const entry = { id: Number(id), media_type, label: label ?? '', position, disabled, types, file, ...checked };
        return act(api, 'PUT', at`V1/products/${sku}/media/${id}`, { entry }, call);
      },
      delete: (sku, id, call) => act(api, 'DELETE', at`V1/products/${sku}/media/${id}`, undefined, call),
    },
    links: {
      list: (sku, type, call) => whole(api, links, at`V1/products/${sku}/links/${type}`, call),
      set: async (sku, given, call) => {
        const items = given.map((link, index) => linkOf(sku, link, `products.links.set[${index}]`));
        return act(api, 'POST', at`V1/products/${sku}/links`, { items }, call);
      },
      save: async (sku, link, call) =>
        act(api, 'PUT', at`V1/products/${sku}/links`, { entity: linkOf(sku, link, 'products.links.save') }, call),
      delete: (sku, type, linkedSku, call) =>
        act(api, 'DELETE', at`V1/products/${sku}/links/${type}/${linkedSku}`, undefined, call),
    },
    options: {
      list: (sku, call) => whole(api, options, at`V1/products/${sku}/options`, call),
      get: (sku, id, call) => one(api, options, at`V1/products/${sku}/options/${id}`, call),
      create: async (sku, given, call) => {
        const option = { product_sku: sku, ...checkInput('products.options.create', customOptionInput, given) };
        return written(api, options, 'POST', 'V1/products/options', { option }, call);
      },
      update: async (sku, id, given, call) => {
        const checked = checkInput('products.options.update', customOptionInput, given);
        const option = { product_sku: sku, option_id: Number(id), ...checked };
        return written(api, options, 'PUT', at`V1/products/options/${id}`, { option }, call);
      },
      delete: (sku, id, call) => act(api, 'DELETE', at`V1/products/${sku}/options/${id}`, undefined, call),
    },
    tierPrices: {
      list: (sku, group = 'all', call) => whole(api, tiers, at`V1/products/${sku}/group-prices/${group}/tiers`, call),
      set: (sku, group, quantity, price, call) => {
        const path = at`V1/products/${sku}/group-prices/${group}/tiers/${quantity}/price/${price}`;
        // What is written twice is the same.
        return act(api, 'POST', path, undefined, { idempotent: true, ...call });
      },
      delete: (sku, group, quantity, call) =>
        act(api, 'DELETE', at`V1/products/${sku}/group-prices/${group}/tiers/${quantity}`, undefined, call),
    },
  };
}
