import { checkInput, type RequestOptions } from '@cartograph/connector-kit';
import { manifestFilters, manifestIds } from '../input/jobs.js';
import { itemsOf } from '../input/orders.js';
import {
  exportJobSchema,
  type Manifest,
  manifestDetailSchema,
  manifestDocumentSchema,
  manifestSchema,
} from '../records/job.js';
import { type Api, part } from './api.js';

type Id = string | number;

export function createManifests(api: Api) {
  const manifests = api.of('manifests', manifestSchema);
  const details = api.of('manifests', manifestDetailSchema);
  const documents = api.of('manifests.document', manifestDocumentSchema);
  const jobs = api.of('manifests.export', exportJobSchema);
  return {
    ...manifests.paged('/v2/manifest', manifestFilters, { order: { sort: 'createdAt', sortDir: 'asc' } }),
    get: (id: Id, call?: RequestOptions): Promise<Manifest> =>
      manifests.one('GET', `/v2/manifest/${part(id)}`, {}, call),
    create: async (orderItemIds: readonly Id[], call?: RequestOptions) =>
      details.one(
        'POST',
        '/v2/manifest',
        { json: { orderItemIds: checkInput('manifests.create', itemsOf, orderItemIds) } },
        call,
      ),
    setToShipped: async (ids: readonly Id[], call?: RequestOptions) =>
      details.all(
        'POST',
        '/v2/manifest/shipped',
        { json: { manifestIds: checkInput('manifests.setToShipped', manifestIds, ids) } },
        call,
      ),
    document: (manifestCode: string, call?: RequestOptions) =>
      documents.one('GET', '/v2/document/manifest', { query: { manifestCode } }, call),
    export: async (ids: readonly Id[], call?: RequestOptions) =>
      jobs.one(
        'POST',
        '/v2/exports/manifest',
        { json: { manifestIds: checkInput('manifests.export', manifestIds, ids) } },
        call,
      ),
  };
}
