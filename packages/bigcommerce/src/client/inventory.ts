import { checkInput, type RequestOptions } from '@cartograph/connector-kit';
import type { z } from 'zod';
import {
  absoluteAdjustment,
  inventoryFilter,
  itemSettings,
  locationItemFilter,
  relativeAdjustment,
} from '../input/inventory.js';
import { type Accepted, acceptedSchema, inventoryItemSchema, locationItemSchema } from '../records/inventory.js';
import type { Api } from './api.js';
import { readByIds } from './by-ids.js';
import { inventoryPageLimit } from './pages.js';
import { at, type Id } from './path.js';
import { lists } from './resource/reading.js';
import { source } from './resource/source.js';

export type InventoryQuery = z.input<typeof inventoryFilter.page>;

/**
 * Stock by variant and location. Writes are taken at once and done later: read the items to see it. Never adjust one SKU in
 * two requests at the same time.
 */
export function createInventory(api: Api) {
  const items = source(api, 'inventory', () => '/v3/inventory/items', inventoryItemSchema);
  const ofLocation = source(
    api,
    'inventory.ofLocation',
    (locationId: Id) => at`/v3/inventory/locations/${locationId}/items`,
    locationItemSchema,
  );
  const accepted = api.records('inventory.adjustments', acceptedSchema);
  const { list, iterate } = lists(items, inventoryFilter);
  return {
    list,
    iterate,
    /** Of these products; products whose stock cannot be served stand in `failed`. */
    ofProducts: (ids: readonly number[], call?: RequestOptions) =>
      readByIds(ids, (part, page) => list({ 'product_id:in': part, page, limit: inventoryPageLimit }, call)),
    ofLocation: {
      ...lists(ofLocation, locationItemFilter),
      /** Safety stock, warning level and bin of items at a location. */
      async update(locationId: Id, settings: z.input<typeof itemSettings>, call?: RequestOptions): Promise<Accepted> {
        const json = { settings: checkInput('inventory.ofLocation.update', itemSettings, settings) };
        const path = at`/v3/inventory/locations/${locationId}/items`;
        return accepted.one(await api.record('PUT', path, { json }, call));
      },
    },
    adjustments: {
      /** Says what the stock is. Twice is harmless. */
      async absolute(input: z.input<typeof absoluteAdjustment>, call?: RequestOptions): Promise<Accepted> {
        const json = checkInput('inventory.adjustments.absolute', absoluteAdjustment, input);
        return accepted.one(await api.record('PUT', '/v3/inventory/adjustments/absolute', { json }, call));
      },
      /** Adds to the stock, or takes from it. Only where it was said before what the stock is. */
      async relative(input: z.input<typeof relativeAdjustment>, call?: RequestOptions): Promise<Accepted> {
        const json = checkInput('inventory.adjustments.relative', relativeAdjustment, input);
        return accepted.one(await api.record('POST', '/v3/inventory/adjustments/relative', { json }, call));
      },
    },
  };
}
