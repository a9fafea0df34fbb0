import type { z } from 'zod';
import { orderItemSchema } from './order-item.js';
import { amount, anything, count, dictionary, flag, id, list, map, record, text, word } from './scalars.js';

/** Lines and phones are lists padded with blanks; e-mail and phone may be masked; the country is a name. */
const address = map({
  firstName: text,
  lastName: text,
  phone: list(text),
  address: list(text),
  email: text,
  city: text,
  ward: text,
  region: text,
  postCode: text,
  country: text,
});

export const orderSchema = record({
  id,
  uuid: text,
  /** What people call it; calls take the `id`. */
  number: text,
  regionId: text,
  sellerId: id.nullish(),
  invoiceRequired: flag,
  customer: map({ firstName: text, lastName: text }),
  address: map({ billing: address, shipping: address }),
  nationalRegistrationNumber: text,
  payoutPending: flag,
  gift: map({ option: flag, message: anything }),
  voucher: map({ code: text, type: text }),
  deliveryInfo: text,
  paymentMethod: text,
  /** ISO 4217, of every amount of the order and its items. */
  currency: text,
  remarks: text,
  createdAt: text,
  updatedAt: text,
  addressUpdatedAt: text,
  exchangeByOrderId: text,
  exchangeForOrderId: text,
  extraAttributes: anything,
  /** How many items have each status: the order has none of its own. */
  statusList: dictionary(count),
  source: text,
  itemCount: count,
  unitPriceSumWithFees: amount,
  shippingFeeSstSum: amount,
  /** Left out by some deployments. */
  grandTotal: amount,
  targetToShip: text,
  shipmentProviderType: word<
    'express' | 'standard' | 'economy' | 'digital' | 'air' | 'surface' | 'mixed' | 'sameday'
  >(),
  shipmentProviderPreSelected: flag,
  packedItemsCount: count,
  orderItemIds: list(id),
  items: list(orderItemSchema),
});

export const orderHistorySchema = record({
  orderItemId: id,
  shopSku: text,
  status: text,
  note: text,
  createdAt: text,
  editor: text,
});

/** Sums over the items, and the seller's transactions so far. */
export const orderFinanceSchema = record({
  orderId: id,
  currency: text,
  shippingFeeItems: amount,
  shippingServiceCostItems: amount,
  voucherTotal: amount,
  grandTotal: amount,
  unitPrice: amount,
  taxAmount: amount,
  paidPrice: amount,
  walletCredits: amount,
  storeCredits: amount,
  shippingVoucherAmount: amount,
  transactionSummary: list(record({ transactionTypeId: id, description: text, amount, currency: text })),
  installmentFee: amount,
  numberOfInstallments: count,
  shippingFeeSstSum: amount,
});

/** Approximate, and some time behind. */
export const ordersCountersSchema = record({
  pending: map({
    pending: count,
    notPrintedPendingCount: count,
    pendingExpressCount: count,
    pendingEconomyCount: count,
    pendingStandardCount: count,
    pendingSamedayCount: count,
    pendingAirCount: count,
    pendingSurfaceCount: count,
  }),
  readyToShipCount: count,
  paymentPendingCount: count,
  notPrintedReadyToShipCount: count,
  shippedCount: count,
});

/** A suggestion for a search box, not an order. */
export const orderSuggestionSchema = record({ label: text, value: text, sublabel: text });

export const paymentMethodSchema = record({ name: text, displayName: text });

export const invoiceNumberSchema = record({
  generationType: word<'autoincrement_number' | 'order_number' | 'show_dialog'>(),
  prefix: text,
  nextNumber: count,
  nextFormatedValue: text,
});
export const itemInvoiceSchema = record({ orderItemId: id, invoiceNumber: text });
export const generatedNumberSchema = record({ number: text });
export const uploadedDocumentSchema = record({ id });

/** An archived order: a dump of tables, not the shape of an order. */
export const archivedOrderSchema = record({
  idSalesOrder: id.nullish(),
  srcId: text,
  orderNr: text,
  createdAt: text,
  currency: text,
  properties: anything,
  salesOrderComment: anything,
  salesOrderExchange: anything,
  salesOrderInvoice: anything,
  OrderItemArchives: anything,
  packageArchives: anything,
});

export type Order = z.input<typeof orderSchema>;
export type OrderHistory = z.input<typeof orderHistorySchema>;
export type OrderFinance = z.input<typeof orderFinanceSchema>;
export type OrdersCounters = z.input<typeof ordersCountersSchema>;
export type OrderSuggestion = z.input<typeof orderSuggestionSchema>;
export type PaymentMethod = z.input<typeof paymentMethodSchema>;
export type InvoiceNumber = z.input<typeof invoiceNumberSchema>;
export type ArchivedOrder = z.input<typeof archivedOrderSchema>;
