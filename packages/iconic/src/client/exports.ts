import { checkInput, type RequestOptions } from '@cartograph/connector-kit';
import type { Host } from '@cartograph/core';
import type { z } from 'zod';
import {
  exportFilters,
  itemTransactionReport,
  manifestExport,
  returnExport,
  salesReport,
  taxDocument,
  transactionReport,
  unifiedReport,
} from '../input/jobs.js';
import { orderExport } from '../input/orders.js';
import { imageExport, productExport } from '../input/products.js';
import { type ExportItem, exportItemSchema, exportJobSchema, reportJobSchema } from '../records/job.js';
import { type Api, part } from './api.js';
import { type WaitOptions, waitFor } from './waiting.js';

type Id = string | number;

const mostExports = 20;

/**
 * Files that the platform makes in its own time. `exports.wait` waits for one by the `exportItemId` of its job, and
 * `files.download` fetches it by its `uuid`; reports answer with the `fileUuid` alone, which `files.status` tells of.
 */
export function createExports(api: Api, host: Host) {
  const items = api.of('exports', exportItemSchema);
  const get = (id: Id, call?: RequestOptions): Promise<ExportItem> =>
    items.one('GET', `/v2/exports/${part(id)}`, {}, call);
  return {
    ...items.paged('/v2/exports', exportFilters, {
      most: mostExports,
      order: { orderBy: 'id_export_item', orderDirection: 'ASC' },
    }),
    get,
    /** Until it is finished; rejects when it ends otherwise. */
    wait: (id: Id, options?: WaitOptions): Promise<ExportItem> =>
      waitFor(`export ${id}`, call => get(id, call), host, options),
    ...createJobs(api),
    ...createReports(api),
  };
}

function createJobs(api: Api) {
  const jobs = api.of('exports', exportJobSchema);
  const items = api.of('exports', exportItemSchema);
  return {
    /** With the filters of `orders.list`. */
    orders: async (query: z.input<typeof orderExport> = {}, call?: RequestOptions) =>
      items.one('GET', '/v2/orders/export', { query: checkInput('exports.orders', orderExport, query) }, call),
    returns: async (input: z.input<typeof returnExport>, call?: RequestOptions) =>
      jobs.one('POST', '/v2/orders/returns/export', { json: checkInput('exports.returns', returnExport, input) }, call),
    /** With the filters of `productSets.list`. */
    products: async (query: z.input<typeof productExport> = {}, call?: RequestOptions) =>
      jobs.one('GET', '/v2/export-products', { query: paged('exports.products', productExport, query) }, call),
    images: async (query: z.input<typeof imageExport> = {}, call?: RequestOptions) =>
      jobs.one('GET', '/v2/export-images', { query: checkInput('exports.images', imageExport, query) }, call),
    users: (call?: RequestOptions) => jobs.one('POST', '/v2/export-users', {}, call),
    switchableSellers: (call?: RequestOptions) => jobs.one('POST', '/v2/export-switchable-sellers', {}, call),
  };
}

function createReports(api: Api) {
  const reports = api.of('exports', reportJobSchema);
  const report =
    <Schema extends z.ZodType>(name: string, path: string, schema: Schema) =>
    async (input: z.input<Schema>, call?: RequestOptions) =>
      reports.one('POST', `/v2/exports/${path}`, { json: checkInput<unknown>(`exports.${name}`, schema, input) }, call);
  return {
    orderManifests: report('orderManifests', 'order-manifests', manifestExport),
    salesReport: report('salesReport', 'sales-report', salesReport),
    transactions: report('transactions', 'report-transactions', transactionReport),
    itemTransactions: report('itemTransactions', 'report-order-item-transactions', itemTransactionReport),
    unifiedTransactions: report('unifiedTransactions', 'unified-transactions', unifiedReport),
    taxDocument: report('taxDocument', 'invoice-tax-document', taxDocument),
  };
}

/** The platform wants a page of this list of all. */
const paged = (name: string, schema: z.ZodType<object>, query: object) => ({
  ...checkInput<object>(name, schema, query),
  limit: 100,
  offset: 0,
});
