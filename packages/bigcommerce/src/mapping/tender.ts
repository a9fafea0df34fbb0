import { flag } from '@cartograph/connector-kit';
import { compare, type Decimal, isZero, type PaymentStatus, subtract, sum } from '@cartograph/core';
import type { NativeOrder } from '../native/order.js';
import type { OrderBody } from '../native/order-body.js';
import { money } from './money.js';
import { isStatus, statusId, toPaymentStatus } from './statuses.js';

/** How an order is paid, as its header tells. */
export interface Tender {
  readonly status: PaymentStatus;
  /** False while the checkout is not finished. */
  readonly isPlaced: boolean;
  readonly storeCredit: Decimal;
  readonly giftCertificate: Decimal;
  /** What is left for the payment method. */
  readonly rest: Decimal;
}

export function tenderOf(order: NativeOrder): Tender {
  const storeCredit = money(order, 'store_credit_amount');
  const giftCertificate = money(order, 'gift_certificate_amount');
  const rest = subtract(money(order, 'total_inc_tax'), sum([storeCredit, giftCertificate]));
  const status = toPaymentStatus(order, compare(rest, '0') <= 0);
  return { status, isPlaced: !isStatus(order, statusId.incomplete), storeCredit, giftCertificate, rest };
}

const settledStatuses: readonly PaymentStatus[] = ['paid', 'partiallyRefunded', 'refunded'];
const openStatuses: readonly PaymentStatus[] = ['unpaid', 'pending', 'authorized'];

/** All of it was paid, whatever was given back since. */
export const isSettled = ({ status }: Tender): boolean => settledStatuses.includes(status);

/** Store credit and gift certificates are taken when the order is placed, so they are paid while the rest is awaited. */
export const isCreditTaken = (tender: Tender): boolean =>
  isSettled(tender) || (tender.isPlaced && openStatuses.includes(tender.status));

/** Null where the header does not tell: credit of an order that came to nothing, and orders paid with a gateway in test mode. */
export function paidOf({ order, transactions }: OrderBody, tender: Tender): Decimal | null {
  if (transactions?.some(({ test }) => flag(test))) return null;
  const credit = sum([tender.storeCredit, tender.giftCertificate]);
  if (isSettled(tender)) return money(order, 'total_inc_tax');
  return isCreditTaken(tender) || isZero(credit) ? credit : null;
}
