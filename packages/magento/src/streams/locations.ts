import { type BodyPage, id, isLoose, stream } from '@cartograph/connector-kit';
import { collect } from '../client/among.js';
import type { MagentoClient } from '../client.js';
import { optional } from '../errors.js';
import { toLocation } from '../mapping/location.js';
import { locationBodySchema } from '../native/location.js';
import type { MagentoShop } from '../shop.js';
import { whereAllowed } from './allowed.js';

export const locations = stream({
  yields: ['locations'],
  incremental: 'none',
  lagMs: 0,
  native: locationBodySchema,
  identify: body => ({ id: locationId(body), modifiedAt: null }),
  wrap: item => {
    if (!isLoose(item) || 'source' in item || 'storeView' in item) return item;
    return 'source_code' in item ? { source: item } : { storeView: item };
  },
  ...whereAllowed({ read: readLocations }),
  normalize: (body, shop: MagentoShop) => [{ resource: 'locations', record: toLocation(body, shop) }],
});

const locationId = ({ source, storeView }: Readonly<Record<string, unknown>>): string =>
  isLoose(source) ? id(source.source_code) : `store:${id(isLoose(storeView) ? storeView.id : null)}`;

/** The sources of stock, none where the merchant removed multi-source inventory, and the store views. */
export async function* readLocations(client: MagentoClient): AsyncGenerator<BodyPage> {
  const [sources, views] = await Promise.all([
    optional(collect(client.inventory.sources.iterate()), [404]),
    client.store.views(),
  ]);
  const shown = views.filter(view => String(view.id) !== '0');
  const bodies = [...(sources ?? []).map(source => ({ source })), ...shown.map(storeView => ({ storeView }))];
  yield { bodies, next: null, total: bodies.length };
}
