import { channels } from '../shop/channels.js';
import { locations, pickupMethod } from '../shop/locations.js';
import { customerGroups } from '../shop/people.js';
import { brands, categories, categoryTrees } from '../shop/taxonomy.js';
import { locationBody, pickupMethodBody } from '../views/inventory.js';
import { channelBody, customerGroupBody } from '../views/store.js';
import { brandBody, treeCategoryBody } from '../views/taxonomy.js';
import type { Doc } from './fields.js';
import { createRows } from './rows.js';

/** Every kind of record that is kept as the API writes it. */
export const createRegistry = () => ({
  brands: createRows({ seed: () => brands.map(brandBody) }),
  categories: createRows({ key: 'category_id', seed: () => categories.map(treeCategoryBody) }),
  channels: createRows({ seed: () => channels.map(channelBody) }),
  customerAttributes: createRows({
    seed: () => [
      {
        id: 1,
        name: 'Heard of us through',
        type: 'string',
        date_created: '2021-03-14T09:30:00Z',
        date_modified: '2021-03-14T09:30:00Z',
      },
    ],
  }),
  customerGroups: createRows({ seed: () => customerGroups.map(customerGroupBody) }),
  categoryTrees: createRows({ seed: () => categoryTrees }),
  locations: createRows({ seed: () => locations.map(locationBody) }),
  metafields: createRows(),
  pickupMethods: createRows({ seed: () => [pickupMethodBody(pickupMethod)] }),
  pickups: createRows(),
  /** What is set for a variant at a location, by `variant:location`. */
  stockSettings: new Map<string, Doc>(),
});

export type Registry = ReturnType<typeof createRegistry>;
