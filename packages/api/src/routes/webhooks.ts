import { ConflictError } from '@cartograph/core';
import { type Consumer, type ConsumerWish, nativeFormat } from '@cartograph/webhooks';
import { readBody } from '../http/body.js';
import { json } from '../http/json.js';
import { readQuery } from '../http/parameters.js';
import { list, object, reference } from '../openapi/answers.js';
import type { Answer, Route } from '../route.js';
import { noWebhook, ownWebhook, sees, webhookRoute } from '../webhooks/find.js';
import { secretSchema, showSecret, showWebhook } from '../webhooks/show.js';
import type { Webhooks } from '../webhooks/webhooks.js';
import { allowedWish, allowTypes, newWebhookSchema, webhookChangeSchema } from '../webhooks/wish.js';

const mostWebhooks = 100;

/** Who is told what happens. */
export function webhookRoutes({ consumers, byHand }: Webhooks): readonly Route[] {
  const one: Answer = { status: 200, description: 'The webhook.', schema: object({ data: reference('webhook') }) };
  const shown = async (consumer: Consumer) => showWebhook(consumer, await byHand.state(consumer.id));
  return [
    {
      ...webhookRoute('get', '', 'The webhooks'),
      query: {},
      answer: {
        status: 200,
        description: 'All that the key may see.',
        schema: object({ data: list(reference('webhook')) }),
      },
      async handle(call) {
        readQuery({}, call.query);
        const seen = (await consumers.list()).filter(consumer => sees(call.key, consumer));
        return json({ data: await Promise.all(seen.map(shown)) });
      },
    },
    {
      ...webhookRoute('post', '', 'Be told what happens from now on'),
      description: 'Null asks for all. The answer has the secret that messages are signed with: it is not shown again.',
      body: newWebhookSchema,
      answer: { ...one, status: 201, schema: object({ data: { allOf: [reference('webhook'), secretSchema] } }) },
      async handle(call) {
        const wish = allowedWish(call, await readBody(call.request, newWebhookSchema));
        if ((await consumers.list()).length >= mostWebhooks)
          throw new ConflictError(`There are ${mostWebhooks} webhooks, which is as many as can be: delete one first`);
        const { consumer, secret } = await consumers.create(nativeFormat, wish, true);
        return json({ data: { ...(await shown(consumer)), ...showSecret(consumer, secret) } }, 201);
      },
    },
    {
      ...webhookRoute('get', '/{id}', 'One webhook, and how far it was told'),
      query: {},
      answer: one,
      handle: async call => json({ data: await shown(await ownWebhook(consumers, call)) }),
    },
    {
      ...webhookRoute('patch', '/{id}', 'Change it'),
      description: 'With `"disabled": false` or another `url` what waits is sent at once, from where it stopped.',
      body: webhookChangeSchema,
      answer: one,
      async handle(call) {
        const { id, format } = await ownWebhook(consumers, call);
        const changes = allowedWish(call, await readBody(call.request, webhookChangeSchema));
        allowTypes(format, changes.eventTypes);
        // JSON has no undefined.
        const changed = await consumers.change(id, changes as Partial<ConsumerWish>);
        if (changed) return json({ data: await shown(changed) });
        throw noWebhook(id);
      },
    },
    {
      ...webhookRoute('delete', '/{id}', 'Tell it nothing any more, and forget it'),
      answer: { status: 204, description: 'It is forgotten.', schema: null },
      async handle(call) {
        await consumers.remove((await ownWebhook(consumers, call)).id);
        return new Response(null, { status: 204 });
      },
    },
  ];
}
