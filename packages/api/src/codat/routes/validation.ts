import { streamsOf } from '@cartograph/codat';
import { json } from '../../http/json.js';
import type { Services } from '../../route.js';
import type { CodatRoute } from '../call.js';
import { datasetsOf } from '../datasets.js';
import { CodatError } from '../error.js';
import { dataTypeOf } from '../named.js';
import type { Refresher } from '../refresher.js';

/** What of a data type is set aside now, with its reason: it did not fit the model and is told nowhere else. */
export function validationRoutes({ storage }: Services, { asked }: Refresher): readonly CodatRoute[] {
  return [
    {
      ...{ method: 'GET', path: '/companies/{companyId}/sync/{datasetId}/validation', scope: 'read' },
      async handle({ directory, path }) {
        const connections = directory.connectionsOf(directory.company(path.companyId ?? ''));
        const id = path.datasetId ?? '';
        const found = (await datasetsOf(storage, connections, asked)).find(dataset => dataset.id === id.toLowerCase());
        const connection = connections.find(one => one.id === found?.connectionId);
        if (!found || !connection?.stored)
          throw new CodatError(404, `No data set was found with ID ${id.slice(0, 100)}`);
        const streams = streamsOf(connection.connector, dataTypeOf(found.dataType));
        const aside = await storage.setAside(connection.stored.id);
        const errors = aside
          .filter(({ native }) => streams.includes(native.stream))
          .map(({ native, reason, path }) => ({
            itemId: native.id,
            message: reason,
            ruleId: path ?? 'record',
            validatorName: 'set aside',
          }));
        return json({ errors, warnings: [] });
      },
    },
  ];
}
