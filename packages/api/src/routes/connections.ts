import {
  ConflictError,
  type Connection,
  type Connector,
  isCommerceError,
  parseConfig,
  paused,
  resumed,
  type ShopContext,
} from '@cartograph/core';
import { z } from 'zod';
import { type CompleteThrough, completeThrough } from '../completeness.js';
import { readBody } from '../http/body.js';
import { json } from '../http/json.js';
import { readQuery } from '../http/parameters.js';
import { Problem } from '../http/problem.js';
import { instant, list, nullable, object, reference, text } from '../openapi/answers.js';
import type { Answer, Call, Route, Services } from '../route.js';
import { pathConnection } from '../visible.js';
import { failedEvent } from '../webhooks/failed.js';

/** What a connection may be called. */
export const connectionIdPattern = /^[a-z0-9][a-z0-9_-]{0,62}$/i;

const newSchema = z.strictObject({
  id: z.string().regex(connectionIdPattern, 'takes letters, digits, - and _, 63 at most'),
  platform: z.string(),
  /** As `config` of the platform's connector has them. */
  settings: z.record(z.string(), z.unknown()),
});
const changeSchema = newSchema
  .pick({ settings: true })
  .extend({ paused: z.boolean() })
  .partial()
  .refine(({ settings, paused }) => settings !== undefined || paused !== undefined, 'say settings, paused, or both');
const runSchema = z.strictObject({
  full: z.boolean().default(false),
  streams: z.array(z.string()).min(1).nullable().default(null),
});

export const connectionSchema = object({
  ...{ id: text, platform: text, createdAt: instant, pausedBecause: nullable(text) },
  shop: object({ name: nullable(text), currency: nullable(text), timeZone: nullable(text) }),
  completeThrough: nullable(instant),
});

const shown = ({ id, platform, createdAt, pausedBecause, shop }: Connection, complete: CompleteThrough) => ({
  id,
  platform,
  shop: shopOf(shop),
  createdAt,
  pausedBecause,
  completeThrough: complete[id] ?? null,
});

const shopOf = ({ name, currency, timeZone }: ShopContext): ShopContext => ({ name, currency, timeZone });

/** Connections are made, looked at, changed and forgotten; their settings are never shown. */
export function connectionRoutes(services: Services): readonly Route[] {
  const { storage, host, settings: vault } = services;
  const pathOf = (more = '') => `/v1/connections${more}`;
  const one: Answer = {
    status: 200,
    description: 'The connection.',
    schema: object({ data: reference('connection') }),
  };
  const answer = async (connection: Connection, status = 200): Promise<Response> =>
    json({ data: shown(connection, await completeThrough(services, [connection], null)) }, status);
  const own = (call: Call): Connection => {
    readQuery({}, call.query);
    return pathConnection(call, 'id');
  };

  return [
    {
      ...{ method: 'get', path: pathOf(), tag: 'connections', summary: 'The connections', scope: 'read' },
      query: {},
      answer: {
        status: 200,
        description: 'All that the key may see.',
        schema: object({ data: list(reference('connection')) }),
      },
      async handle(call) {
        readQuery({}, call.query);
        const complete = await completeThrough(services, call.connections, null);
        return json({ data: call.connections.map(connection => shown(connection, complete)) });
      },
    },
    {
      ...{ method: 'post', path: pathOf(), tag: 'connections', summary: 'Connect a shop', scope: 'admin' },
      description: 'The shop is asked whether the settings are right before they are stored, encrypted.',
      body: newSchema,
      answer: { ...one, status: 201 },
      async handle({ request, key }) {
        const { id, platform, settings } = await readBody(request, newSchema);
        if (key.connections !== null && !key.connections.includes(id))
          throw new Problem('forbidden', `"${key.name}" is only for ${key.connections.join(', ')}`, {
            parameter: 'id',
            allowed: key.connections,
          });
        const connector = connectorOf(services, platform);
        const shop = await greet(services, connector, settings);
        if ((await storage.connection(id)) !== null)
          throw new ConflictError(`There is a connection "${id}" already: choose another id, or change that one`);
        const connection: Connection = {
          ...{ id, platform, shop, pausedBecause: null },
          settings: vault.seal(id, settings),
          createdAt: host.now().toISOString(),
        };
        await storage.saveConnection(connection);
        return answer(connection, 201);
      },
    },
    {
      ...{
        method: 'get',
        path: pathOf('/{id}'),
        tag: 'connections',
        summary: 'One connection, and how many records it has',
        scope: 'read',
      },
      query: {},
      answer: one,
      async handle(call) {
        const connection = own(call);
        const complete = await completeThrough(services, [connection], null);
        return json({ data: { ...shown(connection, complete), counts: await storage.counts(connection.id) } });
      },
    },
    {
      ...{
        method: 'patch',
        path: pathOf('/{id}'),
        tag: 'connections',
        summary: 'Give it other settings, once the shop has taken them; pause or resume it',
        scope: 'admin',
      },
      body: changeSchema,
      answer: one,
      async handle(call) {
        const { settings, paused: wanted } = await readBody(call.request, changeSchema);
        const known = withPause(own(call), wanted);
        const connection = settings === undefined ? known : await withSettings(services, known, settings);
        await storage.saveConnection(connection, host.now().toISOString());
        return answer(connection);
      },
    },
    {
      ...{
        method: 'delete',
        path: pathOf('/{id}'),
        tag: 'connections',
        summary: 'Forget a shop and everything that was read from it',
        scope: 'admin',
      },
      answer: { status: 204, description: 'It is forgotten.', schema: null },
      async handle(call) {
        await storage.deleteConnection(own(call).id, host.now().toISOString());
        return new Response(null, { status: 204 });
      },
    },
    {
      ...{
        method: 'post',
        path: pathOf('/{id}/check'),
        tag: 'connections',
        summary: 'Ask the shop whether the credentials are good',
        scope: 'write',
      },
      answer: { status: 200, description: 'They are.', schema: object({ data: object({ shop: { type: 'object' } }) }) },
      async handle(call) {
        const connection = own(call);
        const settings = vault.unseal(connection);
        const shop = await greet(services, connectorOf(services, connection.platform), settings);
        return json({ data: { shop: shopOf(shop) } });
      },
    },
    {
      ...{ method: 'post', path: pathOf('/{id}/sync'), tag: 'connections', summary: 'Start a run', scope: 'write' },
      description: '`full` reads everything again and marks as deleted what is gone. `/v1/runs` tells how it stands.',
      body: runSchema,
      answer: { status: 202, description: 'It has begun.', schema: object({ data: object({ runId: text }) }) },
      async handle(call) {
        const connection = own(call);
        const text = await call.request.clone().text();
        const wish = text === '' ? { full: false, streams: null } : await readBody(call.request, runSchema);
        const known = Object.keys(connectorOf(services, connection.platform).streams);
        const unknown = wish.streams?.find(name => !known.includes(name));
        if (unknown !== undefined)
          throw new Problem('invalid-body', `There is no stream "${unknown.slice(0, 100)}"`, {
            parameter: 'streams',
            allowed: known,
          });
        return json({ data: { runId: await services.startRun(connection, wish) } }, 202);
      },
    },
  ];
}

const pausedThroughApi = 'it was paused through the API';

function withPause(connection: Connection, wanted: boolean | undefined): Connection {
  if (wanted === undefined) return connection;
  return wanted ? paused(connection, pausedThroughApi) : resumed(connection);
}

/** Throws a Problem, of which the event log is told, where the shop does not take them. */
async function withSettings(services: Services, known: Connection, settings: unknown): Promise<Connection> {
  const { storage, host, settings: vault } = services;
  const shop = await greet(services, connectorOf(services, known.platform), settings).catch(async error => {
    if (error instanceof Problem) {
      const event = failedEvent({ connection: known, reason: error.message, isNew: false }, host.now());
      await storage.writeEntries({ tell: [event] });
    }
    throw error;
  });
  const pausedBecause = known.pausedByUser ? known.pausedBecause : null;
  return { ...known, shop, settings: vault.seal(known.id, settings), pausedBecause };
}

function connectorOf({ connectors }: Services, platform: string): Connector {
  const found = connectors.find(({ id }) => id === platform);
  if (found) return found;
  const allowed = connectors.map(({ id }) => id);
  throw new Problem('invalid-body', `There is no platform "${platform.slice(0, 100)}"`, {
    parameter: 'platform',
    allowed,
  });
}

/** Throws a Problem where the settings do not fit, or the shop refuses them or does not answer. */
async function greet({ host }: Services, connector: Connector, settings: unknown): Promise<ShopContext> {
  const config = parseConfig(connector, settings);
  try {
    return await connector.open(config, host).check();
  } catch (error) {
    if (isCommerceError(error) && error.code !== 'rate_limit')
      throw new Problem('shop-refused', error.message, { parameter: 'settings' });
    throw error;
  }
}
