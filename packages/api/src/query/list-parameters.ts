import {
  defaultSort,
  type FieldKind,
  type QueryField,
  queryFields,
  type ResourceName,
  resourceSchemas,
} from '@cartograph/core';
import type { JsonSchema } from '../http/parameters.js';
import { nouns } from './values.js';

/** What a filter asks of a field: `placedAt[gte]=2026-01-31`. Without a word in brackets several values may be given. */
export type FilterWord = 'eq' | 'in' | 'exists' | 'gte' | 'gt' | 'lte' | 'lt';

export const mostValues = 50;
const bounds = ['gte', 'gt', 'lte', 'lt'] as const;

const wordsOf: Readonly<Record<FieldKind, readonly FilterWord[]>> = {
  text: ['eq', 'in', 'exists'],
  enum: ['eq', 'in', 'exists'],
  boolean: ['eq', 'exists'],
  instant: ['eq', ...bounds, 'exists'],
  decimal: ['eq', 'in', ...bounds, 'exists'],
};

export const filterWords = ({ kind }: QueryField): readonly FilterWord[] => wordsOf[kind];

/** What storage adds to the record. */
const storedNames = ['connectionId', 'platform', 'syncedAt', 'deletedAt', 'deletedBecause', 'mapperVersion'];

export const recordFields = (resource: ResourceName): readonly string[] => [
  ...Object.keys(resourceSchemas[resource].shape),
  ...storedNames,
];

export const sortFields = (resource: ResourceName): readonly string[] =>
  Object.values(queryFields[resource])
    .filter(({ sorts }) => sorts)
    .map(({ name }) => name);

/** As OpenAPI shows the filters of a resource. */
export function filterParameters(
  resource: ResourceName,
): Readonly<Record<string, { description: string; schema: JsonSchema }>> {
  const entries = Object.values(queryFields[resource]).flatMap(field => {
    const plain = { description: describe(field), schema: schemaOf(field) };
    const worded = filterWords(field).map(word => {
      const schema = word === 'exists' ? { type: 'boolean' } : schemaOf(field);
      return [`${field.name}[${word}]`, { description: `${meanings[word]} Of \`${field.path}\`.`, schema }] as const;
    });
    return [[field.name, plain] as const, ...worded];
  });
  return Object.fromEntries(entries);
}

const meanings: Readonly<Record<FilterWord, string>> = {
  eq: 'Equal to this one value, commas in it included.',
  in: `Equal to one of these, with commas between them, ${mostValues} at most.`,
  exists: 'Whether there is one.',
  gte: 'At or above.',
  gt: 'Above.',
  lte: 'At or below.',
  lt: 'Below.',
};

function describe({ path, kind, finds, sorts, many }: QueryField): string {
  const several = many ? ' One of several that fits is enough.' : '';
  const speed = finds || sorts ? 'An index finds it.' : 'Narrows what is found otherwise.';
  return `\`${path}\`: ${nouns[kind]}.${several} ${speed}`;
}

function schemaOf({ kind, values }: QueryField): JsonSchema {
  if (values) return { type: 'string', examples: values };
  if (kind === 'boolean') return { type: 'boolean' };
  return kind === 'instant' ? { type: 'string', format: 'date-time' } : { type: 'string' };
}

export const sortDescription = (resource: ResourceName): string =>
  `A field, with - before it for the last first. Newest \`${defaultSort(resource)}\` first when left out.`;
