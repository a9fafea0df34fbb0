import { input } from '@cartograph/connector-kit';
import { z } from 'zod';
import { filter, flag, id, ids, oneOf, someOf, word } from './kinds.js';

export const webhookFilter = filter({ is_active: flag, scope: word, destination: word });

const readOnly = ['id', 'client_id', 'store_hash', 'created_at', 'updated_at'] as const;

export const webhookInput = input(
  {
    /** `store/order/created`; `store/order/*` for all of a kind. */
    scope: z.string().regex(/^store\/[\w/*]+$/, 'a scope such as store/order/created'),
    destination: z.url({ protocol: /^https$/, error: 'an address that begins with https://' }),
    is_active: flag.optional(),
    /** Sent with every delivery: a secret of one's own beside the signature. */
    headers: z.record(z.string(), z.string()).nullish(),
  },
  { readOnly },
);
export const webhookChanges = webhookInput.partial();
export const webhookAdminChanges = input(
  { emails: z.array(z.email()) },
  { readOnly: ['hooks_list', 'blocked_domains'] },
);

export const redirectFilter = filter({
  'id:in': ids,
  site_id: id,
  keyword: word,
  include: someOf('to_url'),
  sort: oneOf('from_path', 'type', 'site_id', 'id'),
  direction: oneOf('asc', 'desc'),
});
export const redirectCondition = filter({ 'id:in': ids, site_id: id });
/** One path of one site leads to one place. */
export const redirectRow = input(
  {
    from_path: z.string().min(1).max(2048),
    site_id: id,
    to: z.union([
      input({ type: oneOf('brand', 'category', 'page', 'post', 'product'), entity_id: id }),
      input({ type: z.literal('url'), url: word }),
    ]),
  },
  { readOnly: ['id', 'to_url'] },
);
