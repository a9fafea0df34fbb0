import { type AttributeRecord, attributes, optionId } from './attributes.js';
import type { ProductSetRecord } from './product-set.js';

type Values = Record<string, unknown>;

/** The attributes that a product of the set has values of: the global ones and the set's own. */
const valued = (attributeSetId: number): readonly AttributeRecord[] =>
  attributes.filter(
    ({ attributeType, attributeSetId: own }) => attributeType !== 'system' && (own === null || own === attributeSetId),
  );

function seededValue(set: ProductSetRecord, attribute: AttributeRecord): unknown {
  const chosen = attribute.name === 'color_family' ? set.colorOption : set.id % Math.max(1, attribute.options.length);
  const option = optionId(attribute, chosen);
  if (attribute.attributeType === 'option') return option;
  if (attribute.attributeType === 'multi_option') return [option];
  return attribute.name === 'care_label' ? 'Wash cold' : null;
}

/** Attribute id to value: an option's id, ids of several options, or text. */
export function attributeValues(set: ProductSetRecord): Values {
  const values: Values = {};
  for (const attribute of valued(set.attributeSetId)) {
    values[attribute.id] = set.attributes ? (set.attributes[attribute.id] ?? null) : seededValue(set, attribute);
  }
  return values;
}

function fits(attribute: AttributeRecord, value: unknown): boolean {
  const isOption = (id: unknown) => attribute.options.some((_, index) => optionId(attribute, index) === id);
  if (attribute.attributeType === 'option') return isOption(value);
  if (attribute.attributeType === 'multi_option') return Array.isArray(value) && value.every(isOption);
  return typeof value === 'string' && value.length <= 255;
}

/**
 * What is stored of values that were sent: unknown attributes and those that a seller does not see are dropped without a
 * word. `refuse` is told of each value that does not fit, and of each mandatory one that is not there.
 */
export function takeValues(
  attributeSetId: number,
  known: Readonly<Values>,
  sent: Readonly<Values>,
  refuse: (attributeId: number, title: string) => void,
): Values {
  const taken: Values = { ...known };
  for (const attribute of valued(attributeSetId)) {
    const value = sent[attribute.id];
    if (value === undefined || !attribute.visible) continue;
    if (value !== null && !fits(attribute, value)) {
      refuse(attribute.id, 'The value you selected is not a valid choice.');
    }
    taken[attribute.id] = value;
  }
  for (const { id, mandatory } of valued(attributeSetId)) {
    if (mandatory && (taken[id] === undefined || taken[id] === null)) refuse(id, 'This value should not be blank.');
  }
  return taken;
}
