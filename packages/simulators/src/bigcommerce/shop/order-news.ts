import type { OrderEvent } from './events.js';
import type { News } from './news.js';
import type { OrderRecord } from './order-book.js';
import type { OrderState } from './order-state.js';

/** What an order was before something happened to it. */
export type Before = Pick<OrderState, 'statusId' | 'shipments'> & { readonly transactions: number };

export const remember = ({ statusId, shipments, transactions }: OrderState): Before => ({
  statusId,
  shipments,
  transactions: transactions.length,
});

/** Tells it of the order, and once more to whoever listens to its channel: there the id has another name. */
function tell(news: News, { order }: OrderRecord, event: string, more: Readonly<Record<string, unknown>> = {}): void {
  news.tell(`order/${event}`, { type: 'order', id: order.id, ...more });
  news.tell(`channel/${order.channelId}/order/${event}`, { order_id: order.id, ...more });
}

export const tellPlaced = (news: News, record: OrderRecord): void => tell(news, record, 'created');

/** `refundIds`: the refunds that came with it. */
export function tellHappened(
  news: News,
  record: OrderRecord,
  { type }: Pick<OrderEvent, 'type'>,
  before: Before,
  refundIds: readonly number[],
): void {
  const { order, state } = record;
  if (type === 'message') {
    const position = state.messages.length - 1;
    tell(news, record, 'message/created', { message: { order_message_id: order.id * 8 + position } });
    return;
  }
  tell(news, record, type === 'archive' ? 'archived' : 'updated');
  if (state.statusId !== before.statusId)
    tell(news, record, 'statusUpdated', {
      status: { previous_status_id: before.statusId, new_status_id: state.statusId },
    });
  for (const refund_id of refundIds) tell(news, record, 'refund/created', { refund: { refund_id } });
  for (const { id, event, failed } of state.transactions.slice(before.transactions))
    news.tell('order/transaction/created', {
      type: 'transaction',
      order_id: String(order.id),
      transaction_id: String(id),
      transaction_status: failed ? 'error' : 'ok',
      transaction_type: event,
    });
  if (state.shipments === before.shipments) return;
  const shipment = (verb: string, id: number) =>
    news.tell(`shipment/${verb}`, { type: 'shipment', id, orderId: order.id });
  const known = new Map(before.shipments.map(row => [row.id, row]));
  for (const row of state.shipments) {
    if (!known.has(row.id)) shipment('created', row.id);
    else if (known.get(row.id) !== row && type === 'redispatch') shipment('updated', row.id);
    known.delete(row.id);
  }
  for (const id of known.keys()) shipment('deleted', id);
}
