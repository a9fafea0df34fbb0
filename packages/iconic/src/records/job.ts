import type { z } from 'zod';
import type { ManifestStatus } from './order-item.js';
import { anything, count, flag, id, list, record, text, word } from './scalars.js';

/** A file that is being made; `exports.get` tells when it is there. */
export const exportJobSchema = record({ exportItemId: id.nullish(), uuid: text });
export const reportJobSchema = record({ fileUuid: text });
export const exportItemSchema = record({
  id: id.nullish(),
  userId: id.nullish(),
  sellerId: id.nullish(),
  status: word<'Finished' | 'Processing' | 'Error' | 'Queued' | 'Expired'>(),
  isDeleted: flag,
  createdAt: text,
  updatedAt: text,
  expiresAt: text,
  requestedFormats: list(text),
  /** Relative to the API's address. */
  downloadLinks: list(text),
  exportContent: text,
  uuid: text,
  note: text,
});
export const fileStatusSchema = record({ processStatus: text });

/** A file that was taken; `feeds.status` of its `feedUuid` tells what became of it. */
export const importAcceptedSchema = record({
  success: flag,
  /** May hold HTML. */
  message: text,
  errorMessages: list(text),
  warningMessages: list(text),
  feedId: id.nullish(),
  feedUuid: text,
});

type FeedState = 'Finished' | 'Processing' | 'Error' | 'Queued' | 'Canceled';
export const feedSchema = record({
  id,
  userId: id.nullish(),
  sellerId: id.nullish(),
  status: word<FeedState>(),
  action: text,
  createdAt: text,
  updatedAt: text,
  source: text,
  requestedFormats: list(text),
  downloadLinks: list(text),
  totalRecords: count,
  processedRecords: count,
  failedRecords: count,
  failureReportExportItemid: id.nullish(),
});
export const feedStatusSchema = record({
  id,
  action: text,
  status: word<FeedState>(),
  errors: list(record({ itemId: id.nullish(), errorCode: text, fieldName: text, errorMessage: text, sellerSku: text })),
  warnings: list(record({ itemId: id.nullish(), message: text, fieldName: text, sellerSku: text })),
});
export const feedCountSchema = record({
  total: count,
  queued: count,
  processing: count,
  finished: count,
  canceled: count,
});
export const feedInputSchema = record({ FeedUuid: text, MimeType: text, File: text });

export const webhookSchema = record({
  publicId: text,
  sellerId: id.nullish(),
  callbackUrl: text,
  creationSource: word<'web' | 'api'>(),
  createdAt: text,
  updatedAt: text,
  isEnabled: flag,
  events: list(record({ name: text, alias: text })),
});
/** `webhookId` is what the list calls `publicId`. */
export const savedWebhookSchema = record({ webhookId: text, createdAt: text, updatedAt: text });
export const webhookCallbackSchema = record({
  id,
  sellerId: id.nullish(),
  url: text,
  status: word<'success' | 'fail' | 'inprogress' | 'queueing_failed'>(),
  createdAt: text,
  lastCallAt: text,
  event: text,
  /** Text that holds JSON. */
  payload: anything,
});
export const webhookEntitySchema = record({ name: text, events: list(record({ name: text, alias: text })) });

const manifestItems = list(record({ orderItemId: id, returnReason: text }));
export const manifestSchema = record({
  manifestId: id,
  shipmentProvider: text,
  trackingCode: text,
  type: word<'forward' | 'return'>(),
  manifestCode: text,
  orderItems: manifestItems,
  actions: list(text),
  status: word<ManifestStatus>(),
  packagesCount: count,
  createdAt: text,
});
export const manifestDetailSchema = record({
  manifestId: id,
  manifestCode: text,
  trackingCode: text,
  orderItems: manifestItems,
  status: word<ManifestStatus>(),
  type: word<'forward' | 'return'>(),
  shipmentProviderId: id.nullish(),
  createdAt: text,
  sellerId: id.nullish(),
});
export const manifestDocumentSchema = record({});

export type ExportJob = z.input<typeof exportJobSchema>;
export type ReportJob = z.input<typeof reportJobSchema>;
export type ExportItem = z.input<typeof exportItemSchema>;
export type ImportAccepted = z.input<typeof importAcceptedSchema>;
export type Feed = z.input<typeof feedSchema>;
export type FeedStatus = z.input<typeof feedStatusSchema>;
export type Webhook = z.input<typeof webhookSchema>;
export type WebhookCallback = z.input<typeof webhookCallbackSchema>;
export type WebhookEntity = z.input<typeof webhookEntitySchema>;
export type Manifest = z.input<typeof manifestSchema>;
export type ManifestDetail = z.input<typeof manifestDetailSchema>;
