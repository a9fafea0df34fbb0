import { absent, amount, derived, flag, id, mapper, optionalAmount, optionalId, text } from '@cartograph/connector-kit';
import { type Charge, type Decimal, isZero, type Refund, type RefundLine, subtract, sum } from '@cartograph/core';
import { linesOf } from '../native/included-lines.js';
import { instant } from '../native/instant.js';
import { isFreeCompanion } from '../native/line-amounts.js';
import type { OrderBody } from '../native/order-body.js';
import type { NativeRefund, NativeRefundItem, NativeRefundPayment } from '../native/refund.js';
import { isStatus, statusId } from './statuses.js';

/** A refund beside what it takes from its order. */
interface RefundOfOrder {
  readonly refund: NativeRefund;
  readonly isDerived: boolean;
  readonly currency: string;
  /** Lines of the platform that come free with another, and are none of the order's. */
  readonly companions: ReadonlySet<string>;
}

const paymentsOf = ({ payments }: NativeRefund): readonly NativeRefundPayment[] => payments ?? [];
const isDeclined = ({ is_declined }: NativeRefundPayment): boolean => flag(is_declined) ?? false;
const total = (payments: readonly NativeRefundPayment[]): Decimal =>
  sum(payments.map(payment => amount(payment.amount)));

const isFailed = (refund: NativeRefund): boolean =>
  paymentsOf(refund).length > 0 && paymentsOf(refund).every(isDeclined);

/** What was asked for by payments that were declined, when others of the same refund were not. */
const declinedPart = (refund: NativeRefund): Decimal =>
  isFailed(refund) ? '0' : total(paymentsOf(refund).filter(isDeclined));

/** What a refund gave back, by its payments; older answers name none. */
function refundedOf(refund: NativeRefund): Decimal {
  if (isFailed(refund)) return '0';
  const payments = paymentsOf(refund);
  return payments.length === 0 ? amount(refund.total_amount) : total(payments.filter(payment => !isDeclined(payment)));
}

/** Orders of before there were refund records only have a status; null where refunds were not read. */
export function refundsOf(body: OrderBody, currency: string): readonly RefundOfOrder[] | null {
  const { order, refunds } = body;
  if (!refunds) return null;
  const companions = refunds.length > 0 ? companionsOf(body) : none;
  const known = refunds.map(refund => ({ refund, isDerived: false, currency, companions }));
  if (!isStatus(order, statusId.refunded) || !refunds.every(isFailed)) return known;
  const { id: orderId, total_inc_tax, total_tax } = order;
  const whole = { id: `${id(orderId)}:refund`, order_id: orderId, total_amount: total_inc_tax, total_tax };
  return [...known, { refund: whole, isDerived: true, currency, companions }];
}

const none: ReadonlySet<string> = new Set();

const companionsOf = (body: OrderBody): ReadonlySet<string> =>
  new Set((linesOf(body) ?? []).filter(isFreeCompanion).map(line => id(line.id)));

export const refundedTotal = (refunds: readonly RefundOfOrder[]): Decimal =>
  sum(refunds.map(({ refund }) => refundedOf(refund)));

const chargeTypes: Readonly<Record<string, Charge['type']>> = {
  SHIPPING: 'shipping',
  HANDLING: 'handling',
  GIFT_WRAPPING: 'wrapping',
  FEE: 'other',
};

const chargeTypeOf = (item: NativeRefundItem): Charge['type'] | undefined => chargeTypes[text(item.item_type) ?? ''];
const statedOf = (item: NativeRefundItem): Decimal | null => optionalAmount(item.requested_amount);
const itemsOf = ({ items }: NativeRefund): readonly NativeRefundItem[] => items ?? [];

/** What is no charge, or a charge without an amount; an amount on the whole order is a line that names none. */
const toLine = (item: NativeRefundItem): RefundLine => ({
  lineId: item.item_type === 'PRODUCT' ? optionalId(item.item_id) : null,
  quantity: item.item_type === 'PRODUCT' ? optionalAmount(item.quantity) : null,
  amount: statedOf(item),
});

const isCharge = (item: NativeRefundItem): boolean => chargeTypeOf(item) !== undefined && statedOf(item) !== null;

function methodOf(refund: NativeRefund): Refund['method'] {
  const methods = paymentsOf(refund)
    .filter(({ amount: share }) => !isZero(optionalAmount(share) ?? '0'))
    .map(({ provider_id, offline }): Refund['method'] =>
      provider_id === 'storecredit' || provider_id === 'giftcertificate'
        ? 'storeCredit'
        : flag(offline)
          ? 'manual'
          : 'gateway',
    );
  const [first = 'unknown', ...others] = new Set(methods);
  return others.length > 0 ? 'mixed' : first;
}

const adjustmentOf = (refund: NativeRefund): Decimal => {
  const kept = itemsOf(refund).flatMap(({ adjustments }) => (adjustments ?? []).map(part => amount(part.amount)));
  return subtract(sum(kept), declinedPart(refund));
};

const ofRecords = 'of a refund record; an order that is refunded without any tells nothing';

export const toRefund = mapper<RefundOfOrder, Refund, unknown>({
  id: ({ refund }) => id(refund.id),
  createdAt: derived(ofRecords, ({ refund }) => instant(refund.created)),
  sourceModifiedAt: derived('a refund does not change', ({ refund }) => instant(refund.created)),
  derived: derived('true for an order that is refunded and has no refund records', ({ isDerived }) => isDerived),
  orderId: ({ refund }) => id(refund.order_id),
  currency: ({ currency }) => currency,
  amount: derived('total_amount less payments that were declined while others were not', ({ refund }) =>
    subtract(amount(refund.total_amount), declinedPart(refund)),
  ),
  tax: derived('total_tax; not told of a refund that was declined in part', ({ refund }) =>
    isZero(declinedPart(refund)) ? optionalAmount(refund.total_tax) : null,
  ),
  status: derived('failed where every payment was declined', ({ refund }) =>
    isFailed(refund) ? 'failed' : 'completed',
  ),
  statusRaw: absent('a refund has no status'),
  method: derived('by what its payments went through', ({ refund }) => methodOf(refund)),
  reason: derived(ofRecords, ({ refund }) => text(refund.reason)),
  lines: derived('its items, as far as their lines are lines of the order', ({ refund, companions }) =>
    itemsOf(refund)
      .filter(item => !isCharge(item))
      .map(toLine)
      .filter(({ lineId }) => lineId === null || !companions.has(lineId)),
  ),
  charges: derived('its items that are charges of the order', ({ refund }) =>
    itemsOf(refund).flatMap(item => {
      const type = chargeTypeOf(item);
      const stated = statedOf(item);
      return type === undefined || stated === null ? [] : [{ type, amount: stated }];
    }),
  ),
  adjustment: derived('adjustments of its items, less payments that were declined', ({ refund }) =>
    adjustmentOf(refund),
  ),
});
