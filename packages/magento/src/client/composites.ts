import { checkInput } from '@cartograph/connector-kit';
import {
  type BundleLinkInput,
  type BundleOptionInput,
  bundleLinkInput,
  bundleOptionInput,
  type ConfigurableOptionInput,
  configurableOptionInput,
} from '../input/product.js';
import { productRecordSchema } from '../native/product.js';
import {
  type BundleLink,
  type BundleOption,
  bundleLinkSchema,
  bundleOptionSchema,
  type ConfigurableOption,
  configurableProductOptionSchema,
} from '../native/product-parts.js';
import { type Api, act, at, type MagentoCall, made, one, type Raw, whole } from './api.js';
import type { ItemOf } from './lists.js';

type Id = string | number;

/** Products that are made of others. */
export interface Composites {
  readonly configurable: {
    /** Its variants, with few of their fields: `products.bySku` has all. */
    children(sku: string, call?: MagentoCall): Promise<ItemOf<'products'>[]>;
    /** The product has to have a value of each attribute by which variants differ. */
    addChild(sku: string, childSku: string, call?: MagentoCall): Promise<boolean>;
    removeChild(sku: string, childSku: string, call?: MagentoCall): Promise<boolean>;
    readonly options: {
      list(sku: string, call?: MagentoCall): Promise<Raw<ConfigurableOption>[]>;
      get(sku: string, id: Id, call?: MagentoCall): Promise<Raw<ConfigurableOption>>;
      create(sku: string, option: ConfigurableOptionInput, call?: MagentoCall): Promise<Id>;
      update(sku: string, id: Id, option: ConfigurableOptionInput, call?: MagentoCall): Promise<Id>;
      delete(sku: string, id: Id, call?: MagentoCall): Promise<boolean>;
    };
  };
  readonly bundle: {
    children(sku: string, call?: MagentoCall): Promise<Raw<BundleLink>[]>;
    addChild(sku: string, optionId: Id, link: BundleLinkInput, call?: MagentoCall): Promise<Id>;
    /** `id` is that of the link, as `options.list` shows it. */
    updateChild(sku: string, id: Id, link: BundleLinkInput, call?: MagentoCall): Promise<boolean>;
    removeChild(sku: string, optionId: Id, childSku: string, call?: MagentoCall): Promise<boolean>;
    readonly options: {
      list(sku: string, call?: MagentoCall): Promise<Raw<BundleOption>[]>;
      get(sku: string, id: Id, call?: MagentoCall): Promise<Raw<BundleOption>>;
      create(sku: string, option: BundleOptionInput, call?: MagentoCall): Promise<Id>;
      update(sku: string, id: Id, option: BundleOptionInput, call?: MagentoCall): Promise<Id>;
      delete(sku: string, id: Id, call?: MagentoCall): Promise<boolean>;
    };
  };
}

export function createComposites(api: Api): Composites {
  const children = api.checks('products.configurable.children', productRecordSchema);
  const options = api.checks('products.configurable.options', configurableProductOptionSchema);
  const bundles = api.checks('products.bundle.options', bundleOptionSchema);
  const parts = api.checks('products.bundle.children', bundleLinkSchema);
  return {
    configurable: {
      children: (sku, call) => whole(api, children, at`V1/configurable-products/${sku}/children`, call),
      addChild: (sku, childSku, call) =>
        act(api, 'POST', at`V1/configurable-products/${sku}/child`, { childSku }, call),
      removeChild: (sku, childSku, call) =>
        act(api, 'DELETE', at`V1/configurable-products/${sku}/children/${childSku}`, undefined, call),
      options: {
        list: (sku, call) => whole(api, options, at`V1/configurable-products/${sku}/options/all`, call),
        get: (sku, id, call) => one(api, options, at`V1/configurable-products/${sku}/options/${id}`, call),
        create: async (sku, given, call) => {
          const option = checkInput('products.configurable.options.create', configurableOptionInput, given);
          return made(api, 'POST', at`V1/configurable-products/${sku}/options`, { option }, call);
        },
        update: async (sku, id, given, call) => {
          const option = checkInput('products.configurable.options.update', configurableOptionInput, given);
          const path = at`V1/configurable-products/${sku}/options/${id}`;
          return made(api, 'PUT', path, { option: { id: Number(id), ...option } }, call);
        },
        delete: (sku, id, call) =>
          act(api, 'DELETE', at`V1/configurable-products/${sku}/options/${id}`, undefined, call),
      },
    },
    bundle: {
      children: (sku, call) => whole(api, parts, at`V1/bundle-products/${sku}/children`, call),
      addChild: async (sku, optionId, given, call) => {
        const linkedProduct = checkInput('products.bundle.addChild', bundleLinkInput, given);
        return made(api, 'POST', at`V1/bundle-products/${sku}/links/${optionId}`, { linkedProduct }, call);
      },
      updateChild: async (sku, id, given, call) => {
        const link = checkInput('products.bundle.updateChild', bundleLinkInput, given);
        const linkedProduct = { id: String(id), ...link };
        return act(api, 'PUT', at`V1/bundle-products/${sku}/links/${id}`, { linkedProduct }, call);
      },
      removeChild: (sku, optionId, childSku, call) =>
        act(api, 'DELETE', at`V1/bundle-products/${sku}/options/${optionId}/children/${childSku}`, undefined, call),
      options: {
        list: (sku, call) => whole(api, bundles, at`V1/bundle-products/${sku}/options/all`, call),
        get: (sku, id, call) => one(api, bundles, at`V1/bundle-products/${sku}/options/${id}`, call),
        create: async (sku, given, call) => {
          const option = { sku, ...checkInput('products.bundle.options.create', bundleOptionInput, given) };
          return made(api, 'POST', 'V1/bundle-products/options/add', { option }, call);
        },
        update: async (sku, id, given, call) => {
          const checked = checkInput('products.bundle.options.update', bundleOptionInput, given);
          const option = { sku, option_id: Number(id), ...checked };
          return made(api, 'PUT', at`V1/bundle-products/options/${id}`, { option }, call);
        },
        delete: (sku, id, call) => act(api, 'DELETE', at`V1/bundle-products/${sku}/options/${id}`, undefined, call),
      },
    },
  };
}
