import { absent, always, amount, derived, id, mapper, text } from '@cartograph/connector-kit';
import type { Dispute } from '@cartograph/core';
import { instant } from '../native/instant.js';
import type { NativeOrder } from '../native/order.js';
import type { OrderBody } from '../native/order-body.js';
import { takesMoney } from './gateway-payment.js';
import { isStatus, statusId } from './statuses.js';

interface DisputedOrder {
  readonly body: OrderBody;
  readonly order: NativeOrder;
  readonly currency: string;
}

export const toDispute = mapper<DisputedOrder, Dispute, unknown>({
  id: derived('`<order>:dispute`', ({ order }) => `${id(order.id)}:dispute`),
  createdAt: derived('when the order was last changed: the platform keeps no time of the dispute', ({ order }) =>
    instant(order.date_modified),
  ),
  sourceModifiedAt: derived('when the order was last changed', ({ order }) => instant(order.date_modified)),
  derived: always(
    true,
    'BigCommerce keeps no disputes: an order whose status is Disputed has one, and loses it with that status',
  ),
  orderId: ({ order }) => id(order.id),
  transactionIds: derived('the purchases and captures of the order', ({ body }) =>
    (body.transactions ?? []).filter(takesMoney).map(row => id(row.id)),
  ),
  currency: ({ currency }) => currency,
  amount: derived('the total of the order: how much of it is contested is not told', ({ order }) =>
    amount(order.total_inc_tax),
  ),
  status: always('processing', 'its outcome is not told: the dispute is there for as long as the order is disputed'),
  statusRaw: ({ order }) => text(order.status),
  reason: absent('the reason is known to the payment gateway only'),
  dueAt: absent('the deadline is known to the payment gateway only'),
});

export const disputesOf = (body: OrderBody, currency: string): Dispute[] =>
  isStatus(body.order, statusId.disputed) ? [toDispute({ body, order: body.order, currency }, undefined)] : [];
