import { empty, json, type Route } from '../../http.js';
import { type Body, readBody } from '../body.js';
import { plainText, universalText } from '../dates.js';
import { countedPage, sorted } from '../pages.js';
import { found, problem } from '../problems.js';
import { readQuery } from '../query.js';
import { seller } from '../seller.js';
import { type EventAlias, eventAliases, eventsByEntity } from '../shop/events.js';
import type { Callback, Webhook } from '../webhooks.js';
import type { World } from '../world.js';

const eventBody = (alias: EventAlias) => ({ name: alias.replace(/^on/, ''), alias });

const webhookBody = (webhook: Webhook) => ({
  publicId: webhook.publicId,
  sellerId: seller.id,
  callbackUrl: webhook.callbackUrl,
  creationSource: 'api',
  createdAt: plainText(webhook.createdAt),
  updatedAt: plainText(webhook.updatedAt),
  isEnabled: webhook.isEnabled,
  events: webhook.events.map(eventBody),
});

const callbackBody = (callback: Callback) => ({
  id: callback.id,
  sellerId: seller.id,
  url: callback.url,
  status: callback.status,
  createdAt: plainText(callback.createdAt),
  lastCallAt: callback.lastCallAt === null ? null : plainText(callback.lastCallAt),
  event: callback.event,
  payload: callback.payload,
});

function readUrl(body: Body): string | undefined {
  const url = body.text('callbackUrl');
  if (url !== undefined && !(URL.canParse(url) && /^https?:/.test(url))) {
    body.refuse('callbackUrl', 'This value is not a valid URL.');
  }
  return url;
}

function readEvents(body: Body): readonly EventAlias[] | undefined {
  const names = body.texts('events');
  if (names === undefined) return undefined;
  const events = eventAliases.filter(alias => names.includes(alias));
  if (events.length < new Set(names).size || names.length === 0) {
    body.refuse('events', 'One or more of the given values is invalid.');
  }
  return events;
}

/** A malformed id is 400, one that nobody has is 404. */
const wellFormed = (id: string | undefined, pattern: RegExp): Response | undefined =>
  pattern.test(id ?? '') ? undefined : problem(400, 'Bad Request', `"${id}" is not a valid id.`);

const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function webhookRoutes(world: World): Route[] {
  const { webhooks } = world;
  const one = (id: string | undefined) => found(webhooks.hooks.find(({ publicId }) => publicId === id));
  const call = (id: string | undefined) => found(webhooks.callbacks.find(callback => String(callback.id) === id));
  return [
    [
      // The documentation calls the list `events`; live answers call it `items`.
      'GET /v2/webhook-entities',
      () => {
        const entities = Object.entries(eventsByEntity);
        return json({ items: entities.map(([name, aliases]) => ({ name, events: aliases.map(eventBody) })) });
      },
    ],
    [
      // Rows of what was set up, where the documentation shows rows of what was sent.
      'GET /v2/webhooks',
      ({ query }) => {
        const read = readQuery(query);
        const page = read.page({ max: 100, fallback: 100 });
        const ids = read.texts('publicIds');
        read.check();
        const matches = webhooks.hooks.filter(({ publicId }) => ids?.includes(publicId) ?? true);
        return countedPage(matches, page, webhookBody);
      },
    ],
    [
      'POST /v2/webhook',
      async ({ request }) => {
        const body = await readBody(request);
        const url = body.required('callbackUrl', readUrl(body), '');
        const events = body.required('events', readEvents(body), []);
        body.check();
        const { publicId, createdAt } = webhooks.add(url, events);
        return json({ webhookId: publicId, createdAt: universalText(createdAt) }, 201);
      },
    ],
    [
      'PUT /v2/webhook/:id',
      async ({ request, params }) => {
        const webhook = one(params.id);
        const body = await readBody(request);
        const [url, events] = [readUrl(body), readEvents(body)];
        body.check();
        webhook.callbackUrl = url ?? webhook.callbackUrl;
        webhook.events = events ?? webhook.events;
        webhook.updatedAt = world.now();
        return json({ webhookId: webhook.publicId, updatedAt: universalText(webhook.updatedAt) });
      },
    ],
    [
      'DELETE /v2/webhook/:id',
      ({ params }) => {
        const refusal = wellFormed(params.id, uuidPattern);
        if (!refusal) webhooks.remove(one(params.id));
        return refusal ?? empty();
      },
    ],
    [
      'POST /v2/webhook/:id/status',
      async ({ request, params }) => {
        const webhook = one(params.id);
        const body = await readBody(request);
        const isEnabled = body.required('isEnabled', body.flag('isEnabled'), false);
        body.check();
        webhook.isEnabled = isEnabled;
        webhook.updatedAt = world.now();
        return empty();
      },
    ],
    [
      'GET /v2/webhook/callback/:id',
      ({ params }) => wellFormed(params.id, /^\d+$/) ?? json(callbackBody(call(params.id))),
    ],
    [
      'POST /v2/webhook/callback/:id/retry',
      ({ params }) => {
        const callback = call(params.id);
        if (callback.status === 'success') return problem(422, 'Callback not sent', 'It has succeeded already.');
        webhooks.retry(callback);
        return empty();
      },
    ],
    [
      'GET /v2/webhook/callbacks/:url',
      ({ query, params }) => {
        const read = readQuery(query);
        const page = read.page({ max: 100 });
        const sort = read.choice('sort', ['callbackUrl', 'lastCall']) ?? 'lastCall';
        const direction = read.choice('sortDir', ['asc', 'desc']) ?? 'asc';
        read.check();
        const rows = sorted(
          webhooks.callbacks.filter(({ url }) => url === params.url),
          callback => (sort === 'callbackUrl' ? callback.url : (callback.lastCallAt ?? 0)),
          ({ id }) => id,
          direction,
        );
        return countedPage(rows, page, callbackBody);
      },
    ],
  ];
}
