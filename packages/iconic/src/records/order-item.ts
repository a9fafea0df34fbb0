import type { z } from 'zod';
import { amount, flag, id, list, map, record, text, word } from './scalars.js';

export type ItemStatus =
  | 'pending'
  | 'shipped'
  | 'canceled'
  | 'returned'
  | 'failed'
  | 'delivered'
  | 'ready_to_ship'
  | 'return_shipped_by_customer'
  | 'return_waiting_for_approval'
  | 'return_rejected'
  | 'return_delivered'
  | 'payment_pending';

export type ManifestStatus =
  | 'forward_ready_to_ship'
  | 'forward_received'
  | 'forward_shipped'
  | 'return_ready_to_ship'
  | 'return_received'
  | 'return_shipped';

const provider = map({ uuid: text, name: text, default: flag, digitalType: text, trackingUrl: text });

/** Most of it is empty while the item is pending. */
const shipment = map({
  type: word<
    'warehouse' | 'dropshipping' | 'crossdocking' | 'dropshipping_crossdocking' | 'crossdocking_dropshipping'
  >(),
  crossdockingDeliveryType: word<'send_to_warehouse' | 'pickup'>(),
  method: word<'home' | 'pickup' | 'address' | 'none'>(),
  preProvider: provider,
  provider,
  providerPreselected: flag,
  providerProduct: text,
  providerType: word<'express' | 'standard' | 'economy' | 'digital' | 'air' | 'surface' | 'sameday'>(),
  weight: amount,
  trackingCode: text,
  preTrackingCode: text,
});

/** One unit of an order: there is no quantity. Prices include tax; the currency is the order's. */
export const orderItemSchema = record({
  id,
  srcId: text,
  uuid: text,
  sellerId: id.nullish(),
  orderId: id.nullish(),
  status: word<ItemStatus>(),
  isProcessable: flag,
  failureReason: map({
    type: word<'canceled' | 'returned' | 'failed' | 'return_rejected' | 'canceled_system'>(),
    name: text,
    description: text,
    details: text,
  }),
  shipment,
  invoiceNumber: text,
  invoiceAccesskey: text,
  inTransit: flag,
  premium: flag,
  targetToShipAt: text,
  product: map({ name: text, sku: text, variation: text, sellerSku: text }),
  unitPrice: amount,
  taxAmount: amount,
  taxPercent: amount,
  paidPrice: amount,
  paidCommission: amount,
  shippingFee: amount,
  shippingServiceCost: amount,
  walletCredits: amount,
  storeCredits: amount,
  shippingVoucherAmount: amount,
  priceAfterDiscount: amount,
  discountAmount: amount,
  salesDueAmount: amount,
  codCollectableAmount: amount,
  itemSerialNumber: text,
  abatementRate: text,
  exciseRate: text,
  hsnCode: text,
  purchase: map({ orderSrcId: text, orderNumber: text, deliveryInfo: text }),
  createdAt: text,
  updatedAt: text,
  lastStatusChangedAt: text,
  warehouseName: text,
  extraAttributes: map({
    installment_fee: amount,
    delivery_type: text,
    has_transfer_shipping_flat_fee: flag,
    price_excluded_tax: amount,
    sales_service_tax: amount,
    gst_free: text,
    shipping_fee_sst: amount,
  }),
  isHybrid: flag,
  isOutlet: flag,
  /** What may be done with it now, such as `status_set_to_shipped`. */
  actions: list(text),
  /** Empty unless `includeVoucherDetails` was asked for. */
  vouchers: list(
    record({
      code: text,
      amount,
      cashbackPercentage: amount,
      voucherSellerShare: amount,
      cashbackSellerShare: amount,
      amountFundedBySeller: amount,
      cashbackAmountFundedBySeller: amount,
    }),
  ),
  manifestStatus: word<ManifestStatus>(),
  isPickupRequestSent: flag,
});

export const orderItemPackageSchema = record({ id, srcId: text, orderItemIds: list(id) });

export const orderItemReturnSchema = record({
  orderItemId: id,
  returnComment: text,
  shipmentProvider: text,
  srcId: text,
  trackingCode: text,
});

export const itemTagSchema = record({ id, name: text });
export const assignedTagsSchema = record({
  orderItemId: id,
  tags: list(record({ id, name: text, dueAt: text })),
});

/** The items that a call has acted on. */
export const orderItemIdsSchema = record({ orderItemIds: list(id) });
export const pickupRequestSchema = record({ orderItemIds: list(id), errors: list(text) });
export const failureReasonSchema = record({
  id,
  /** Which transition takes it. */
  type: word<'canceled' | 'failed' | 'return_rejected' | 'returned' | 'canceled_system'>(),
  /** What `reason` takes. */
  name: text,
  description: text,
  outOfStock: flag,
});
export const shipmentProviderSchema = record({
  id,
  uuid: text,
  /** What `shippingProvider` takes. */
  name: text,
  default: flag,
  apiIntegrationAvailable: flag,
  status: flag,
  cashOnDelivery: flag,
  url: text,
});

export type OrderItem = z.input<typeof orderItemSchema>;
export type OrderItemPackage = z.input<typeof orderItemPackageSchema>;
export type OrderItemReturn = z.input<typeof orderItemReturnSchema>;
export type OrderItemIds = z.input<typeof orderItemIdsSchema>;
export type AssignedTags = z.input<typeof assignedTagsSchema>;
export type FailureReason = z.input<typeof failureReasonSchema>;
export type ShipmentProvider = z.input<typeof shipmentProviderSchema>;
