import { resourceNames } from '@cartograph/core';
import { nativeFormat, nativeTypes } from '@cartograph/webhooks';
import { z } from 'zod';
import { codatTypes } from '../codat/webhooks/format.js';
import { Problem } from '../http/problem.js';
import type { Call } from '../route.js';
import { consumerUrlSchema } from './url.js';

const all = <Item extends z.ZodType>(item: Item) => z.array(item).min(1).max(1000).nullable();

const fields = {
  url: consumerUrlSchema,
  description: z.string().max(500).nullable(),
  eventTypes: all(z.enum(nativeTypes)),
  connections: all(z.string()),
  companies: all(z.uuid()),
  companyTags: all(z.string().regex(/^[^:]+:/, 'is key:value')),
  resources: all(z.enum(resourceNames)),
  disabled: z.boolean(),
};

/** Null asks for all. */
export const newWebhookSchema = z.strictObject({
  url: fields.url,
  description: fields.description.default(null),
  eventTypes: fields.eventTypes.default(null),
  connections: fields.connections.default(null),
  companies: fields.companies.default(null),
  companyTags: fields.companyTags.default(null),
  resources: fields.resources.default(null),
  disabled: fields.disabled.default(false),
});

/** Types are those of the consumer's format. */
export const webhookChangeSchema = z.strictObject({ ...fields, eventTypes: all(z.string()) }).partial();

/** Throws a Problem for a type that consumers of the format are never told. */
export function allowTypes(format: string, wanted: readonly string[] | null | undefined): void {
  const allowed = format === nativeFormat ? nativeTypes : codatTypes;
  const unknown = wanted?.find(type => !allowed.includes(type));
  if (unknown === undefined) return;
  throw new Problem('invalid-body', `"eventTypes": knows no "${unknown.slice(0, 100)}"`, {
    parameter: 'eventTypes',
    allowed,
  });
}

/** What the key may ask for: of connections that it does not see nobody is told through it. Throws a Problem for others. */
export function allowedWish<Wish extends { readonly connections?: readonly string[] | null | undefined }>(
  { key, connections }: Call,
  wish: Wish,
): Wish {
  const wanted = wish.connections;
  if (wanted === undefined) return wish;
  if (wanted === null) return { ...wish, connections: key.connections };
  const known = connections.map(({ id }) => id);
  const unknown = wanted.find(id => !known.includes(id));
  if (unknown === undefined) return wish;
  throw new Problem('invalid-body', `"connections": knows no "${unknown.slice(0, 100)}"`, {
    parameter: 'connections',
    allowed: known,
  });
}
