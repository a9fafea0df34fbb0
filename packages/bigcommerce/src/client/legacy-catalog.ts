import { unfiltered } from '../input/kinds.js';
import {
  optionSetChanges,
  optionSetFilter,
  optionSetInput,
  optionSetOptionChanges,
  optionSetOptionInput,
  sharedOptionChanges,
  sharedOptionFilter,
  sharedOptionInput,
  sharedValueChanges,
  sharedValueInput,
  skuChanges,
  skuFilter,
  skuInput,
  skuRuleChanges,
  skuRuleInput,
} from '../input/legacy-catalog.js';
import {
  optionSetOptionSchema,
  optionSetSchema,
  sharedOptionSchema,
  sharedOptionValueSchema,
  skuRuleSchema,
  skuSchema,
} from '../records/legacy-catalog.js';
import type { Api } from './api.js';
import { at, type Id } from './path.js';
import { counts, gets, lists } from './resource/reading.js';
import { source } from './resource/source.js';
import { creates, deletes, deletesEverything, updates } from './resource/writing.js';

/** The catalog of V2: options that products share, in sets, and SKUs with their rules. For stores of the time before V3. */
export function createLegacyCatalog(api: Api) {
  const options = source(api, 'legacy.options', () => '/v2/options', sharedOptionSchema);
  const values = source(
    api,
    'legacy.options.values',
    (optionId: Id) => at`/v2/options/${optionId}/values`,
    sharedOptionValueSchema,
  );
  const sets = source(api, 'legacy.optionSets', () => '/v2/option_sets', optionSetSchema);
  const setOptions = source(
    api,
    'legacy.optionSets.options',
    (setId: Id) => at`/v2/option_sets/${setId}/options`,
    optionSetOptionSchema,
  );
  const skus = source(api, 'legacy.skus', (productId: Id) => at`/v2/products/${productId}/skus`, skuSchema);
  const allSkus = source(api, 'legacy.allSkus', () => '/v2/products/skus', skuSchema);
  const rules = source(api, 'legacy.rules', (productId: Id) => at`/v2/products/${productId}/rules`, skuRuleSchema);
  return {
    options: {
      ...lists(options, sharedOptionFilter),
      ...gets(options),
      ...counts(options, unfiltered),
      ...creates(options, sharedOptionInput),
      ...updates(options, sharedOptionChanges),
      ...deletes(options),
      values: {
        ...lists(values, unfiltered),
        ...gets(values),
        ...creates(values, sharedValueInput),
        ...updates(values, sharedValueChanges),
        ...deletes(values),
      },
    },
    optionSets: {
      ...lists(sets, optionSetFilter),
      ...gets(sets),
      ...counts(sets, unfiltered),
      ...creates(sets, optionSetInput),
      ...updates(sets, optionSetChanges),
      ...deletes(sets),
      options: {
        ...lists(setOptions, unfiltered),
        ...gets(setOptions),
        ...creates(setOptions, optionSetOptionInput),
        ...updates(setOptions, optionSetOptionChanges),
        ...deletes(setOptions),
      },
    },
    skus: {
      ...lists(skus, skuFilter),
      ...gets(skus),
      ...counts(skus, unfiltered),
      ...creates(skus, skuInput),
      ...updates(skus, skuChanges),
      ...deletes(skus),
      ...deletesEverything(skus),
    },
    /** Of all products. */
    allSkus: lists(allSkus, skuFilter),
    rules: {
      ...lists(rules, unfiltered),
      ...gets(rules),
      ...counts(rules, unfiltered),
      ...creates(rules, skuRuleInput),
      ...updates(rules, skuRuleChanges),
      ...deletes(rules),
      ...deletesEverything(rules),
    },
  };
}
