import { type ResourceName, resourceNames, resourceSchemas } from '@cartograph/core';
import { z } from 'zod';
import type { JsonSchema } from '../http/parameters.js';
import type { Route } from '../route.js';
import { connectionSchema } from '../routes/connections.js';
import { webhookSchema } from '../webhooks/show.js';
import { instant, nullable, object, reference, text, whole } from './answers.js';
import { describeMessages } from './messages.js';

export interface OpenApiDocument {
  readonly openapi: '3.1.0';
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly security: readonly JsonSchema[];
  readonly tags: readonly { readonly name: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly webhooks: ReturnType<typeof describeMessages>;
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>>; readonly securitySchemes: JsonSchema };
}

export interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description: string;
  readonly parameters: readonly ShownParameter[];
  readonly requestBody?: JsonSchema;
  readonly responses: Readonly<Record<string, JsonSchema>>;
}

export interface ShownParameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required: boolean;
  readonly description: string;
  readonly schema: JsonSchema;
  readonly style?: 'form';
  readonly explode?: false;
}

/** OpenAPI 3.1 of the routes, their parameters and the model's schemas: made of what answers the requests. */
export function describeApi(routes: readonly Route[]): OpenApiDocument {
  const paths: Record<string, Record<string, Operation>> = {};
  for (const route of routes) paths[route.path] = { ...paths[route.path], [route.method]: operationOf(route) };
  return {
    openapi: '3.1.0',
    info: {
      title: 'Cartograph',
      version: '1',
      description: "Every store's commerce data in one model, over all shops at once.",
    },
    security: [{ key: [] }],
    tags: [...new Set(routes.map(({ tag }) => tag))].map(name => ({ name })),
    paths,
    webhooks: describeMessages(),
    components: {
      schemas: { ...recordSchemas(), connection: connectionSchema, webhook: webhookSchema, problem: problemSchema },
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: '`cartograph keys create` makes a key.' },
      },
    },
  };
}

function operationOf(route: Route): Operation {
  const { method, path, tag, summary, description, scope, query = {}, body, answer } = route;
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => pathParameter(name));
  const inQuery = Object.entries(query).map(([name, parameter]) => queryParameter(name, parameter));
  const content = answer.schema && { content: { 'application/json': { schema: answer.schema } } };
  return {
    operationId: `${method}${path.replace(/\W+(\w)/g, (_, letter: string) => letter.toUpperCase()).replace(/\W/g, '')}`,
    tags: [tag],
    summary,
    description: [description, `Scope: \`${scope}\`.`].filter(Boolean).join('\n\n'),
    parameters: [...inPath, ...inQuery],
    ...(body ? { requestBody: { content: { 'application/json': { schema: schemaOf(body) } } } } : {}),
    responses: {
      [answer.status]: { description: answer.description, ...content },
      default: { description: 'A problem.', content: { 'application/problem+json': { schema: reference('problem') } } },
    },
  };
}

const pathParameter = (name: string): ShownParameter => ({
  name,
  in: 'path',
  required: true,
  description:
    name === 'connection'
      ? 'The connection it was read through.'
      : name === 'delivery'
        ? 'The id of the message.'
        : 'Its id.',
  schema: text,
});

const queryParameter = (
  name: string,
  { description, schema }: { readonly description: string; readonly schema: JsonSchema },
): ShownParameter => ({
  name,
  in: 'query',
  required: false,
  description,
  schema,
  ...(schema.type === 'array' ? { style: 'form', explode: false } : {}),
});

function schemaOf(schema: z.ZodType): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input' });
  return rest;
}

/** What storage adds to every record. */
const added: Readonly<Record<string, JsonSchema>> = {
  connectionId: text,
  platform: text,
  syncedAt: { ...instant, description: 'When its content last changed in the store.' },
  deletedAt: { ...nullable(instant), description: 'When it was found gone at the source.' },
  deletedBecause: { ...nullable(text), description: 'How that was found.' },
  mapperVersion: whole,
};

const recordSchemas = (): Readonly<Record<string, JsonSchema>> =>
  Object.fromEntries(resourceNames.map(name => [name, recordSchema(name)]));

function recordSchema(resource: ResourceName): JsonSchema {
  const {
    properties,
    required = [],
    ...rest
  } = schemaOf(resourceSchemas[resource]) as {
    properties: JsonSchema;
    required?: string[];
  };
  return { ...rest, properties: { ...added, ...properties }, required: [...Object.keys(added), ...required] };
}

const problemSchema: JsonSchema = object(
  {
    ...{ type: text, title: text, status: whole, detail: text },
    parameter: { ...text, description: 'The parameter or field that is wrong.' },
    allowed: { type: 'array', items: text, description: 'What it takes instead.' },
    requestId: text,
  },
  ['parameter', 'allowed'],
);
