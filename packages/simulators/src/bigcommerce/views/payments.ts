import { moneyNumber } from '../../money.js';
import { isoOffset } from '../dates.js';
import type { OrderRecord, RefundEntry } from '../shop/order-book.js';
import type { Refund, RefundItem } from '../shop/refund.js';
import type { Transaction } from '../shop/transaction.js';

const card = (id: number) => ({
  card_type: id % 3 === 0 ? 'master' : 'visa',
  card_iin: '424242',
  card_last4: String(1000 + (id % 9000)),
  card_expiry_month: 1 + (id % 12),
  card_expiry_year: 2028,
});

/** Where there is nothing to say some rows have null and some an empty object. */
export function transactionBody({ order }: OrderRecord, transaction: Transaction) {
  const { id, method, parentId } = transaction;
  const nothing = id % 7 === 0 ? {} : null;
  const left = { remaining_balance: 0 };
  return {
    id,
    order_id: String(order.id),
    date_created: isoOffset(transaction.at),
    event: transaction.event,
    method,
    amount: moneyNumber(transaction.amount),
    currency: order.currency.code,
    gateway: transaction.gateway,
    gateway_transaction_id: `${transaction.gateway}_${id.toString(36)}`,
    payment_method_id: `${transaction.gateway}.${method === 'credit_card' ? 'card' : method}`,
    status: transaction.failed ? 'error' : 'ok',
    test: transaction.gateway === 'testgateway',
    fraud_review: false,
    reference_transaction_id: parentId ?? nothing,
    payment_instrument_token: null,
    provider_instrument_token: null,
    provider_customer_id: null,
    avs_result: { code: '', message: '', street_match: '', postal_match: '' },
    cvv_result: { code: '', message: '' },
    credit_card: method === 'credit_card' ? card(id) : nothing,
    gift_certificate:
      method === 'gift_certificate'
        ? {
            code: `GC-${order.id}`,
            original_balance: moneyNumber(transaction.amount),
            starting_balance: moneyNumber(transaction.amount),
            status: 'active',
            ...left,
          }
        : null,
    store_credit: method === 'store_credit' ? left : null,
    offline: method === 'offline' ? { display_name: order.payment.name } : null,
    custom: method === 'custom' ? { payment_method: order.payment.name } : null,
    custom_provider_field_result: null,
  };
}

/** For goods the requested amount decides nothing and may be absent. */
const itemBody = (item: RefundItem, refundId: number) => ({
  item_type: item.type,
  item_id: item.itemId,
  reason: item.reason ?? '',
  ...(item.quantity > 0 ? { quantity: item.quantity } : {}),
  requested_amount: item.type === 'PRODUCT' && refundId % 2 === 0 ? null : moneyNumber(item.amount),
  adjustments: item.adjustment === 0 ? [] : [{ amount: moneyNumber(item.adjustment), description: 'Restocking fee' }],
});

export const refundBody = (entry: RefundEntry, refund: Refund) => ({
  id: entry.id,
  order_id: entry.orderId,
  user_id: 2,
  created: isoOffset(refund.at),
  reason: refund.reason,
  total_amount: moneyNumber(refund.total),
  total_tax: moneyNumber(refund.tax),
  uses_merchant_override_values: refund.overridden ?? false,
  payments: refund.payments.map((payment, position) => ({
    id: entry.id * 4 + position,
    provider_id: payment.provider,
    amount: moneyNumber(payment.amount),
    offline: payment.offline,
    is_declined: payment.declined,
    declined_message: payment.declined ? 'The card issuer refused the refund.' : '',
    ...(payment.transactionId === null ? {} : { transaction_id: String(payment.transactionId) }),
  })),
  items: refund.items.map(item => itemBody(item, entry.id)),
});
