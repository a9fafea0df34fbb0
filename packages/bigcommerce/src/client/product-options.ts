import { unfiltered } from '../input/kinds.js';
import {
  modifierChanges,
  modifierInput,
  modifierValueChanges,
  modifierValueInput,
  optionChanges,
  optionInput,
  optionValueChanges,
  optionValueInput,
} from '../input/option.js';
import { sparse } from '../input/variant.js';
import { modifierSchema, modifierValueSchema, optionSchema, optionValueSchema } from '../records/option.js';
import type { Api } from './api.js';
import { at, type Id } from './path.js';
import { gets, lists } from './resource/reading.js';
import { source } from './resource/source.js';
import { creates, deletes, updates } from './resource/writing.js';
import { imageOf } from './upload.js';

/** What a shopper chooses: options make variants, modifiers do not. */
export function createProductOptions(api: Api) {
  const options = source(
    api,
    'products.options',
    (productId: Id) => at`/v3/catalog/products/${productId}/options`,
    optionSchema,
  );
  const optionValues = source(
    api,
    'products.options.values',
    (productId: Id, optionId: Id) => at`/v3/catalog/products/${productId}/options/${optionId}/values`,
    optionValueSchema,
  );
  const modifiers = source(
    api,
    'products.modifiers',
    (productId: Id) => at`/v3/catalog/products/${productId}/modifiers`,
    modifierSchema,
  );
  const modifierValues = source(
    api,
    'products.modifiers.values',
    (productId: Id, modifierId: Id) => at`/v3/catalog/products/${productId}/modifiers/${modifierId}/values`,
    modifierValueSchema,
  );
  return {
    options: {
      ...lists(options, sparse),
      ...gets(options),
      ...creates(options, optionInput),
      ...updates(options, optionChanges),
      ...deletes(options),
      values: {
        ...lists(optionValues, unfiltered),
        ...gets(optionValues),
        ...creates(optionValues, optionValueInput),
        ...updates(optionValues, optionValueChanges),
        ...deletes(optionValues),
      },
    },
    modifiers: {
      ...lists(modifiers, sparse),
      ...gets(modifiers),
      ...creates(modifiers, modifierInput),
      ...updates(modifiers, modifierChanges),
      ...deletes(modifiers),
      values: {
        ...lists(modifierValues, unfiltered),
        ...gets(modifierValues),
        ...creates(modifierValues, modifierValueInput),
        ...updates(modifierValues, modifierValueChanges),
        ...deletes(modifierValues),
        image: imageOf(
          api,
          'products.modifiers.values.image',
          (productId: Id, modifierId: Id, valueId: Id) =>
            at`/v3/catalog/products/${productId}/modifiers/${modifierId}/values/${valueId}/image`,
        ),
      },
    },
  };
}
