import type { RequestOptions } from '@cartograph/connector-kit';
import { exportJobSchema } from '../records/job.js';
import type { Api } from './api.js';
import { type DownloadedFile, download } from './files.js';

/** Options of the templates that are made in the platform's own time. */
export interface JobOptions {
  'status-update': { readonly onlyActive?: string };
  'stock-update-async': { readonly onlyActive?: string };
  'product-category-tree-async': object;
  'price-update': { readonly onlyActive?: string };
  'image-update': { readonly format?: 'csv' | 'xlsx' };
  'product-removal-async': object;
  'product-creation': { readonly attributeSetId?: string | number; readonly type?: 'full' | 'light' };
  'missing-invoice-access-key-async': object;
  'update-manifest-status-async': object;
  'create-forward-manifest-async': object;
  'order-status-change': {
    readonly type: 'order-items' | 'order-items-by-package' | 'order-numbers' | 'order-items-status';
    readonly status: 'pending' | 'shipped' | 'ready-to-ship';
  };
}

export interface FileOptions {
  'stock-update': { readonly onlyActive?: string };
  'product-category-tree': object;
  'product-removal': object;
  'missing-invoice-access-key': object;
  'update-manifest-status': object;
  'create-forward-manifest': object;
  'pending-order-items': object;
  'pending-order-numbers': object;
  'order-item-status-update': object;
}

export type TemplateFile = keyof FileOptions;
export type TemplateJob = keyof JobOptions;

/** Options may be left out where none is required. */
type Given<Options> = object extends Options
  ? [query?: Options, call?: RequestOptions]
  : [query: Options, call?: RequestOptions];

/** Files to fill in and send by `imports`. */
export function createTemplates(api: Api) {
  const jobs = api.of('templates', exportJobSchema);
  return {
    download: <Name extends TemplateFile>(
      name: Name,
      ...[query, call]: Given<FileOptions[Name]>
    ): Promise<DownloadedFile> => download(api, `/v2/template/${name}`, query, call),
    /** A job that `exports.wait` waits for. */
    export: <Name extends TemplateJob>(name: Name, ...[query, call]: Given<JobOptions[Name]>) =>
      jobs.one('GET', `/v2/template/${name}`, query === undefined ? {} : { query }, call),
  };
}
