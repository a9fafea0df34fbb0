import type { Money } from '../../money.js';
import type { Country } from '../catalog/product-set.js';
import type { ManifestStatus } from './manifest.js';
import type { ShipmentProvider } from './providers.js';
import type { FailureReason } from './reasons.js';

export interface HistoryEntry {
  readonly status: string;
  readonly at: number;
  readonly editor: string;
}

/** What an item keeps of its product; the product itself may be gone since. */
export interface LineProduct {
  readonly setId: number | null;
  readonly productId: number | null;
  readonly name: string;
  readonly sku: string;
  readonly sellerSku: string | null;
  readonly size: string | null;
  readonly commission: number;
  readonly gstFree: boolean;
}

/** What the seller said about a unit's parcel and papers; where he said nothing, the shop makes it up. */
export interface Dispatch {
  /** Set as soon as the unit is packed, even while its status is still pending. */
  readonly packageId?: number;
  readonly trackingCode?: string;
  readonly provider?: ShipmentProvider;
  readonly serialNumber?: string;
  readonly invoiceNumber?: string;
  readonly invoiceAccessKey?: string;
  readonly pickupRequested?: boolean;
  readonly manifestStatus?: ManifestStatus;
}

/** One unit. Three of a kind are three items. */
export interface ItemRecord {
  readonly id: number;
  readonly product: LineProduct;
  /** Of the order's currency. */
  readonly decimals: number;
  /** With tax, before vouchers. */
  readonly unitPrice: Money;
  /** With tax: by voucher, or by a promotion when the order has no voucher. */
  readonly discount: Money;
  /** Percent of the discount that the seller pays for; the marketplace funds the rest. */
  readonly sellerShare: number;
  readonly shippingFee: Money;
  readonly shippingVoucher: Money;
  /** Means of payment: they are part of the paid price. */
  readonly storeCredits: Money;
  readonly walletCredits: Money;
  readonly installmentFee: Money;
  readonly taxPercent: number;
  readonly outlet: boolean;
  readonly hybrid: boolean;
  readonly warehouse: string | null;
  /** Why it was or would be canceled, returned or not delivered; shown only in such a status. */
  failure: FailureReason;
  /** The seller's own words beside the reason. */
  failureDetails?: string;
  dispatch?: Dispatch;
  readonly history: HistoryEntry[];
  updatedAt: number;
}

export interface OrderRecord {
  readonly index: number;
  readonly id: number;
  readonly number: string;
  readonly createdAt: number;
  updatedAt: number;
  addressUpdatedAt: number | null;
  /** House number and street, after a correction. */
  correctedStreet: string | null;
  readonly shopper: number;
  readonly country: Country;
  readonly currency: string;
  readonly decimals: number;
  readonly paymentMethod: string;
  readonly voucher: { readonly code: string; readonly type: string } | null;
  readonly shipmentType: 'dropshipping' | 'warehouse' | 'crossdocking';
  readonly shippingSpeed: 'standard' | 'express';
  /** The marketplace holds back its finance rows. */
  readonly payoutPending: boolean;
  readonly items: readonly ItemRecord[];
}

const firstOrderId = 41_000_000;
const firstItemId = 1_000_000_000;
const itemsPerOrder = 100;

export const orderIdOf = (index: number): number => firstOrderId + index;
export const itemIdOf = (index: number, position: number): number => firstItemId + index * itemsPerOrder + position;
export const orderNumberOf = (index: number): string => String(2_100_000_000 + index * 37);

export const orderById = (orders: readonly OrderRecord[], id: number): OrderRecord | undefined =>
  orders[id - firstOrderId];

export function itemById(
  orders: readonly OrderRecord[],
  id: number,
): { readonly order: OrderRecord; readonly item: ItemRecord } | undefined {
  const order = orders[Math.floor((id - firstItemId) / itemsPerOrder)];
  const item = order?.items[(id - firstItemId) % itemsPerOrder];
  return order && item && { order, item };
}

/** The id that the shop has for the unit. */
export const srcIdOf = ({ id }: ItemRecord): string => String(id - firstItemId + 88_000_000);

const itemsPerParcel = 4;

/** How many parcels of the order go before the one that the unit is in. */
export const parcelOf = (item: ItemRecord): number =>
  Math.floor(((item.id - firstItemId) % itemsPerOrder) / itemsPerParcel);

export function trackingCode(order: OrderRecord, item: ItemRecord): string {
  const { trackingCode: told, packageId } = item.dispatch ?? {};
  if (told !== undefined) return told;
  return packageId === undefined ? `ICN${order.id}${parcelOf(item) + 1}AU` : `ICN${packageId}AU`;
}

export const isPacked = (item: ItemRecord): boolean =>
  item.dispatch?.packageId !== undefined || item.history.some(entry => entry.status === 'ready_to_ship');

export const statusOf = (item: ItemRecord): string => item.history.at(-1)?.status ?? 'pending';
