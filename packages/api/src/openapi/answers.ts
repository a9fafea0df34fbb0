import type { ResourceName } from '@cartograph/core';
import type { JsonSchema } from '../http/parameters.js';
import type { Answer } from '../route.js';

export const reference = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });
const perConnection = (values: JsonSchema, description: string): JsonSchema => ({
  type: 'object',
  additionalProperties: values,
  description,
});

export const object = (
  properties: Readonly<Record<string, JsonSchema>>,
  optional: readonly string[] = [],
): JsonSchema => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter(name => !optional.includes(name)),
});
export const list = (items: JsonSchema): JsonSchema => ({ type: 'array', items });
export const text: JsonSchema = { type: 'string' };
export const whole: JsonSchema = { type: 'integer' };
export const nullable = (schema: JsonSchema): JsonSchema => ({ anyOf: [schema, { type: 'null' }] });
export const instant: JsonSchema = { type: 'string', format: 'date-time' };

export const completeSchema = perConnection(
  nullable(instant),
  'By connection: what happened in the shop before this is in the answer; null where it was never read to its end.',
);

export const listAnswer = (resource: ResourceName): Answer => ({
  status: 200,
  description: 'A page.',
  schema: object({
    data: list(reference(resource)),
    next: { ...nullable(text), description: 'The cursor of the next page; null on the last.' },
    completeThrough: completeSchema,
    notProvided: perConnection(text, 'By connection: why its platform has none of this resource.'),
  }),
});

export const recordAnswer = (resource: ResourceName): Answer => ({
  status: 200,
  description: 'The record, and what was to be included.',
  schema: object({ data: reference(resource), completeThrough: completeSchema }),
});
