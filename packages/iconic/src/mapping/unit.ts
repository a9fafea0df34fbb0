import { amount, amountOrZero, each, id, mapper, optionalAmount, text } from '@cartograph/connector-kit';
import { add, type Decimal, type Instant } from '@cartograph/core';
import type { NativeOrder } from '../native/order.js';
import type { NativeOrderItem } from '../native/order-item.js';
import type { IconicShop } from '../shop.js';
import { instant } from './instant.js';

/** What an item says of itself, read strictly. Prices include tax. */
export interface Unit {
  readonly id: string;
  readonly native: NativeOrderItem;
  /** The platform's word. */
  readonly status: string | null;
  readonly trackingCode: string | null;
  /** Before vouchers. */
  readonly unitPrice: Decimal;
  readonly paidPrice: Decimal;
  readonly taxAmount: Decimal;
  /** Null where the item states none. */
  readonly taxPercent: Decimal | null;
  readonly vouchers: readonly Voucher[];
  readonly discountAmount: Decimal | null;
  readonly shippingFee: Decimal;
  readonly shippingVoucherAmount: Decimal;
  readonly storeCredits: Decimal;
  readonly walletCredits: Decimal;
  readonly installmentFee: Decimal;
  readonly updatedAt: Instant | null;
  readonly lastStatusChangedAt: Instant | null;
}

export interface Voucher {
  readonly code: string | null;
  readonly amount: Decimal;
}

const toVoucher = mapper<NonNullable<NativeOrderItem['vouchers']>[number], Voucher, IconicShop>({
  code: voucher => text(voucher.code),
  amount: voucher => amount(voucher.amount),
});

const isGstFree = (item: NativeOrderItem): boolean => text(item.extraAttributes?.gst_free) === '1';

const toUnit = mapper<NativeOrderItem, Unit, IconicShop>({
  id: item => id(item.id),
  native: item => item,
  status: item => text(item.status),
  trackingCode: item => text(item.shipment?.trackingCode),
  unitPrice: item => amount(item.unitPrice),
  paidPrice: item => amount(item.paidPrice),
  taxAmount: item => amountOrZero(item.taxAmount),
  taxPercent: item => (isGstFree(item) ? '0' : optionalAmount(item.taxPercent)),
  vouchers: each(toVoucher, item => item.vouchers ?? []),
  discountAmount: item => optionalAmount(item.discountAmount),
  shippingFee: item => amountOrZero(item.shippingFee),
  shippingVoucherAmount: item => amountOrZero(item.shippingVoucherAmount),
  storeCredits: item => amountOrZero(item.storeCredits),
  walletCredits: item => amountOrZero(item.walletCredits),
  installmentFee: item => amountOrZero(item.extraAttributes?.installment_fee),
  updatedAt: (item, shop) => instant(item.updatedAt, shop),
  lastStatusChangedAt: (item, shop) => instant(item.lastStatusChangedAt, shop),
});

/** A failure names the item and the native field: `items[1].paidPrice`. */
export const toUnits = mapper<NativeOrder, { readonly items: readonly Unit[] }, IconicShop>({
  items: each(toUnit, order => order.items),
});

export const creditsOf = (unit: Unit): Decimal => add(unit.storeCredits, unit.walletCredits);
