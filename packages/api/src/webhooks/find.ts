import type { ApiKey } from '@cartograph/core';
import type { Consumer, Consumers } from '@cartograph/webhooks';
import { readQuery } from '../http/parameters.js';
import { Problem } from '../http/problem.js';
import type { Call, Route } from '../route.js';

/** What all routes of webhooks have in common. */
export const webhookRoute = (
  method: Route['method'],
  more: string,
  summary: string,
): Pick<Route, 'method' | 'path' | 'tag' | 'summary' | 'scope'> => ({
  ...{ method, path: `/v1/webhooks${more}`, tag: 'webhooks', summary, scope: 'admin' },
});

/** A key that is for some connections only knows of those webhooks alone that are told of these. */
export const sees = ({ connections }: ApiKey, consumer: Consumer): boolean =>
  connections === null || (consumer.connections?.every(id => connections.includes(id)) ?? false);

/** The one in the path, of a request that asks for nothing else. Throws a Problem where it is not there, or the key may not see it. */
export async function ownWebhook(consumers: Consumers, call: Call): Promise<Consumer> {
  readQuery({}, call.query);
  return pathWebhook(consumers, call);
}

export async function pathWebhook(consumers: Consumers, { key, path }: Call): Promise<Consumer> {
  const id = path.id ?? '';
  const found = await consumers.find(id);
  if (found && sees(key, found)) return found;
  throw noWebhook(id);
}

export const noWebhook = (id: string): Problem =>
  new Problem('not-found', `There is no webhook "${id.slice(0, 100)}"`, { parameter: 'id' });
