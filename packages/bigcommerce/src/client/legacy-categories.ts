import {
  legacyCategoryChanges,
  legacyCategoryCondition,
  legacyCategoryFilter,
  legacyCategoryInput,
} from '../input/taxonomy.js';
import { legacyCategorySchema } from '../records/taxonomy.js';
import type { Api } from './api.js';
import { gets, lists } from './resource/reading.js';
import { source } from './resource/source.js';
import { creates, deletes, deletesAll, updates } from './resource/writing.js';

/** The default tree by the endpoint of the time when there was only one. */
export function createLegacyCategories(api: Api) {
  const categories = source(api, 'categories.legacy', () => '/v3/catalog/categories', legacyCategorySchema);
  return {
    ...lists(categories, legacyCategoryFilter),
    ...gets(categories),
    ...creates(categories, legacyCategoryInput),
    ...updates(categories, legacyCategoryChanges),
    ...deletes(categories),
    ...deletesAll(categories, legacyCategoryCondition),
  };
}
