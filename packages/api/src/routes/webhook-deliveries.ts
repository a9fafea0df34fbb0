import { readBody } from '../http/body.js';
import { json } from '../http/json.js';
import { readQuery, whole, words } from '../http/parameters.js';
import { Problem } from '../http/problem.js';
import { list, nullable, object, reference } from '../openapi/answers.js';
import type { Route, Services } from '../route.js';
import { noWebhook, ownWebhook, pathWebhook, webhookRoute } from '../webhooks/find.js';
import { positionOf, replaySchema } from '../webhooks/replay.js';
import { deliverySchema, showDelivery, showWebhook } from '../webhooks/show.js';
import type { Webhooks } from '../webhooks/webhooks.js';

const statuses = ['pending', 'delivered', 'failed', 'dropped'] as const;

const parameters = {
  limit: whole('At most so many messages.', { min: 1, max: 500, otherwise: 100 }),
  status: words('Only these.', statuses),
};

const any = { type: 'object' } as const;

/** What was sent to a consumer, and what is to be sent again. */
export function webhookDeliveryRoutes(
  { consumers, byHand }: Webhooks,
  { storage }: Pick<Services, 'storage'>,
): readonly Route[] {
  return [
    {
      ...webhookRoute('get', '/{id}/deliveries', 'What was sent to it, and what came of it'),
      description: 'The last 500 messages are kept.',
      query: parameters,
      answer: { status: 200, description: 'The newest first.', schema: object({ data: list(deliverySchema) }) },
      async handle(call) {
        const { limit, status } = readQuery(parameters, call.query);
        const { id } = await pathWebhook(consumers, call);
        const found = (await byHand.log(id)).filter(delivery => status?.includes(delivery.status) ?? true);
        return json({ data: found.slice(0, limit).map(showDelivery) });
      },
    },
    {
      ...webhookRoute('get', '/{id}/deliveries/{delivery}', 'One message, with what it says'),
      query: {},
      answer: {
        status: 200,
        description: 'The message.',
        schema: object({ data: { allOf: [deliverySchema, object({ message: any })] } }),
      },
      async handle(call) {
        const { id } = await ownWebhook(consumers, call);
        const messageId = call.path.delivery ?? '';
        const found = (await byHand.log(id)).find(delivery => delivery.id === messageId);
        if (!found) throw noMessage(messageId);
        return json({ data: { ...showDelivery(found), message: JSON.parse(found.body) } });
      },
    },
    {
      ...webhookRoute('post', '/{id}/replay', 'Tell it again'),
      description: [
        'One of: `sequence` of a change, a `time`, or `"failed": true` for the oldest message of the log that failed. What happened from',
        'there on is told again, in messages of new ids; from a later place on, what lies between is not told.',
        'Or `message`: this one is sent once more, at once and under its id, and `delivery` tells what came of it.',
      ].join('\n'),
      body: replaySchema,
      answer: {
        status: 200,
        description: 'Where it stands now.',
        schema: object({ data: object({ webhook: reference('webhook'), delivery: nullable(deliverySchema) }) }),
      },
      async handle(call) {
        const consumer = await ownWebhook(consumers, call);
        const { id } = consumer;
        const from = await readBody(call.request, replaySchema);
        const resent = 'message' in from ? await byHand.resend(id, from.message) : null;
        if ('message' in from) {
          if (resent === null) throw noMessage(from.message);
        } else await byHand.replay(id, await positionOf(storage, byHand, id, from));
        const webhook = showWebhook(consumer, await byHand.state(id));
        return json({ data: { webhook, delivery: resent && showDelivery(resent) } });
      },
    },
    {
      ...webhookRoute('post', '/{id}/test', 'Send it a message that tells nothing, at once'),
      description: 'Where it is taken, what waits is sent as well.',
      answer: { status: 200, description: 'What came of it.', schema: object({ data: deliverySchema }) },
      async handle(call) {
        const { id } = await ownWebhook(consumers, call);
        const sent = await byHand.test(id);
        if (sent) return json({ data: showDelivery(sent) });
        throw noWebhook(id);
      },
    },
  ];
}

const noMessage = (id: string): Problem =>
  new Problem('not-found', `There is no message "${id.slice(0, 100)}" in the log`, { parameter: 'message' });
