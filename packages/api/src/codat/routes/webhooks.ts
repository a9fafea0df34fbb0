import type { Consumer } from '@cartograph/webhooks';
import { z } from 'zod';
import { json } from '../../http/json.js';
import { consumerUrlSchema } from '../../webhooks/url.js';
import type { Webhooks } from '../../webhooks/webhooks.js';
import { readBody } from '../body.js';
import type { CodatRoute } from '../call.js';
import { CodatError, invalid } from '../error.js';
import { codatFormat } from '../webhooks/format.js';

const consumerSchema = z.object({
  url: consumerUrlSchema,
  eventTypes: z.array(z.string()).default([]),
  disabled: z.boolean().default(false),
  companyTags: z.array(z.string()).max(10).default([]),
});

const mostConsumers = 50;

/** Who is told of events in Codat's words. Their secrets, logs and replays are those of this API: `/v1/webhooks`. */
export function webhookRoutes({ consumers }: Webhooks): readonly CodatRoute[] {
  const path = '/webhooks';
  const all = async () => (await consumers.list()).filter(({ format }) => format === codatFormat);
  return [
    {
      ...{ method: 'GET', path, scope: 'admin', ofAll: true },
      handle: async () => json({ results: (await all()).map(show) }),
    },
    {
      ...{ method: 'POST', path, scope: 'admin', ofAll: true },
      async handle({ request }) {
        const wish = await readBody(request, consumerSchema);
        if ((await all()).length >= mostConsumers)
          throw invalid(`there are ${mostConsumers} webhook consumers at most`);
        const { origin } = new URL(request.url);
        const { consumer } = await consumers.create(codatFormat, { ...wish, origin }, false);
        return json(show(consumer), 201);
      },
    },
    {
      ...{ method: 'DELETE', path: `${path}/{webhookId}`, scope: 'admin', ofAll: true },
      async handle({ path }) {
        const id = (path.webhookId ?? '').toLowerCase();
        const known = (await all()).some(consumer => consumer.id === id);
        if (known && (await consumers.remove(id))) return new Response(null, { status: 204 });
        throw new CodatError(404, `No webhook consumer was found with ID ${id.slice(0, 100)}`);
      },
    },
  ];
}

const show = ({ id, url, eventTypes, disabled, companyTags }: Consumer) => ({
  ...{ id, url, eventTypes: eventTypes ?? [], disabled, companyTags: companyTags ?? [] },
});
