import type { Consumer, Delivery, DeliveryState } from '@cartograph/webhooks';
import { instant, list, nullable, object, text, whole } from '../openapi/answers.js';

const names = nullable(list(text));

export const webhookSchema = object({
  ...{ id: text, format: text, url: text, description: nullable(text) },
  ...{ eventTypes: names, connections: names, companies: names, companyTags: names, resources: names },
  disabled: { type: 'boolean' },
  disabledBecause: { ...nullable(text), description: 'Why it was disabled; null where somebody wanted that.' },
  createdAt: nullable(instant),
  position: {
    ...nullable(object({ change: whole, event: whole })),
    description: 'All before it, of the change feed and of the events, was delivered or given up.',
  },
  failingSince: { ...nullable(instant), description: 'Since when no attempt succeeds.' },
  nextAttemptAt: { ...nullable(instant), description: 'Of the message whose turn it is.' },
});

/** Neither secrets nor what the format keeps for itself. */
export const showWebhook = (consumer: Consumer, state: DeliveryState | null) => ({
  ...{ id: consumer.id, format: consumer.format, url: consumer.url, description: consumer.description },
  ...{ eventTypes: consumer.eventTypes, connections: consumer.connections, companies: consumer.companies },
  ...{ companyTags: consumer.companyTags, resources: consumer.resources },
  ...{ disabled: consumer.disabled, disabledBecause: consumer.disabledBecause, createdAt: consumer.createdAt },
  position: state && { change: state.position.change, event: state.position.event },
  failingSince: state?.failing?.since ?? null,
  nextAttemptAt: consumer.disabled ? null : (state?.head?.dueAt ?? null),
});

export const deliverySchema = object({
  ...{ id: text, type: text, status: { type: 'string', enum: ['pending', 'delivered', 'failed', 'dropped'] } },
  ...{ madeAt: instant, nextAttemptAt: nullable(instant), change: nullable(whole) },
  attempts: list(object({ at: instant, status: nullable(whole), error: nullable(text), milliseconds: whole })),
});

/** `change`: up to where of the change feed the consumer was told before. */
export const showDelivery = ({ id, type, status, madeAt, nextAttemptAt, position, attempts }: Delivery) => ({
  ...{ id, type, status, madeAt, nextAttemptAt },
  change: position?.change ?? null,
  attempts,
});

export const secretSchema = object({
  secret: { ...nullable(text), description: 'Shown once; null after that.' },
  since: instant,
  previousUntil: { ...nullable(instant), description: 'Until when the one before signs too.' },
});

export const showSecret = ({ secret: kept }: Consumer, secret: string | null) => ({
  secret,
  since: kept?.since,
  previousUntil: kept?.previousUntil ?? null,
});
