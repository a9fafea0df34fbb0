import { z } from 'zod';
import { forged, isSame, sign } from './secrets.js';
import { contentOf, type EventContent } from './webhook-events.js';

const payloadSchema = z.object({
  /** `store/order/created`. */
  scope: z.string(),
  store_id: z.union([z.string(), z.number()]).nullish(),
  data: z.unknown(),
  hash: z.string().nullish(),
  /** Seconds since 1970; may be missing. */
  created_at: z.number().nullish(),
  /** `stores/<hash>`. */
  producer: z.string(),
});

export type WebhookEvent = EventContent & {
  /** The same for every delivery of one event, which may come more than once: keep it, and do nothing when it comes again. */
  readonly key: string;
  readonly scope: string;
  readonly storeHash: string;
  /** When it happened; null where the platform does not say. Events come in any order. */
  readonly createdAt: Date | null;
};

export interface WebhookCheck {
  /** Of the app or API account that made the webhook. */
  readonly clientSecret: string;
  /** Headers that the webhook was made to send, such as a secret of one's own; names in any case. */
  readonly headers?: Readonly<Record<string, string>>;
  /** How old a delivery may be; five minutes unless told. */
  readonly maxAgeMs?: number;
  readonly now?: Date;
}

const fiveMinutesMs = 5 * 60_000;

/**
 * The event of a webhook's request. Throws an AuthError unless one of its signatures was made with the secret, over its very
 * bytes, within the last minutes (https://www.standardwebhooks.com). Answer with 200 at once, and do the work afterwards.
 */
export async function readWebhook(request: Request, check: WebhookCheck): Promise<WebhookEvent> {
  const { clientSecret, headers = {}, maxAgeMs = fiveMinutesMs, now = new Date() } = check;
  const id = request.headers.get('webhook-id') ?? '';
  const seconds = request.headers.get('webhook-timestamp') ?? '';
  const signatures = request.headers.get('webhook-signature') ?? '';
  if (id === '' || !/^\d+$/.test(seconds) || signatures === '') throw forged('a webhook', 'it is not signed');
  if (Math.abs(now.getTime() - Number(seconds) * 1000) > maxAgeMs)
    throw forged('a webhook', 'it was signed too long ago, or a clock is wrong');
  for (const [name, value] of Object.entries(headers))
    if (!isSame(request.headers.get(name) ?? '', value)) throw forged('a webhook', `its header ${name} is another`);
  const body = new Uint8Array(await request.arrayBuffer());
  const expected = sign(clientSecret, Buffer.concat([Buffer.from(`${id}.${seconds}.`), body])).toString('base64');
  if (!signatures.split(' ').some(signature => isSame(signature, `v1,${expected}`)))
    throw forged('a webhook', 'it was not signed with this client secret');
  return eventOf(new TextDecoder().decode(body), id);
}

function eventOf(text: string, id: string): WebhookEvent {
  const read = payloadSchema.safeParse(parsed(text));
  if (!read.success) throw forged('a webhook', 'its body is not an event');
  const { scope, data, hash, created_at, producer } = read.data;
  return {
    ...contentOf(scope, data),
    key: hash ?? id,
    scope,
    storeHash: producer.replace(/^stores\//, ''),
    createdAt: created_at == null ? null : new Date(created_at * 1000),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
