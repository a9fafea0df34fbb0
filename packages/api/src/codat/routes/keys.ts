import type { ApiKey } from '@cartograph/core';
import { z } from 'zod';
import { createApiKey } from '../../auth/key.js';
import { json } from '../../http/json.js';
import type { Services } from '../../route.js';
import { readBody } from '../body.js';
import type { CodatRoute } from '../call.js';
import { CodatError } from '../error.js';
import { toDate } from '../shapes.js';

const newSchema = z.object({ name: z.string().max(50).nullish() });
const mostKeys = 10;

/** The same keys as everywhere. A key is shown when it is made, and never again: only a hash of it is kept. */
export function keyRoutes({ storage, host }: Services): readonly CodatRoute[] {
  const path = '/apiKeys';
  const valid = async () => (await storage.apiKeys()).filter(({ revokedAt }) => revokedAt === null);
  return [
    {
      ...{ method: 'GET', path, scope: 'admin', ofAll: true },
      handle: async () => json({ results: (await valid()).map(show) }),
    },
    {
      ...{ method: 'POST', path, scope: 'admin', ofAll: true },
      async handle(call) {
        const { name } = await readBody(call.request, newSchema);
        if ((await valid()).length >= mostKeys) throw new CodatError(409, `There are ${mostKeys} API keys at most`);
        const { connections, requestsPerMinute } = call.key;
        const { key, token } = createApiKey({
          ...{ name: name ?? 'Made by a client', scope: 'admin', connections, requestsPerMinute },
          createdAt: host.now().toISOString(),
        });
        await storage.saveApiKey(key);
        return json({ ...show(key), apiKey: token }, 201);
      },
    },
    {
      ...{ method: 'DELETE', path: `${path}/{apiKeyId}`, scope: 'admin', ofAll: true },
      async handle({ path }) {
        const found = (await valid()).find(({ id }) => id === path.apiKeyId);
        if (!found) throw new CodatError(404, `No API key was found with ID ${(path.apiKeyId ?? '').slice(0, 100)}`);
        await storage.saveApiKey({ ...found, revokedAt: host.now().toISOString() });
        return new Response(null, { status: 204 });
      },
    },
  ];
}

const show = ({ id, name, createdAt }: ApiKey) => ({ id, name, createdDate: toDate(createdAt) });
