import { z } from 'zod';
import { json } from '../../http/json.js';
import type { Services } from '../../route.js';
import { readBody } from '../body.js';
import type { CodatRoute } from '../call.js';
import { keptOrigins, originsSchema } from '../cors-settings.js';
import { kept } from '../kept.js';

const profileSchema = z.object({
  name: z.string().min(1).max(250),
  redirectUrl: z.string().max(2000),
  logoUrl: z.string().max(2000).optional(),
  iconUrl: z.string().max(2000).optional(),
  whiteListUrls: z.array(z.string().max(2000)).max(100).default([]),
});

const unnamed: z.infer<typeof profileSchema> = { name: 'Cartograph', redirectUrl: '', whiteListUrls: [] };

/** How the operator calls the installation, and from where browsers may ask it. */
export function profileRoutes({ storage }: Services): readonly CodatRoute[] {
  const profile = kept(storage, 'codat profile', unnamed);
  const origins = keptOrigins(storage);
  return [
    { ...{ method: 'GET', path: '/profile', scope: 'read' }, handle: async () => json(await profile.read()) },
    {
      ...{ method: 'PUT', path: '/profile', scope: 'admin', ofAll: true },
      async handle({ request }) {
        const wanted = await readBody(request, profileSchema);
        await profile.save(wanted);
        return json(wanted);
      },
    },
    // The second is the older name of the first.
    ...['/corsSettings', '/connectionManagement/corsSettings'].flatMap((path): CodatRoute[] => [
      { ...{ method: 'GET', path, scope: 'read' }, handle: async () => json(await origins.read()) },
      {
        ...{ method: 'POST', path, scope: 'admin', ofAll: true },
        async handle({ request }) {
          const wanted = await readBody(request, originsSchema);
          await origins.save(wanted);
          return json(wanted);
        },
      },
    ]),
  ];
}
