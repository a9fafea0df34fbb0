import { input } from '@cartograph/connector-kit';
import { z } from 'zod';
import { anyOf, eitherFlag, flag, ids, instant, sentId, sortDir, texts } from './scalars.js';

const statuses = [
  'pending',
  'shipped',
  'canceled',
  'returned',
  'failed',
  'delivered',
  'ready_to_ship',
  'return_shipped_by_customer',
  'return_waiting_for_approval',
  'return_rejected',
  'return_delivered',
] as const;

const groups = [
  'economy',
  'express',
  'standard',
  'digital',
  'sameday',
  'air',
  'surface',
  'missing_external_invoice_access_key',
  'kpi_rejection_rate',
  'kpi_return_rate',
  'ready_to_ship_manifested',
  'ready_to_ship_nonmanifested',
] as const;

type Section = `status_${(typeof statuses)[number] | 'payment_pending'}` | `group_${(typeof groups)[number]}`;

const sections = [
  ...[...statuses, 'payment_pending'].map(status => `status_${status}`),
  ...groups.map(group => `group_${group}`),
] as Section[];

const shipmentType = z.enum(['warehouse', 'dropshipping', 'crossdocking']);

/** Filters of the list of orders that its export takes too. */
const orderFields = {
  section: z.enum(sections as [Section, ...Section[]]).optional(),
  /** Placed, from and to, inclusive. */
  dateStart: instant.optional(),
  dateEnd: instant.optional(),
  /** Orders with at least one item updated within, inclusive. */
  updateDateStart: instant.optional(),
  updateDateEnd: instant.optional(),
  orderIds: ids.optional(),
  orderNumbers: texts.optional(),
  packed: z.enum(['fully_packed', 'partially_packed', 'not_packed']).optional(),
  /** Words of a name. */
  customers: texts.optional(),
  printedStatus: eitherFlag.optional(),
  /** Ids of `orderItems.tags`. */
  tags: ids.optional(),
  productSku: texts.optional(),
  delivery: z.enum(['shippedUnder24h', 'notShippedUnder24h', 'notShippedUnder24BusinessHours']).optional(),
  shipmentType: shipmentType.optional(),
  /** Ids of `shipmentProviders`. */
  shipmentProviders: ids.optional(),
  paymentMethods: texts.optional(),
  warehouses: texts.optional(),
  orderSources: texts.optional(),
  sellerNames: texts.optional(),
  cancelationReasons: texts.optional(),
  fulfilmentType: anyOf(['merchant', 'venture']).optional(),
  outlet: eitherFlag.optional(),
  invoiceRequired: eitherFlag.optional(),
  /** Items list their vouchers only then. */
  includeVoucherDetails: flag.optional(),
};

export const orderFilters = input({
  ...orderFields,
  sort: z.enum(['createdAt', 'updatedAt']).optional(),
  sortDir,
});

export const orderExport = input({ ...orderFields, format: z.enum(['csv', 'xlsx']).optional() });

export const orderItemFilters = input({
  orderItemIds: ids.optional(),
  orderIds: ids.optional(),
  orderNumbers: texts.optional(),
  /** From and to, inclusive. */
  createdAtStart: instant.optional(),
  createdAtEnd: instant.optional(),
  updatedAtStart: instant.optional(),
  updatedAtEnd: instant.optional(),
  status: anyOf(statuses).optional(),
  returnedBy: z.enum(['seller', 'region']).optional(),
  srcIds: texts.optional(),
  shipmentType: shipmentType.optional(),
  includeVoucherDetails: flag.optional(),
  sort: z.enum(['updatedAt']).optional(),
  sortDir,
});

export const orderSearch = input({
  key: z.enum(['order_nr', 'source', 'customer', 'product', 'cancelation-reason']),
  query: z.string().min(1),
  filteredStatus: z.string().optional(),
});

export const archiveFilters = input({
  orderNr: z.string().min(1).optional(),
  createdAtFrom: instant.optional(),
  createdAtTo: instant.optional(),
  currency: z.string().optional(),
  srcId: z.string().optional(),
});

export const historyFilters = input({ orderItemIds: ids.optional() });

const itemIds = z.array(sentId).min(1).readonly();
const deliveryType = z.enum(['dropship', 'pickup', 'send_to_warehouse']);
const serialNumber = z.string().regex(/^[a-zA-Z0-9]{1,26}$/, 'must be 1 to 26 letters and digits');

export const itemsOf = itemIds;

/** A `reason` is the `name` of one of `failureReasons`. */
export const withReason = input({
  orderItemIds: itemIds,
  reason: z.string().min(1),
  reasonDetail: z.string().optional(),
});

export const returned = input({ orderItemIds: itemIds, reason: z.string().min(1).optional() });

/** `shippingProvider` is the `name` of one of `shipmentProviders`; it may be left out for a pickup alone. */
export const packed = input({
  orderItems: z
    .array(input({ orderItemId: sentId, serialNumber: serialNumber.optional() }))
    .min(1)
    .readonly(),
  deliveryType,
  shippingProvider: z.string().min(1).optional(),
  /** Needed where the provider has no `apiIntegrationAvailable`. */
  trackingNumber: z.string().min(1).optional(),
}).refine(({ deliveryType: way, shippingProvider }) => way === 'pickup' || shippingProvider !== undefined, {
  path: ['shippingProvider'],
  message: 'is needed unless the delivery type is pickup',
});

/** All items of one order, all pending. */
export const readyToShip = input({
  orderItems: z
    .array(input({ id: sentId, serialNumber: serialNumber.optional() }))
    .min(1)
    .readonly(),
  /** One that no other package has; it may be blank where the provider makes them itself, and for a pickup. */
  trackingNumber: z.string(),
  deliveryType: deliveryType.optional(),
  shippingProvider: z.string().min(1).optional(),
  accessKey: z.string().optional(),
  documentUrl: z.string().optional(),
  invoiceEncodedXml: z.string().optional(),
});

export const shipment = input({
  orderItemIds: itemIds,
  trackingNumber: z.string(),
  shippingProvider: z.string().min(1).optional(),
  deliveryType: deliveryType.optional(),
});

export const changedStatuses = input({
  orderItems: z
    .array(input({ orderItemId: sentId, status: z.string().min(1), reason: z.string().optional() }))
    .min(1)
    .readonly(),
});

export const shippingProvider = input({
  shippingProvider: z.string().min(1),
  trackingCode: z.string().min(1).optional(),
});
export const trackingCode = z.string().min(1);

export const itemInvoice = input({ orderItemId: sentId, invoiceNumber: z.string().min(1) });
export const invoiceAccessKeys = input({
  orderItems: z
    .array(
      input({
        orderItemId: sentId,
        accessKey: z.string().min(1),
        documentUrl: z.string().optional(),
        /** Taken before `documentUrl`. */
        InvoiceEncodedXml: z.string().optional(),
      }),
    )
    .min(1)
    .readonly(),
});
const generationType = z.enum(['autoincrement_number', 'order_number', 'show_dialog']);
export const invoiceSettings = input(
  { generationType, prefix: z.string().optional(), nextNumber: z.int().optional() },
  { readOnly: ['nextFormatedValue'] },
);
export const creditNoteSettings = input(
  { generationType: generationType.optional(), prefix: z.string(), nextNumber: z.int() },
  { readOnly: ['nextFormatedValue'] },
);

export type OrderFilters = z.input<typeof orderFilters>;
export type OrderItemFilters = z.input<typeof orderItemFilters>;
export type ArchiveFilters = z.input<typeof archiveFilters>;
export type OrderSearch = z.input<typeof orderSearch>;
export type CancelInput = z.input<typeof withReason>;
export type ReturnedInput = z.input<typeof returned>;
export type PackInput = z.input<typeof packed>;
export type ReadyToShipInput = z.input<typeof readyToShip>;
export type ShipInput = z.input<typeof shipment>;
export type ShippingProviderInput = z.input<typeof shippingProvider>;
export type InvoiceSettingsInput = z.input<typeof invoiceSettings>;
export type CreditNoteSettingsInput = z.input<typeof creditNoteSettings>;
