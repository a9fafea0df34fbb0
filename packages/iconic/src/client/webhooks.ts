import { checkInput, type RequestOptions } from '@cartograph/connector-kit';
import {
  callbackFilters,
  enabled,
  url,
  type WebhookFilters,
  type WebhookInput,
  webhook,
  webhookFilters,
} from '../input/jobs.js';
import {
  savedWebhookSchema,
  type Webhook,
  type WebhookCallback,
  webhookCallbackSchema,
  webhookEntitySchema,
  webhookSchema,
} from '../records/job.js';
import { type Api, type PagedList, part } from './api.js';

type Id = string | number;

/** Told of by the platform, which signs nothing: choose an address that nobody guesses, and read again what it names. */
export function createWebhooks(api: Api) {
  const webhooks = api.of('webhooks', webhookSchema);
  const saved = api.of('webhooks', savedWebhookSchema);
  const entities = api.of('webhooks.entities', webhookEntitySchema);
  const callbacks = api.of('webhooks.callbacks', webhookCallbackSchema);
  const at = (publicId: string, rest = '') => `/v2/webhook/${part(publicId)}${rest}`;
  const list = async (query: WebhookFilters = {}, call?: RequestOptions): Promise<Webhook[]> =>
    webhooks.all('GET', '/v2/webhooks', { query: checkInput<object>('webhooks.list', webhookFilters, query) }, call);
  const ofUrl = (callbackUrl: string): PagedList<WebhookCallback, CallbackQuery> =>
    callbacks.paged(`${at('callbacks')}/${part(checkInput('webhooks.callbacks', url, callbackUrl))}`, callbackFilters);
  return {
    list,
    /** Null where there is none. */
    get: async (publicId: string, call?: RequestOptions): Promise<Webhook | null> =>
      (await list({ publicIds: [publicId] }, call)).find(row => row.publicId === publicId) ?? null,
    /** Answers with `webhookId`, which everything else calls `publicId`. */
    create: async (input: WebhookInput, call?: RequestOptions) =>
      saved.one('POST', '/v2/webhook', { json: checkInput('webhooks.create', webhook, input) }, call),
    /** All of a webhook. */
    update: async (publicId: string, input: WebhookInput, call?: RequestOptions) =>
      saved.one('PUT', at(publicId), { json: checkInput('webhooks.update', webhook, input) }, call),
    delete: (publicId: string, call?: RequestOptions) => api.send('DELETE', at(publicId), {}, call),
    setEnabled: async (publicId: string, isEnabled: boolean, call?: RequestOptions) =>
      api.send(
        'POST',
        at(publicId, '/status'),
        { json: { isEnabled: checkInput('webhooks.setEnabled', enabled, isEnabled) } },
        { idempotent: true, ...call },
      ),
    /** Which events there are. */
    entities: { list: (call?: RequestOptions) => entities.all('GET', '/v2/webhook-entities', {}, call) },
    /** What was sent to an address. */
    callbacks: {
      list: (callbackUrl: string, query?: CallbackQuery & { limit?: number; offset?: number }, call?: RequestOptions) =>
        ofUrl(callbackUrl).list(query, call),
      iterate: (callbackUrl: string, query?: CallbackQuery, call?: RequestOptions) =>
        ofUrl(callbackUrl).iterate(query, call),
      get: (callbackId: Id, call?: RequestOptions): Promise<WebhookCallback> =>
        callbacks.one('GET', `${at('callback')}/${part(callbackId)}`, {}, call),
      retry: (callbackId: Id, call?: RequestOptions) =>
        api.send('POST', `${at('callback')}/${part(callbackId)}/retry/`, {}, call),
    },
  };
}

export interface CallbackQuery {
  readonly sort?: 'callbackUrl' | 'lastCall' | undefined;
  readonly sortDir?: 'asc' | 'desc' | undefined;
}
