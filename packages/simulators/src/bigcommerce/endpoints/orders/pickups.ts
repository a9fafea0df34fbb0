import type { Route } from '../../../http.js';
import { isoZulu } from '../../dates.js';
import { type Doc, type Fields, fixed, isDoc, list, needed, orNull, text, whole } from '../../records/fields.js';
import { v3Batch } from '../../records/v3-batch.js';
import { invalid } from '../../refusal.js';
import { toSecond } from '../../shop/clock.js';
import type { Api } from '../api.js';

const fields: Fields = {
  id: fixed(),
  created_at: fixed(),
  updated_at: fixed(),
  pickup_id: whole(1),
  pickup_method_id: needed(whole(1)),
  order_id: needed(whole(1)),
  ready_at: needed(text()),
  collected_at: orNull(text()),
  pickup_items: needed(list()),
};

/** What is ready for collection, and what has been collected. */
export function pickupRoutes(base: string, api: Api): Route[] {
  const { pickups, pickupMethods } = api.records;
  const { orders, clock } = api.shop;
  const now = () => isoZulu(toSecond(clock.now()));
  let itemIds = 0;

  const itemsOf = (orderId: unknown, sent: unknown): Doc[] => {
    const entry = orders.entry(Number(orderId));
    if (!entry) throw invalid('v3', { order_id: `The order ${orderId} does not exist.` });
    const { lines } = orders.record(entry).order;
    return (sent as unknown[]).filter(isDoc).map(item => {
      const line = lines.find(({ id }) => id === Number(item.order_product_id));
      if (!line || !(Number(item.quantity) > 0) || Number(item.quantity) > line.quantity)
        throw invalid('v3', { pickup_items: `The order has no ${item.quantity} of product ${item.order_product_id}.` });
      return { id: ++itemIds, order_product_id: line.id, quantity: Number(item.quantity) };
    });
  };

  /** All items of a pickup are collected at once. */
  const withStatus = (items: unknown, collectedAt: unknown) =>
    (items as Doc[]).map(item => ({
      ...item,
      status: collectedAt ? 'COLLECTED' : 'AWAITING_COLLECTION',
      collected_at: collectedAt ?? null,
    }));

  return v3Batch(
    {
      path: `${base}/v3/orders/pickups`,
      collection: 'pickups',
      fields,
      rows: () => pickups,
      filters: { id: 'number', order_id: 'number', pickup_id: ['number', 'id'] },
      paging: 'none',
      render: ({ collected_at, ...row }) => row,
      derive: ({ pickup_id, ...values }, before) => {
        if (values.pickup_method_id !== undefined && !pickupMethods.find(values.pickup_method_id))
          throw invalid('v3', { pickup_method_id: `The pickup method ${values.pickup_method_id} does not exist.` });
        const items = before ? before.pickup_items : itemsOf(values.order_id, values.pickup_items);
        const collectedAt = values.collected_at ?? before?.collected_at;
        return {
          ...(before ? {} : { created_at: now() }),
          ...values,
          pickup_items: withStatus(items, collectedAt),
          updated_at: now(),
        };
      },
    },
    api,
    { created: 100 },
  );
}
