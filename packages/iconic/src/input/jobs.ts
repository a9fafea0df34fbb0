import { input } from '@cartograph/connector-kit';
import { z } from 'zod';
import { statementType } from './finance.js';
import { file, ids, instant, sentId, sentIds, sentInstant, sortDir, texts } from './scalars.js';

export const webhookEvents = [
  'onOrderCreated',
  'onOrderItemsStatusChanged',
  'onReturnStatusChanged',
  'onProductCreated',
  'onProductUpdated',
  'onProductQcStatusChanged',
  'onFeedCreated',
  'onFeedCompleted',
  'onStatisticsUpdated',
  'onMetricsUpdated',
] as const;
type WebhookEvent = (typeof webhookEvents)[number];

/** `webhooks.entities` tells which events there are: a new one is no error here. */
const event = z.string().regex(/^on[A-Z]\w+$/, 'must be the alias of an event, such as onOrderCreated') as z.ZodType<
  WebhookEvent | (string & {}),
  WebhookEvent | (string & {})
>;
export const webhook = input(
  { callbackUrl: z.url(), events: z.array(event).min(1).readonly() },
  { readOnly: ['publicId', 'sellerId', 'creationSource', 'createdAt', 'updatedAt', 'isEnabled'] },
);
export const webhookFilters = input({ publicIds: texts.optional() });
export const callbackFilters = input({ sort: z.enum(['callbackUrl', 'lastCall']).optional(), sortDir });
export const url = z.url();
export const enabled = z.boolean();

const format = z.enum(['csv', 'xlsx']);
const manifestStatus = z.enum([
  'forward_ready_to_ship',
  'forward_received',
  'forward_shipped',
  'return_ready_to_ship',
  'return_received',
  'return_shipped',
]);
const manifestFields = {
  type: z.enum(['forward', 'return']).optional(),
  manifestCodes: texts.optional(),
  orderNumbers: texts.optional(),
  status: manifestStatus.optional(),
};
export const manifestFilters = input({
  ...manifestFields,
  dateStart: instant.optional(),
  dateEnd: instant.optional(),
  orderItemIds: ids.optional(),
  sort: z.enum(['createdAt', 'manifestCode']).optional(),
  sortDir,
});
export const manifestExport = z.union([
  input({
    ...manifestFields,
    dateStart: sentInstant.optional(),
    dateEnd: sentInstant.optional(),
    orderItemIds: sentIds.optional(),
  }),
  input({ manifestIds: sentIds }),
]);
export const manifestIds = z.array(sentId).min(1).readonly();

export const exportFilters = input({
  /** Which kinds of exports; the list is of these alone. */
  exportActions: z.array(z.string().min(1)).min(1).readonly(),
  orderBy: z.enum(['id_export_item', 'created_at', 'updated_at']).optional(),
  orderDirection: z.enum(['ASC', 'DESC']).optional(),
  keyword: z.string().optional(),
});
export const returnExport = input({
  format,
  status: z
    .enum([
      'open',
      'return_shipped_by_customer',
      'return_delivered',
      'return_waiting_for_approval',
      'return_rejected',
      'returned',
      'seller',
      'regions',
    ])
    .optional(),
  orderItemIds: sentIds.optional(),
  srcIds: texts.optional(),
  orderNumbers: texts.optional(),
  dateStart: sentInstant.optional(),
  dateEnd: sentInstant.optional(),
});

const document = z.enum([
  'all_documents',
  'invoice',
  'exportInvoice',
  'shippingLabel',
  'shippingParcel',
  'carrierManifest',
  'serialNumber',
  'picklist',
  'checklist',
  'creditNote',
  'manifest',
]);
const documentFields = {
  documentType: z.union([document, z.array(document).min(1).readonly()]),
  format: z.enum(['pdf', 'html']).optional(),
};
/** Of orders, or of items. Several kinds go out as one list. */
export const documentExport = z
  .union([
    input({ orderIds: z.array(sentId).min(1).readonly(), ...documentFields }),
    input({ orderItemIds: z.array(sentId).min(1).readonly(), ...documentFields }),
  ])
  .transform(({ documentType, ...rest }) => ({ ...rest, documentType: [documentType].flat().join(',') }));

export const packageDocument = input({ documentType: z.string().min(1), file });

const report = {
  locale: z.string().min(2),
  currency: z.string().length(3),
  statementType: statementType.optional(),
  statementId: sentId.optional(),
};
const dates = { startDate: sentInstant.optional(), endDate: sentInstant.optional() };
const itemReport = {
  ...report,
  ...dates,
  isHybrid: z.boolean().optional(),
  isOutlet: z.boolean().optional(),
  payoutStatus: z.enum(['paid', 'unpaid', 'partiallyPaid']).optional(),
  orderNumbers: texts.optional(),
  products: texts.optional(),
};
export const salesReport = input({ ...report, ...dates });
export const transactionReport = input({
  ...report,
  ...dates,
  transactionTypeIds: sentIds,
  label: z.string().optional(),
});
export const itemTransactionReport = input({
  ...itemReport,
  status: texts.optional(),
  shipmentTypes: texts.optional(),
});
export const unifiedReport = input({
  ...itemReport,
  transactionNumbers: texts.optional(),
  transactionTypeIds: sentIds.optional(),
});
export const taxDocument = input({ ...report, statementId: sentId, sellerId: sentId.optional() });

export const orderImport = z.enum([
  'ready-to-ship',
  'create-forward-manifest',
  'update-manifest-status',
  'to-shipped',
  'to-delivered',
  'invoice-access-key',
  'to-returned',
  'to-received',
  'to-return-approved',
  'to-return-rejected',
]);
export const stockXmlRows = z
  .array(input({ sellerSku: z.string().min(1), quantity: z.int().min(0) }))
  .min(1)
  .readonly();
export const xml = z.string().regex(/^\s*</, 'must be XML');

const documentKinds = {
  inbound: ['complementary-note', 'correction-letter', 'normal-issue', 'canceled', 'unused'],
  'inbound-return': ['complementary-note', 'correction-letter', 'normal-issue', 'canceled', 'unused'],
  sale: ['complementary-note', 'correction-letter', 'normal-issue', 'symbolic-return', 'canceled', 'unused'],
  'sale-devolution': [
    'complementary-note',
    'correction-letter',
    'normal-issue',
    'shipping-symbolic',
    'canceled',
    'unused',
  ],
  'stock-decrease': ['complementary-note', 'correction-letter', 'normal-issue', 'canceled', 'unused'],
} as const;
type TaxDocumentType = {
  [Kind in keyof typeof documentKinds]: `${Kind}-${(typeof documentKinds)[Kind][number]}`;
}[keyof typeof documentKinds];
const documentTypes = Object.entries(documentKinds).flatMap(([kind, names]) =>
  names.map(name => `${kind}-${name}`),
) as [TaxDocumentType, ...TaxDocumentType[]];

export const invoiceFilters = input({
  orderNumbers: texts.optional(),
  invoiceNumbers: texts.optional(),
  poNumbers: texts.optional(),
  documentTypes: z.array(z.enum(documentTypes)).readonly().optional(),
  startDate: z.iso.date().optional(),
  endDate: z.iso.date().optional(),
});

export type WebhookInput = z.input<typeof webhook>;
export type WebhookFilters = z.input<typeof webhookFilters>;
export type CallbackFilters = z.input<typeof callbackFilters>;
export type ManifestFilters = z.input<typeof manifestFilters>;
export type ManifestExport = z.input<typeof manifestExport>;
export type ExportFilters = z.input<typeof exportFilters>;
export type ReturnExport = z.input<typeof returnExport>;
export type DocumentExport = z.input<typeof documentExport>;
export type PackageDocument = z.input<typeof packageDocument>;
export type SalesReport = z.input<typeof salesReport>;
export type TransactionReport = z.input<typeof transactionReport>;
export type ItemTransactionReport = z.input<typeof itemTransactionReport>;
export type UnifiedReport = z.input<typeof unifiedReport>;
export type TaxDocument = z.input<typeof taxDocument>;
export type OrderImport = z.input<typeof orderImport>;
export type StockXmlRow = z.input<typeof stockXmlRows>[number];
export type InvoiceFilters = z.input<typeof invoiceFilters>;
