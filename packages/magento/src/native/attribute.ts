import { z } from 'zod';
import { fields } from './fields.js';
import { flagScalar, list, scalar, scalars } from './loose.js';

/** The value of an attribute that the shop defines: of a select the id of the option, of several their ids joined by commas. */
export const customAttributeSchema = z.object({
  attribute_code: z.string(),
  value: z.union([scalar, z.array(scalar), z.looseObject({})]),
});

/** `value` is the id of the option; the first of a list is a blank one. */
export const attributeOptionSchema = z.object({
  ...fields(scalar, 'label value sort_order'),
  is_default: flagScalar,
  store_labels: list(z.object(fields(scalar, 'store_id label'))),
});

/** An attribute of products, categories or customers. `scope` is global, website or store. */
export const attributeSchema = z.object({
  ...fields(
    scalar,
    'attribute_id attribute_code frontend_input backend_type scope entity_type_id default_frontend_label default_value note',
    'frontend_class position',
  ),
  ...fields(
    flagScalar,
    'is_required is_user_defined is_unique is_visible is_searchable is_comparable is_filterable is_filterable_in_search',
    'is_used_for_promo_rules is_visible_on_front used_in_product_listing used_for_sort_by is_wysiwyg_enabled',
  ),
  apply_to: scalars,
  options: list(attributeOptionSchema),
  frontend_labels: list(z.object(fields(scalar, 'store_id label'))),
});

export const attributeSetSchema = z.object(
  fields(scalar, 'attribute_set_id attribute_set_name sort_order entity_type_id'),
);
export const attributeGroupSchema = z.object(
  fields(scalar, 'attribute_group_id attribute_group_name attribute_set_id'),
);

/** A customer attribute, as forms show it. */
export const attributeMetadataSchema = z.object({
  ...fields(scalar, 'attribute_code frontend_input backend_type frontend_label store_label sort_order input_filter'),
  ...fields(flagScalar, 'required visible user_defined system'),
  options: list(z.object({ ...fields(scalar, 'label value') })),
});

export type AttributeMetadata = z.infer<typeof attributeMetadataSchema>;
export type AttributeOption = z.infer<typeof attributeOptionSchema>;
