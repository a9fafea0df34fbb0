import type { ItemRecord, OrderRecord } from './order.js';
import type { Shop } from './shop.js';

const returnStatuses = [
  'return_shipped_by_customer',
  'return_delivered',
  'return_waiting_for_approval',
  'return_rejected',
  'returned',
];

/** Some units of an order enter a status, and whoever listens is told. */
export function enter(
  shop: Shop,
  order: OrderRecord,
  items: readonly ItemRecord[],
  status: string,
  at: number,
  editor: string,
): void {
  for (const item of items) {
    item.history.push({ status, at, editor });
    item.updatedAt = at;
  }
  order.updatedAt = at;
  // Both kinds of ids have been seen on the wire.
  const ids = items.map(({ id }) => (order.index % 5 === 0 ? String(id) : id));
  const payload = { OrderId: order.id, OrderItemIds: ids, NewStatus: status };
  shop.tell('onOrderItemsStatusChanged', payload);
  if (returnStatuses.includes(status)) shop.tell('onReturnStatusChanged', payload);
}
