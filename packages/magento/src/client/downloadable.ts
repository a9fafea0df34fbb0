import { checkInput } from '@cartograph/connector-kit';
import {
  type DownloadableLinkInput,
  type DownloadableSampleInput,
  downloadableLinkInput,
  downloadableSampleInput,
} from '../input/downloadable.js';
import {
  type DownloadableLink,
  type DownloadableSample,
  downloadableLinkSchema,
  downloadableSampleSchema,
} from '../native/product-parts.js';
import { type Api, act, at, type MagentoCall, made, type Raw, whole } from './api.js';

type Id = string | number;

interface Downloads<Item, Input> {
  list(sku: string, call?: MagentoCall): Promise<Raw<Item>[]>;
  /** Its id. */
  create(sku: string, input: Input, call?: MagentoCall): Promise<Id>;
  /** Replaces it whole. */
  update(sku: string, id: Id, input: Input, call?: MagentoCall): Promise<Id>;
  delete(id: Id, call?: MagentoCall): Promise<boolean>;
}

/** What shoppers of a downloadable product get, and what they may try before. */
export interface Downloadable {
  readonly downloadable: {
    readonly links: Downloads<DownloadableLink, DownloadableLinkInput>;
    readonly samples: Downloads<DownloadableSample, DownloadableSampleInput>;
  };
}

export function createDownloadable(api: Api): Downloadable {
  const links = api.checks('products.downloadable.links', downloadableLinkSchema);
  const samples = api.checks('products.downloadable.samples', downloadableSampleSchema);
  return {
    downloadable: {
      links: {
        list: (sku, call) => whole(api, links, at`V1/products/${sku}/downloadable-links`, call),
        create: async (sku, given, call) => {
          const link = checkInput('products.downloadable.links.create', downloadableLinkInput, given);
          return made(api, 'POST', at`V1/products/${sku}/downloadable-links`, { link }, call);
        },
        update: async (sku, id, given, call) => {
          const link = checkInput('products.downloadable.links.update', downloadableLinkInput, given);
          const path = at`V1/products/${sku}/downloadable-links/${id}`;
          return made(api, 'PUT', path, { link: { id: Number(id), ...link } }, call);
        },
        delete: (id, call) => act(api, 'DELETE', at`V1/products/downloadable-links/${id}`, undefined, call),
      },
      samples: {
        list: (sku, call) => whole(api, samples, at`V1/products/${sku}/downloadable-links/samples`, call),
        create: async (sku, given, call) => {
          const sample = checkInput('products.downloadable.samples.create', downloadableSampleInput, given);
          return made(api, 'POST', at`V1/products/${sku}/downloadable-links/samples`, { sample }, call);
        },
        update: async (sku, id, given, call) => {
          const sample = checkInput('products.downloadable.samples.update', downloadableSampleInput, given);
          const path = at`V1/products/${sku}/downloadable-links/samples/${id}`;
          return made(api, 'PUT', path, { sample: { id: Number(id), ...sample } }, call);
        },
        delete: (id, call) => act(api, 'DELETE', at`V1/products/downloadable-links/samples/${id}`, undefined, call),
      },
    },
  };
}
