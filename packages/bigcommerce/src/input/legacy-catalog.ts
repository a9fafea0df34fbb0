import { input } from '@cartograph/connector-kit';
import { z } from 'zod';
import { filter, flag, id, money, oneOf, text, whole, word } from './kinds.js';

export const sharedOptionFilter = filter({ name: word, display_name: word, type: word });
export const sharedOptionInput = input(
  { name: word, type: word, display_name: word.optional() },
  { readOnly: ['id', 'values'] },
);
export const sharedOptionChanges = sharedOptionInput.partial();
export const sharedValueInput = input(
  { label: word, value: word, sort_order: whole.optional(), is_default: flag.optional() },
  { readOnly: ['id', 'option_id'] },
);
export const sharedValueChanges = sharedValueInput.partial();

export const optionSetFilter = filter({ name: word });
export const optionSetInput = input({ name: word }, { readOnly: ['id', 'options'] });
export const optionSetChanges = optionSetInput.partial();
export const optionSetOptionInput = input(
  { option_id: id, display_name: text.optional(), sort_order: whole.optional(), is_required: flag.optional() },
  { readOnly: ['id', 'option_set_id', 'option', 'values'] },
);
export const optionSetOptionChanges = optionSetOptionInput.partial();

export const skuFilter = filter({ sku: word });
export const skuInput = input(
  {
    sku: word,
    options: z.array(input({ product_option_id: id, option_value_id: id })).optional(),
    /** Null takes the product's, here and in the weight. */
    price: money.nullish(),
    weight: money.nullish(),
    cost_price: money.optional(),
    upc: text.optional(),
    inventory_level: whole.optional(),
    inventory_warning_level: whole.optional(),
    bin_picking_number: text.optional(),
    is_purchasing_disabled: flag.optional(),
    purchasing_disabled_message: text.optional(),
    image_file: text.optional(),
  },
  { readOnly: ['id', 'product_id', 'adjusted_price', 'adjusted_weight'] },
);
export const skuChanges = skuInput.partial();

const adjuster = input({ adjuster: oneOf('absolute', 'relative', 'percentage'), adjuster_value: money }).nullish();
export const skuRuleInput = input(
  {
    sort_order: whole.optional(),
    is_enabled: flag.optional(),
    is_stop: flag.optional(),
    price_adjuster: adjuster,
    weight_adjuster: adjuster,
    is_purchasing_disabled: flag.optional(),
    purchasing_disabled_message: text.optional(),
    is_purchasing_hidden: flag.optional(),
    image_file: text.optional(),
    conditions: z
      .array(input({ product_option_id: id.nullish(), option_value_id: id.nullish(), sku_id: id.nullish() }))
      .min(1),
  },
  { readOnly: ['id', 'product_id'] },
);
export const skuRuleChanges = skuRuleInput.partial();
