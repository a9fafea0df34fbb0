import { type BatchResult, checkInput, type RequestOptions } from '@cartograph/connector-kit';
import { z } from 'zod';
import {
  redirectCondition,
  redirectFilter,
  redirectRow,
  webhookAdminChanges,
  webhookChanges,
  webhookFilter,
  webhookInput,
} from '../input/webhook.js';
import { type Redirect, redirectSchema, webhookAdminSchema, webhookSchema } from '../records/channel.js';
import type { Api } from './api.js';
import { deletesMany, sendRows } from './resource/batches.js';
import { finds, gets, lists } from './resource/reading.js';
import { source } from './resource/source.js';
import { creates, deletes, deletesAll, singleton, updates } from './resource/writing.js';

/** Seen by the API account alone that made them; `readWebhook` reads what they send. */
export function createWebhooks(api: Api) {
  const webhooks = source(api, 'webhooks', () => '/v3/hooks', webhookSchema);
  const admin = source(api, 'webhooks.admin', () => '/v3/hooks/admin', webhookAdminSchema);
  return {
    ...lists(webhooks, webhookFilter),
    ...gets(webhooks),
    ...creates(webhooks, webhookInput),
    ...updates(webhooks, webhookChanges),
    ...deletes(webhooks),
    /** Which are deactivated or blocked, and who is told of it. */
    admin: singleton(admin, webhookAdminChanges),
  };
}

/** Paths of a storefront that lead elsewhere. */
export function createRedirects(api: Api) {
  const path = '/v3/storefront/redirects';
  const redirects = source(api, 'redirects', () => path, redirectSchema);
  const rows = z.array(redirectRow);
  return {
    ...lists(redirects, redirectFilter),
    ...finds(redirects),
    /** A path that leads elsewhere already is led here now. */
    upsertMany: async (
      given: readonly z.input<typeof redirectRow>[],
      call?: RequestOptions,
    ): Promise<BatchResult<Redirect>> =>
      sendRows(redirects, 'PUT', path, checkInput('redirects.upsertMany', rows, given), { size: 10, key: null, call }),
    ...deletesMany(redirects),
    ...deletesAll(redirects, redirectCondition),
  };
}
