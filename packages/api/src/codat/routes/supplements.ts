import { supplementalDataSchema } from '@cartograph/codat';
import { json } from '../../http/json.js';
import type { Services } from '../../route.js';
import { readBody } from '../body.js';
import type { CodatCall, CodatRoute } from '../call.js';
import { connectorOf, dataTypeOf } from '../named.js';
import { readSupplements, saveSupplements } from '../supplements.js';

/** What of the platform's own properties is told beside a data type. It holds at once, for every connection of the platform. */
export function supplementRoutes({ storage, connectors }: Services): readonly CodatRoute[] {
  const path = '/integrations/{platformKey}/dataTypes/{dataType}/supplementalDataConfig';
  const own = ({ path }: CodatCall) =>
    [connectorOf(connectors, path.platformKey ?? ''), dataTypeOf(path.dataType ?? '')] as const;
  return [
    {
      ...{ method: 'PUT', path, scope: 'admin', ofAll: true },
      async handle(call) {
        await saveSupplements(storage, ...own(call), await readBody(call.request, supplementalDataSchema));
        return new Response(null, { status: 200 });
      },
    },
    {
      ...{ method: 'GET', path, scope: 'read' },
      handle: async call => json(await readSupplements(storage, ...own(call))),
    },
  ];
}
