import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { json } from '../../http/json.js';
import type { Services } from '../../route.js';
import { readBody } from '../body.js';
import type { CodatRoute } from '../call.js';
import { CodatError, invalid } from '../error.js';

const consumerSchema = z.object({
  url: z.url({ protocol: /^https?$/ }),
  eventTypes: z.array(z.string()).default([]),
  disabled: z.boolean().default(false),
  companyTags: z.array(z.string()).max(10).default([]),
});

const kind = 'codat webhook consumer';
const mostConsumers = 50;

/** Who wants to be told of events. They are kept; nothing is sent to them. */
export function webhookRoutes({ storage }: Services): readonly CodatRoute[] {
  const path = '/webhooks';
  const all = async () => (await storage.entries(kind)).map(({ body }): object => JSON.parse(body));
  return [
    { ...{ method: 'GET', path, scope: 'admin', ofAll: true }, handle: async () => json({ results: await all() }) },
    {
      ...{ method: 'POST', path, scope: 'admin', ofAll: true },
      async handle({ request }) {
        const consumer = { id: randomUUID(), ...(await readBody(request, consumerSchema)) };
        if ((await all()).length >= mostConsumers)
          throw invalid(`there are ${mostConsumers} webhook consumers at most`);
        await storage.saveEntry({ kind, id: consumer.id, body: JSON.stringify(consumer) });
        return json(consumer, 201);
      },
    },
    {
      ...{ method: 'DELETE', path: `${path}/{webhookId}`, scope: 'admin', ofAll: true },
      async handle({ path }) {
        const id = (path.webhookId ?? '').toLowerCase();
        if ((await storage.entry(kind, id)) === null)
          throw new CodatError(404, `No webhook consumer was found with ID ${id.slice(0, 100)}`);
        await storage.deleteEntry(kind, id);
        return new Response(null, { status: 204 });
      },
    },
  ];
}
