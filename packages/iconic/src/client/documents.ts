import { checkInput, type RequestOptions } from '@cartograph/connector-kit';
import type { z } from 'zod';
import {
  type DocumentExport,
  documentExport,
  type InvoiceFilters,
  invoiceFilters,
  type PackageDocument,
  packageDocument,
} from '../input/jobs.js';
import { type InvoiceSettingsInput, invoiceAccessKeys, invoiceSettings, itemInvoice } from '../input/orders.js';
import { exportItemSchema } from '../records/job.js';
import {
  generatedNumberSchema,
  invoiceNumberSchema,
  itemInvoiceSchema,
  uploadedDocumentSchema,
} from '../records/order.js';
import { orderItemIdsSchema } from '../records/order-item.js';
import { type Api, part } from './api.js';
import { type DownloadedFile, download } from './files.js';
import { multipart } from './multipart.js';

type Id = string | number;

/** Labels, invoices and lists of orders. */
export function createDocuments(api: Api) {
  const items = api.of('documents', exportItemSchema);
  const uploaded = api.of('documents', uploadedDocumentSchema);
  const at = (packageId: Id) => `/v2/order/document/package/${part(packageId)}`;
  return {
    /** Made in the platform's own time: `exports.wait`, then `files.download`. */
    export: async (input: DocumentExport, call?: RequestOptions) =>
      items.one(
        'POST',
        '/v2/orders/export-document',
        { json: checkInput<unknown>('documents.export', documentExport, input) },
        call,
      ),
    /** A document of the seller's own with a package. */
    upload: async (packageId: Id, input: PackageDocument, call?: RequestOptions) => {
      const { documentType, file } = checkInput('documents.upload', packageDocument, input);
      return uploaded.one('POST', at(packageId), await multipart({ documentType, documentFile: file }), call);
    },
    delete: (packageId: Id, call?: RequestOptions) => api.send('DELETE', at(packageId), {}, call),
  };
}

export function createInvoices(api: Api) {
  const settings = api.of('invoices.settings', invoiceNumberSchema);
  const numbers = api.of('invoices', itemInvoiceSchema);
  const generated = api.of('invoices', generatedNumberSchema);
  const changed = api.of('invoices', orderItemIdsSchema);
  return {
    /** A ZIP of tax documents; Latin American ventures have them. */
    download: async (query: InvoiceFilters = {}, call?: RequestOptions): Promise<DownloadedFile> =>
      download(api, '/v2/invoices', checkInput<object>('invoices.download', invoiceFilters, query), call),
    /** Of every item of the package. */
    setNumber: async (input: z.input<typeof itemInvoice>, call?: RequestOptions) =>
      numbers.one(
        'POST',
        '/v2/orders/set-invoice-number',
        { json: checkInput('invoices.setNumber', itemInvoice, input) },
        call,
      ),
    /** Of whole packages, none of whose items is pending. */
    setAccessKeys: async (input: z.input<typeof invoiceAccessKeys>, call?: RequestOptions) =>
      changed.one(
        'POST',
        '/v2/orders/set-invoice-access-key',
        { json: checkInput('invoices.setAccessKeys', invoiceAccessKeys, input) },
        call,
      ),
    /** The next number, for an order. */
    generateNumber: (orderId: Id, call?: RequestOptions) =>
      generated.one('POST', `/v2/orders/${part(orderId)}/generate-invoice-number`, {}, call),
    /** How invoices are numbered. */
    settings: {
      get: (call?: RequestOptions) => settings.one('GET', '/v2/orders/invoice-number-settings', {}, call),
      update: async (input: InvoiceSettingsInput, call?: RequestOptions) =>
        settings.one(
          'POST',
          '/v2/orders/invoice-number-settings/update',
          { json: checkInput('invoices.settings.update', invoiceSettings, input) },
          call,
        ),
    },
  };
}
