import type { RequestOptions } from '@cartograph/connector-kit';
import { type CatalogSummary, catalogSummarySchema } from '../records/product.js';
import type { Api } from './api.js';

/** What all of the catalog comes to. */
export function createCatalogSummary(api: Api) {
  const summaries = api.records('catalog.summary', catalogSummarySchema);
  return {
    summary: async (call?: RequestOptions): Promise<CatalogSummary> =>
      summaries.one(await api.record('GET', '/v3/catalog/summary', {}, call)),
  };
}
