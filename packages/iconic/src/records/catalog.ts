import { z } from 'zod';
import { count, flag, id, list, map, record, text, word } from './scalars.js';

export const brandSchema = record({
  id,
  srcId: text,
  uuid: text,
  name: text,
  status: word<'active' | 'inactive' | 'deleted'>(),
  isActive: flag,
  isApproved: flag,
  isRestricted: flag,
  /** Codes with commas between them. */
  countries: text,
  createdAt: text,
  updatedAt: text,
});
export const brandAttributeSchema = record({ id, name: text, options: list(record({ id, name: text })) });

type CategoryStatus = 'active' | 'inactive' | 'inherited_inactive' | 'deleted';

const categoryFields = {
  id: id.nullish(),
  uuid: text,
  parentId: id.nullish(),
  name: text,
  attributeSetId: id.nullish(),
  pathIds: list(id),
  /** Names from the root down. */
  path: list(text),
};

export const categorySchema = record({
  ...categoryFields,
  id,
  childrenIds: list(id),
  visible: flag,
  fulfillmentVisible: flag,
  qcDisabled: flag,
  serialNumberRequired: flag,
  status: word<CategoryStatus>(),
});
export const categoryInfoSchema = record(categoryFields);
export const childCategorySchema = record({
  ...categoryFields,
  srcId: text,
  status: word<CategoryStatus>(),
  visible: flag,
  hasChildren: flag,
});
/** Without the attribute set and the ids of the path, which the lists have. */
export const categoryDetailsSchema = record({
  id,
  srcId: text,
  uuid: text,
  parentId: id.nullish(),
  name: text,
  visible: flag,
  status: word<CategoryStatus>(),
  path: list(text),
});
export interface CategoryNode extends z.input<typeof categoryInfoSchema> {
  readonly children?: CategoryNode[] | null | undefined;
}
export const categoryNodeSchema: z.ZodType<CategoryNode, CategoryNode> = record({
  ...categoryFields,
  children: z.lazy(() => list(categoryNodeSchema)),
}) as unknown as z.ZodType<CategoryNode, CategoryNode>;

export const categorySettingsSchema = record({
  id,
  shopId: text,
  name: text,
  restrictions: list(
    record({
      type: word<'price' | 'image'>(),
      name: text,
      description: text,
      country: text,
      validationType: text,
      value: text,
    }),
  ),
});
export const categoryMappingSchema = record({
  categoryId: id.nullish(),
  categoryName: text,
  attributes: list(record({ attributeId: id, options: list(id) })),
});

export const attributeSchema = record({
  id: id.nullish(),
  label: text,
  name: text,
  feedName: text,
  groupName: text,
  isMandatory: flag,
  isGlobalAttribute: flag,
  description: text,
  productType: text,
  inputType: word<
    'checkbox' | 'datefield' | 'datetime' | 'dropdown' | 'multiselect' | 'numberfield' | 'textarea' | 'textfield'
  >(),
  /**
   * What its value is: `value` a text, `option` the id of an option, `multi_option` ids of options; a `system` attribute is
   * a field of the product set itself.
   */
  attributeType: word<'value' | 'option' | 'multi_option' | 'system'>(),
  exampleValue: text,
  maxLength: count,
  isVisibleForHybrid: flag,
  attributeDefinitionType: text,
  attributeDefinitionCountry: text,
  inputMode: word<'edit' | 'display' | 'invisible' | 'edit_on_create'>(),
  forbidEmpty: flag,
  /** One name has different ids in different attributes. */
  options: list(record({ id, name: text, isDefault: flag })),
  isEditionBySellerBlocked: flag,
  isUsedInConsignmentFormulas: flag,
});
export const attributeSetSchema = record({ id, name: text, label: text, createdAt: text, updatedAt: text });
/** Which option of an attribute goes with which of another. */
export const mappedOptionSchema = record({
  parent: map({ attributeId: id, optionId: id }),
  child: map({ attributeId: id, optionId: id }),
});

export const warehouseSchema = record({
  id,
  sellerId: id.nullish(),
  /** No two of a seller's have one. */
  name: text,
  address: text,
  postcode: text,
  city: text,
  country: text,
  status: word<'active' | 'disabled'>(),
  longitude: text,
  latitude: text,
  note: text,
  default: flag,
  isSynced: flag,
  isInShoppingMall: flag,
});
export const warehouseStockSchema = record({ quantity: count });

export type Brand = z.input<typeof brandSchema>;
export type BrandAttribute = z.input<typeof brandAttributeSchema>;
export type Category = z.input<typeof categorySchema>;
export type CategoryInfo = z.input<typeof categoryInfoSchema>;
export type ChildCategory = z.input<typeof childCategorySchema>;
export type CategoryDetails = z.input<typeof categoryDetailsSchema>;
export type CategorySettings = z.input<typeof categorySettingsSchema>;
export type CategoryMapping = z.input<typeof categoryMappingSchema>;
export type Attribute = z.input<typeof attributeSchema>;
export type AttributeSet = z.input<typeof attributeSetSchema>;
export type Warehouse = z.input<typeof warehouseSchema>;
