import { input } from '@cartograph/connector-kit';
import { z } from 'zod';
import { extension, id, words, yes } from './values.js';

const storeLabels = z.array(z.strictObject({ store_id: id, label: words })).optional();

export const attributeOptionInput = input(
  { label: words, sort_order: z.number().int().optional(), is_default: yes.optional(), store_labels: storeLabels },
  { readOnly: ['value'] },
);

const attribute = {
  frontend_input: z.enum([
    'text',
    'textarea',
    'select',
    'multiselect',
    'boolean',
    'date',
    'datetime',
    'price',
    'weight',
    'media_image',
    'weee',
    'swatch_visual',
    'swatch_text',
    'texteditor',
    'gallery',
  ]),
  default_frontend_label: words,
  frontend_labels: z.array(z.strictObject({ store_id: id, label: words })).optional(),
  scope: z.enum(['store', 'website', 'global']).optional(),
  is_required: yes.optional(),
  is_unique: z.enum(['0', '1']).optional(),
  is_visible: yes.optional(),
  is_searchable: z.enum(['0', '1']).optional(),
  is_comparable: z.enum(['0', '1']).optional(),
  is_visible_on_front: z.enum(['0', '1']).optional(),
  is_visible_in_advanced_search: z.enum(['0', '1']).optional(),
  is_used_for_promo_rules: z.enum(['0', '1']).optional(),
  used_in_product_listing: z.enum(['0', '1']).optional(),
  used_for_sort_by: yes.optional(),
  is_filterable: yes.optional(),
  is_filterable_in_search: yes.optional(),
  is_used_in_grid: yes.optional(),
  is_visible_in_grid: yes.optional(),
  is_filterable_in_grid: yes.optional(),
  is_wysiwyg_enabled: yes.optional(),
  is_html_allowed_on_front: yes.optional(),
  position: z.number().int().optional(),
  apply_to: z.array(words).optional(),
  default_value: z.string().optional(),
  note: z.string().optional(),
  options: z.array(attributeOptionInput).optional(),
  extension_attributes: extension.optional(),
};
const readOnly = [
  'attribute_id',
  'entity_type_id',
  'is_user_defined',
  'backend_type',
  'backend_model',
  'source_model',
] as const;

export const attributeInput = input(
  {
    attribute_code: z
      .string()
      .regex(/^[a-z][a-z0-9_]{0,59}$/, 'is no code: at most 60 small letters, digits and _, a letter first'),
    ...attribute,
  },
  { readOnly },
);
/** The kind of input stays as it is made. */
export const attributeChanges = input(attribute, { readOnly: ['attribute_code', ...readOnly] })
  .omit({ frontend_input: true })
  .partial();

export const attributeSetInput = input(
  { attribute_set_name: words, sort_order: z.number().int().default(0), extension_attributes: extension.optional() },
  { readOnly: ['attribute_set_id', 'entity_type_id'] },
);

export const attributeGroupInput = input(
  { attribute_group_name: words, attribute_set_id: id, extension_attributes: extension.optional() },
  { readOnly: ['attribute_group_id'] },
);

export const assignmentInput = input({
  attributeSetId: id,
  attributeGroupId: id,
  attributeCode: words,
  sortOrder: z.number().int().default(0),
});

export type AttributeInput = z.input<typeof attributeInput>;
export type AttributeChanges = z.input<typeof attributeChanges>;
export type AttributeOptionInput = z.input<typeof attributeOptionInput>;
export type AttributeSetInput = z.input<typeof attributeSetInput>;
export type AttributeGroupInput = z.input<typeof attributeGroupInput>;
export type AssignmentInput = z.input<typeof assignmentInput>;
