import { id } from '@cartograph/connector-kit';
import type { CompanyBody, StoreConfig, Website } from '../native/store.js';

/** The website with the lowest id, 0 being the administration, and its first store view: which one is the default REST does not say. */
export function mainStore({ websites, storeConfigs }: CompanyBody): {
  website: Website;
  config: StoreConfig | undefined;
} {
  const [website] = websites.filter(({ id: websiteId }) => Number(websiteId) > 0).sort(byId);
  if (website === undefined) throw new TypeError('the shop has no website');
  const [config] = storeConfigs.filter(store => id(store.website_id) === id(website.id)).sort(byId);
  return { website, config };
}

const byId = (left: { readonly id?: unknown }, right: { readonly id?: unknown }): number =>
  Number(left.id) - Number(right.id);
