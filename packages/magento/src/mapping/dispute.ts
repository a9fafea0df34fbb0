import { absent, absentList, always, amount, amountOrZero, derived, id, mapper, text } from '@cartograph/connector-kit';
import { compare, type Dispute } from '@cartograph/core';
import type { NativeOrder } from '../native/order.js';
import { firstCurrency } from './currencies.js';
import { instant } from './instant.js';

/** Set by the messages of PayPal; the order's state stays as it is. */
const reversed = 'paypal_reversed';
const reversalCanceled = 'paypal_canceled_reversal';
const words = new Set([reversed, reversalCanceled]);

export const toDispute = mapper<NativeOrder, Dispute, unknown>({
  id: derived('made of the order’s id: an order has one at most', order => `order-${id(order.entity_id)}-reversal`),
  createdAt: derived('when the history first shows the reversal; null where lists leave the history out', order =>
    instant(reversals(order).at(-1)?.created_at),
  ),
  sourceModifiedAt: derived('when the order was last changed', order => instant(order.updated_at)),
  derived: always(true, 'an order whose status is, or was, paypal_reversed; suspected fraud is no dispute'),
  orderId: order => id(order.entity_id),
  transactionIds: absentList('the status names no transaction'),
  currency: order => firstCurrency(order.order_currency_code, order.base_currency_code),
  amount: derived('grand total of the order: the reversal’s own stands in no field', order =>
    amount(order.grand_total),
  ),
  status: derived(
    'won when the reversal was canceled, lost when the whole order was refunded by hand, processing while it is the order’s status',
    order => disputeStatus(order),
  ),
  statusRaw: derived('the latest of the two statuses of PayPal reversals', order => latestWord(order)),
  reason: always('PayPal reversal', 'the only kind that Magento tells of'),
  dueAt: absent('Magento does not know it'),
});

/** Newest first, as Magento lists them. */
const reversals = (order: NativeOrder) =>
  (order.status_histories ?? []).filter(entry => words.has(text(entry.status) ?? ''));

const latestWord = (order: NativeOrder): string | null => {
  const status = text(order.status) ?? '';
  return words.has(status) ? status : text(reversals(order)[0]?.status);
};

export const orderDisputes = (order: NativeOrder): NativeOrder[] => (latestWord(order) === null ? [] : [order]);

function disputeStatus(order: NativeOrder): Dispute['status'] {
  if (latestWord(order) === reversalCanceled) return 'won';
  if (compare(amountOrZero(order.total_offline_refunded), amount(order.grand_total)) >= 0) return 'lost';
  return text(order.status) === reversed ? 'processing' : 'unknown';
}
