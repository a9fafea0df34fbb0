import { type Money, moneyNumber, moneyText } from '../../money.js';
import { localText, zeroDate } from '../dates.js';
import { type Seeded, uuid } from '../seeded.js';
import { seller } from '../seller.js';
import { commission, paidPrice, sellerFunded, taxAmount } from '../shop/amounts.js';
import { carrierOf } from '../shop/dispatch.js';
import { type ItemRecord, isPacked, type OrderRecord, srcIdOf, statusOf, trackingCode } from '../shop/order.js';
import { defaultProvider } from '../shop/providers.js';
import type { Traits } from './traits.js';

const statusesWithReason = new Set(['canceled', 'returned', 'failed', 'return_rejected']);

const actions: Readonly<Record<string, readonly string[]>> = {
  pending: ['status_set_to_packed_by_marketplace', 'status_set_to_ready_to_ship', 'status_set_to_canceled'],
  ready_to_ship: ['status_set_to_shipped', 'status_set_to_canceled', 'generate_shipping_label', 'set_tracking_code'],
  shipped: ['status_set_to_delivered', 'status_set_to_failed_delivery'],
  delivered: ['status_set_to_returned', 'generate_invoice'],
  return_waiting_for_approval: ['status_set_to_return_rejected', 'status_set_to_returned'],
};

const canceledBySystem = (item: ItemRecord) => item.failure.type === 'canceled_system';

function failureBody(item: ItemRecord) {
  if (!statusesWithReason.has(statusOf(item))) return { type: null, name: null, description: null, details: null };
  const { type, name } = item.failure;
  const details = item.failureDetails ?? (canceledBySystem(item) ? 'Canceled automatically' : '');
  return { type, name, description: name, details };
}

function shipmentBody(order: OrderRecord, item: ItemRecord, traits: Traits) {
  const provider = carrierOf({ order, item });
  const flag = traits.providerFlagRenamed ? 'isDefault' : 'default';
  const providerBody = {
    uuid: provider.uuid,
    name: provider.name,
    [flag]: provider === defaultProvider,
    ...(traits.providerFlagRenamed ? {} : { digitalType: null, trackingUrl: provider.url }),
  };
  const known = isPacked(item);
  return {
    type: order.shipmentType,
    crossdockingDeliveryType: order.shipmentType === 'crossdocking' ? 'send_to_warehouse' : null,
    method: known ? traits.deliveryMethod : null,
    preProvider: null,
    provider: known ? providerBody : null,
    providerPreselected: false,
    providerProduct: '',
    providerType: known ? order.shippingSpeed : null,
    weight: 0.5,
    trackingCode: known ? trackingCode(order, item) : '',
    preTrackingCode: null,
  };
}

function vouchersBody(order: OrderRecord, item: ItemRecord) {
  if (!order.voucher || item.discount === 0) return [];
  return [
    {
      code: order.voucher.code,
      amount: moneyNumber(item.discount),
      cashbackPercentage: 0,
      voucherSellerShare: item.sellerShare,
      cashbackSellerShare: 0,
      amountFundedBySeller: moneyNumber(sellerFunded(item)),
      cashbackAmountFundedBySeller: '0.00',
    },
  ];
}

function extraAttributesBody(item: ItemRecord) {
  if (item.installmentFee === 0 && item.id % 3 === 0) return null;
  return {
    installment_fee: moneyNumber(item.installmentFee),
    delivery_type: 'standard',
    has_transfer_shipping_flat_fee: false,
    price_excluded_tax: moneyNumber(paidPrice(item) - taxAmount(item)),
    sales_service_tax: 0,
    gst_free: item.taxPercent === 0 ? '1' : '0',
    shipping_fee_sst: 0,
  };
}

/** One unit as `/v2/orders` and `/v2/order-items` show it. Vouchers are left out unless they were asked for. */
export function orderItemBody(
  seeded: Seeded,
  order: OrderRecord,
  item: ItemRecord,
  traits: Traits,
  withVouchers: boolean,
) {
  const money = (amount: Money) => (traits.textMoney ? moneyText(amount, item.decimals) : moneyNumber(amount));
  const changed = item.history.length > 1;
  const shipped = item.history.some(entry => entry.status === 'shipped');
  return {
    id: item.id,
    srcId: srcIdOf(item),
    sellerId: seller.id,
    orderId: order.id,
    uuid: uuid(seeded('uuid', item.id)),
    status: statusOf(item),
    isProcessable: order.shipmentType !== 'warehouse',
    failureReason: failureBody(item),
    shipment: shipmentBody(order, item, traits),
    invoiceNumber: item.dispatch?.invoiceNumber ?? (shipped ? `INV-${order.number}` : null),
    invoiceAccesskey: item.dispatch?.invoiceAccessKey ?? null,
    inTransit: statusOf(item) === 'shipped',
    premium: false,
    targetToShipAt: null,
    product: {
      name: item.product.name,
      sku: item.product.sku,
      variation: item.product.size,
      sellerSku: item.product.sellerSku,
    },
    unitPrice: money(item.unitPrice),
    taxAmount: money(taxAmount(item)),
    taxPercent: traits.textMoney ? item.taxPercent.toFixed(2) : item.taxPercent,
    paidPrice: money(paidPrice(item)),
    paidCommission: shipped ? moneyNumber(commission(item)) : null,
    shippingFee: money(item.shippingFee),
    shippingServiceCost: shipped ? 8.95 : null,
    walletCredits: moneyNumber(item.walletCredits),
    storeCredits: moneyNumber(item.storeCredits),
    shippingVoucherAmount: money(item.shippingVoucher),
    priceAfterDiscount: 0,
    salesDueAmount: 0,
    itemSerialNumber: item.dispatch?.serialNumber ?? null,
    abatementRate: null,
    exciseRate: null,
    hsnCode: null,
    codCollectableAmount: null,
    purchase: {
      orderSrcId: null,
      orderNumber: null,
      ...(item.id % 7 === 0 ? { invoiceNumber: null } : { deliveryInfo: null }),
    },
    createdAt: localText(order.createdAt),
    updatedAt: item.updatedAt > order.createdAt || item.id % 10 > 0 ? localText(item.updatedAt) : null,
    lastStatusChangedAt: changed ? localText(item.history.at(-1)?.at ?? order.createdAt) : zeroDate,
    warehouseName: item.warehouse,
    extraAttributes: extraAttributesBody(item),
    isHybrid: item.hybrid,
    isOutlet: item.outlet,
    actions: actions[statusOf(item)] ?? [],
    vouchers: withVouchers ? vouchersBody(order, item) : [],
    manifestStatus: item.dispatch?.manifestStatus ?? null,
    isPickupRequestSent: item.dispatch?.pickupRequested ?? false,
    ...(traits.discountAmountMissing ? {} : { discountAmount: moneyNumber(item.discount) }),
    ...(traits.importedAtShown ? { importedAt: localText(order.createdAt) } : {}),
  };
}
