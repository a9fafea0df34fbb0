import { json } from '../../http/json.js';
import type { Services } from '../../route.js';
import { readBody } from '../body.js';
import type { CodatCall, CodatRoute } from '../call.js';
import { forAll, readSyncSettings, type SyncSettings, saveSyncSettings, syncSettingsSchema } from '../sync-settings.js';
import { uuidOf } from '../uuid.js';

export function settingsRoutes({ storage }: Services): readonly CodatRoute[] {
  const ofCompany = '/companies/{companyId}/syncSettings';
  const ofProfile = '/profile/syncSettings';
  const companyOf = ({ directory, path }: CodatCall): string => directory.company(path.companyId ?? '').id;
  return [
    {
      ...{ method: 'GET', path: ofCompany, scope: 'read' },
      async handle(call) {
        const companyId = companyOf(call);
        return json({ companyId, ...shown(await readSyncSettings(storage, companyId)) });
      },
    },
    {
      ...{ method: 'POST', path: ofCompany, scope: 'admin', ofAll: true },
      async handle(call) {
        await saveSyncSettings(storage, companyOf(call), await readBody(call.request, syncSettingsSchema));
        return new Response(null, { status: 204 });
      },
    },
    {
      ...{ method: 'GET', path: ofProfile, scope: 'read' },
      handle: async () => json({ clientId: uuidOf('client'), ...shown(await readSyncSettings(storage, forAll)) }),
    },
    {
      ...{ method: 'POST', path: ofProfile, scope: 'admin', ofAll: true },
      async handle({ request }) {
        await saveSyncSettings(storage, forAll, await readBody(request, syncSettingsSchema));
        return new Response(null, { status: 204 });
      },
    },
  ];
}

/** Clients refuse null. */
const shown = ({ settings, overridesDefaults }: SyncSettings) => ({
  settings: settings.map(setting => Object.fromEntries(Object.entries(setting).filter(([, value]) => value !== null))),
  overridesDefaults,
});
