import { z } from 'zod';
import { readBody } from '../http/body.js';
import { json } from '../http/json.js';
import { object } from '../openapi/answers.js';
import type { Answer, Route, Services } from '../route.js';
import { noWebhook, ownWebhook, webhookRoute } from '../webhooks/find.js';
import { secretSchema, showSecret } from '../webhooks/show.js';
import type { Webhooks } from '../webhooks/webhooks.js';

const hourMs = 3_600_000;

const rotationSchema = z.strictObject({
  /** For so long both secrets sign. */
  overlapHours: z.number().min(0).max(168).default(24),
});

/** What a consumer checks signatures with. */
export function webhookSecretRoutes({ consumers }: Webhooks, { host }: Pick<Services, 'host'>): readonly Route[] {
  const answer: Answer = { status: 200, description: 'The secret.', schema: object({ data: secretSchema }) };
  return [
    {
      ...webhookRoute('get', '/{id}/secret', 'See the secret, where nobody saw it yet'),
      description: 'It is shown once: by this, or by what made it.',
      query: {},
      answer,
      async handle(call) {
        const { id } = await ownWebhook(consumers, call);
        const shown = await consumers.showSecret(id);
        if (shown) return json({ data: showSecret(shown.consumer, shown.secret) });
        throw noWebhook(id);
      },
    },
    {
      ...webhookRoute('post', '/{id}/secret', 'Make another secret'),
      description:
        'Until `overlapHours` have passed (24 unless told) messages have two signatures, one of each secret.',
      body: rotationSchema,
      answer,
      async handle(call) {
        const { id } = await ownWebhook(consumers, call);
        const text = await call.request.clone().text();
        const { overlapHours } = text === '' ? rotationSchema.parse({}) : await readBody(call.request, rotationSchema);
        const until = overlapHours === 0 ? null : new Date(host.now().getTime() + overlapHours * hourMs);
        const shown = await consumers.rotateSecret(id, until);
        if (shown) return json({ data: showSecret(shown.consumer, shown.secret) });
        throw noWebhook(id);
      },
    },
  ];
}
