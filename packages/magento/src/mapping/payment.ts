import { absent, amountOrZero, derived, id, mapper, text } from '@cartograph/connector-kit';
import { type Decimal, isZero, type Payment } from '@cartograph/core';
import type { NativeOrder } from '../native/order.js';
import { firstCurrency } from './currencies.js';
import { instant } from './instant.js';
import { paymentProvider, paymentType } from './method-codes.js';
import { isCanceled } from './order-totals.js';
import { paymentAmounts } from './payment-amounts.js';

interface PaymentSource {
  readonly order: NativeOrder;
  readonly id: string;
  readonly derived: boolean;
  readonly amount: Decimal;
  readonly status: Payment['status'];
  readonly type: Payment['type'];
  readonly methodId: string | null;
  readonly method: string | null;
  readonly provider: string | null;
  readonly reference: string | null;
}

export const toPayment = mapper<PaymentSource, Payment, unknown>({
  id: payment => payment.id,
  createdAt: derived('the order’s, as payments have no time of their own', ({ order }) => instant(order.created_at)),
  sourceModifiedAt: derived('the order’s', ({ order }) => instant(order.updated_at)),
  derived: derived('true for what gift cards, store credit and reward points paid', payment => payment.derived),
  orderId: ({ order }) => id(order.entity_id),
  currency: ({ order }) => firstCurrency(order.order_currency_code, order.base_currency_code),
  amount: derived('paid, otherwise authorized, otherwise ordered', payment => payment.amount),
  status: derived('from the amounts and the order’s state', payment => payment.status),
  statusRaw: absent('payments have no status over REST'),
  type: derived('from the method’s code', payment => payment.type),
  methodId: derived(
    'the method’s code; null for gift cards, store credit and reward points',
    payment => payment.methodId,
  ),
  method: derived('the title of the method, else its code; of credit its kind', payment => payment.method),
  provider: derived('from the method’s code', payment => payment.provider),
  reference: derived('the last transaction; credit has none', payment => payment.reference),
});

/** One payment an order, however often it was captured, and one for each kind of credit that Magento takes off its total. */
export const orderPayments = (order: NativeOrder): PaymentSource[] => [...mainPayment(order), ...creditPayments(order)];

function mainPayment(order: NativeOrder): PaymentSource[] {
  const { payment } = order;
  const [amount, status] = amountAndStatus(order);
  if (!payment || isZero(amount)) return [];
  const code = text(payment.method) ?? '';
  return [
    {
      order,
      id: text(payment.entity_id) ?? id(order.entity_id),
      derived: false,
      amount,
      status,
      type: paymentType(code, text(payment.cc_last4) !== null || text(payment.cc_type) !== null),
      methodId: text(payment.method),
      method: methodTitle(order) ?? text(payment.method),
      provider: paymentProvider(code),
      reference: text(payment.last_trans_id),
    },
  ];
}

function amountAndStatus(order: NativeOrder): [Decimal, Payment['status']] {
  const { ordered, authorized, paid } = paymentAmounts(order);
  if (!isZero(paid)) return [paid, 'paid'];
  if (isCanceled(order)) return [ordered, 'canceled'];
  return isZero(authorized) ? [ordered, 'pending'] : [authorized, 'authorized'];
}

/** Some methods send the text `null` for a title. */
export function methodTitle({ extension_attributes }: NativeOrder): string | null {
  for (const { key, value } of extension_attributes?.payment_additional_info ?? []) {
    const title = key === 'method_title' ? text(value) : null;
    if (title !== null && title !== 'null') return title;
  }
  return null;
}

const credits = [
  { key: 'giftCards', field: 'gift_cards_amount', type: 'prepaid', method: 'Gift card' },
  { key: 'storeCredit', field: 'customer_balance_amount', type: 'storeCredit', method: 'Store credit' },
  { key: 'rewardPoints', field: 'reward_currency_amount', type: 'storeCredit', method: 'Reward points' },
] as const;

const creditPayments = (order: NativeOrder): PaymentSource[] =>
  credits
    .map(kind => ({ kind, amount: amountOrZero(order.extension_attributes?.[kind.field]) }))
    .filter(({ amount }) => !isZero(amount))
    .map(({ kind, amount }) => ({
      order,
      id: `${id(order.entity_id)}-${kind.key}`,
      derived: true,
      amount,
      status: isCanceled(order) ? 'canceled' : 'paid',
      type: kind.type,
      methodId: null,
      method: kind.method,
      provider: null,
      reference: null,
    }));
