import { ResponseError } from '@cartograph/core';
import { z } from 'zod';
import { connectorTitle } from '../errors.js';

/** Ids have been sent as numbers and as text. */
const id = z.coerce.number().int();
const products = z.object({ SellerSkus: z.array(z.string()) });
const feed = z.object({ Feed: z.string() });

const payloads = {
  onOrderCreated: z.object({ OrderId: id, OrderNr: z.coerce.string() }),
  onOrderItemsStatusChanged: z.object({ OrderId: id, OrderItemIds: z.array(id), NewStatus: z.string() }),
  onProductCreated: products,
  onProductUpdated: products,
  onProductQcStatusChanged: products,
  onFeedCreated: feed,
  onFeedCompleted: feed,
};

type Known = keyof typeof payloads;

/** By its `event`; of an event that is not known here, or not documented, the payload is as it came. */
export type WebhookEvent =
  | { [Name in Known]: { readonly event: Name; readonly payload: z.output<(typeof payloads)[Name]> } }[Known]
  | {
      readonly event: 'onReturnStatusChanged' | 'onStatisticsUpdated' | 'onMetricsUpdated' | 'other';
      /** Its alias. */
      readonly name: string;
      readonly payload: unknown;
    };

const others = ['onReturnStatusChanged', 'onStatisticsUpdated', 'onMetricsUpdated'] as const;
const bodySchema = z.object({ event: z.string(), payload: z.unknown() });

/**
 * The body of a webhook, parsed or as text. Nothing proves that the platform sent it, for it signs nothing: take it as a hint,
 * and read what it names through the client. Answer with exactly 200; whatever else is sent once more.
 * Throws a ResponseError for a body that is no webhook.
 */
export function readWebhook(body: unknown): WebhookEvent {
  try {
    const { event: name, payload } = bodySchema.parse(typeof body === 'string' ? JSON.parse(body) : body);
    if (name in payloads) return { event: name, payload: payloads[name as Known].parse(payload) } as WebhookEvent;
    return { event: others.find(other => other === name) ?? 'other', name, payload };
  } catch (cause) {
    throw new ResponseError(`${connectorTitle}: this is no webhook`, { connector: connectorTitle }, { cause });
  }
}
