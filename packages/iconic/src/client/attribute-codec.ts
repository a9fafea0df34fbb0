import { InputError } from '@cartograph/core';
import type { Attribute } from '../records/catalog.js';

type Value = string | number | null;

/** Values by the name of the attribute: text, the name of an option, or names of several. */
export type NamedAttributes = Readonly<Record<string, Value | readonly Value[]>>;
/** As product sets carry them: text, the id of an option, or ids of several, by the id of the attribute. */
export type AttributeValues = Record<string, Value | (string | number)[]>;

export interface AttributeCodec {
  /** Throws an InputError that names every attribute and option that there is not, and what there is instead. */
  toIds(named: NamedAttributes): AttributeValues;
  /** What has no name here keeps its id. */
  toNames(values: Readonly<Record<string, unknown>>): Record<string, unknown>;
}

const folded = (name: unknown): string => String(name).trim().toLowerCase();

type Option = NonNullable<Attribute['options']>[number];

const optionNamed = (options: readonly Option[], value: Value): Option | undefined =>
  options.find(({ name }) => name === value) ??
  options.find(({ name }) => folded(name) === folded(value)) ??
  options.find(({ id }) => String(id) === String(value));

/** Of the attributes of one set. An attribute goes by its name, its label or its feed name, however they are capitalized. */
export function createAttributeCodec(attributes: readonly Attribute[]): AttributeCodec {
  const byId = new Map(attributes.map(attribute => [String(attribute.id), attribute]));
  const byName = new Map(
    attributes
      .flatMap(attribute =>
        [attribute.feedName, attribute.label, attribute.name].map(name => [name, attribute] as const),
      )
      .filter(([name]) => name)
      .map(([name, attribute]) => [folded(name), attribute]),
  );
  const named = (name: string): Attribute | undefined => byName.get(folded(name)) ?? byId.get(name);

  const complaintOf = (name: string, value: NamedAttributes[string]): string | null => {
    const attribute = named(name);
    if (attribute === undefined)
      return `there is no attribute "${name}"; there are ${[...byId.values()].map(row => row.name).join(', ')}`;
    const type = attribute.attributeType;
    if (type === 'system') return `"${name}" is a field of the product set itself`;
    if (type === 'value' || value === null) return Array.isArray(value) ? `"${name}" takes one value` : null;
    const options = attribute.options ?? [];
    const values: readonly Value[] = Array.isArray(value) ? value : [value];
    if (type === 'option' && values.length > 1) return `"${name}" takes one option`;
    const strange = values.filter(one => optionNamed(options, one) === undefined);
    return strange.length === 0
      ? null
      : `"${name}" has no option ${strange.map(one => `"${one}"`).join(', ')}; it has ${options.map(option => option.name).join(', ')}`;
  };

  const encoded = ({ attributeType, options }: Attribute, value: NamedAttributes[string]): AttributeValues[string] => {
    if (attributeType === 'value' || value === null) return value as Value;
    const values: readonly Value[] = Array.isArray(value) ? value : [value];
    const chosen = values.flatMap(one => optionNamed(options ?? [], one)?.id ?? []);
    return attributeType === 'multi_option' ? chosen : (chosen[0] ?? null);
  };

  const decoded = ({ options }: Attribute, value: unknown): unknown => {
    const nameOf = (one: unknown) => options?.find(({ id }) => String(id) === String(one))?.name ?? one;
    return Array.isArray(value) ? value.map(nameOf) : nameOf(value);
  };

  return {
    toIds: values => {
      const wrong = Object.entries(values)
        .map(([name, value]) => ({ name, complaint: complaintOf(name, value) }))
        .filter(({ complaint }) => complaint !== null);
      if (wrong.length > 0)
        throw new InputError(`attributes: ${wrong.map(({ complaint }) => complaint).join('; ')}; nothing was sent`, {
          field: wrong[0]?.name ?? '',
          fields: wrong.map(({ name }) => name).join(', '),
        });
      return Object.fromEntries(
        Object.entries(values).flatMap(([name, value]) => {
          const attribute = named(name);
          return attribute ? [[String(attribute.id), encoded(attribute, value)]] : [];
        }),
      );
    },
    toNames: values =>
      Object.fromEntries(
        Object.entries(values).map(([id, value]) => {
          const attribute = byId.get(id);
          return attribute ? [attribute.name ?? id, decoded(attribute, value)] : [id, value];
        }),
      ),
  };
}
