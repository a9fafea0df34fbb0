import { id } from '@cartograph/connector-kit';
import type { StoreConfig, Website } from '../native/store.js';

interface Numbered {
  readonly id?: unknown;
}

const byId = (left: Numbered, right: Numbered): number => Number(left.id) - Number(right.id);

/** The website with the lowest id, 0 being the administration: which one is the default REST does not say. */
export function mainWebsite<Site extends Numbered>(websites: readonly Site[]): Site {
  const [website] = websites.filter(site => Number(site.id) > 0).sort(byId);
  if (website === undefined) throw new TypeError('the shop has no website');
  return website;
}

/** The main website, and the settings of its first store view. */
export function mainStore(shop: {
  readonly websites: readonly Website[];
  readonly storeConfigs: readonly StoreConfig[];
}): {
  website: Website;
  config: StoreConfig | undefined;
} {
  const website = mainWebsite(shop.websites);
  const [config] = shop.storeConfigs.filter(store => id(store.website_id) === id(website.id)).sort(byId);
  return { website, config };
}
