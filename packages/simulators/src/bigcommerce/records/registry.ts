import { channels } from '../shop/channels.js';
import { brands, categories, categoryTrees } from '../shop/taxonomy.js';
import { channelBody } from '../views/store.js';
import { brandBody, treeCategoryBody } from '../views/taxonomy.js';
import { createRows } from './rows.js';

/** Every kind of record that is kept as the API writes it. */
export const createRegistry = () => ({
  brands: createRows({ seed: () => brands.map(brandBody) }),
  categories: createRows({ key: 'category_id', seed: () => categories.map(treeCategoryBody) }),
  channels: createRows({ seed: () => channels.map(channelBody) }),
  categoryTrees: createRows({ seed: () => categoryTrees }),
});

export type Registry = ReturnType<typeof createRegistry>;
