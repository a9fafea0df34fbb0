import { resourceNames } from '@cartograph/core';
import { nativeTypes, testType } from '@cartograph/webhooks';
import type { JsonSchema } from '../http/parameters.js';
import { instant, list, nullable, object, text, whole } from './answers.js';

const flag: JsonSchema = { type: 'boolean' };
const record = object({
  sequence: { ...whole, description: 'In the change feed.' },
  connectionId: text,
  resource: { type: 'string', enum: resourceNames },
  id: text,
  change: { type: 'string', enum: ['created', 'updated', 'deleted', 'restored'] },
  at: instant,
});
const connection = {
  ...{ event: whole, connectionId: text, platform: text, createdAt: instant, pausedBecause: nullable(text) },
  shop: object({ name: nullable(text), currency: nullable(text), timeZone: nullable(text) }),
};
const company = object({ event: whole, id: text, name: text, tags: { type: 'object' }, created: instant });

/** What a message tells, by the beginning of its type. */
const dataSchemas: readonly (readonly [beginning: string, schema: JsonSchema])[] = [
  ['record.', object({ records: list(record) })],
  ['run.completed', object({ connectionId: text, runId: text, complete: flag, run: nullable({ type: 'object' }) })],
  ['connection.failed', object({ ...connection, reason: text, isNew: flag })],
  ['connection.', object(connection)],
  ['company.', company],
  ['', object({})],
];

/** The messages that consumers are sent, as OpenAPI describes requests in the other direction. */
export function describeMessages(): Readonly<Record<string, { readonly post: JsonSchema }>> {
  return Object.fromEntries([...nativeTypes, testType].map(type => [type, { post: messageOf(type) }]));
}

function messageOf(type: string): JsonSchema {
  const [, data = {}] = dataSchemas.find(([beginning]) => type.startsWith(beginning)) ?? [];
  const schema = object({ type: { type: 'string', enum: [type] }, timestamp: instant, data });
  const headers = ['webhook-id', 'webhook-timestamp', 'webhook-signature'];
  return {
    summary: `A message of the type ${type}`,
    parameters: headers.map(name => ({ name, in: 'header', required: true, schema: text })),
    requestBody: { required: true, content: { 'application/json': { schema } } },
    responses: { '2XX': { description: 'It was taken. Anything else, or nothing for 15 s: it is sent again.' } },
  };
}
