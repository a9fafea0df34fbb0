import { stream } from '@cartograph/connector-kit';
import type { ModelRecord } from '@cartograph/core';
import { orderDisputes, toDispute } from '../mapping/dispute.js';
import { toOrder } from '../mapping/order.js';
import { orderPayments, toPayment } from '../mapping/payment.js';
import { orderMethods, toPaymentMethod } from '../mapping/payment-method.js';
import { type NativeOrder, nativeOrderSchema } from '../native/order.js';
import type { MagentoShop } from '../shop.js';
import { feed } from './feed.js';
import { identityOf, lagMs, weekMs } from './identity.js';

/** What an order's record becomes, whichever feed brought it. */
export const orderRecords = {
  yields: ['orders', 'payments', 'paymentMethods', 'disputes'],
  incremental: 'modified',
  lagMs,
  native: nativeOrderSchema,
  identify: (order: Readonly<Record<string, unknown>>) => identityOf(order, 'entity_id'),
  normalize: (order: NativeOrder, shop: MagentoShop): ModelRecord[] => [
    { resource: 'orders', record: toOrder(order, shop) },
    ...orderPayments(order).map(payment => ({ resource: 'payments', record: toPayment(payment, shop) }) as const),
    ...orderMethods(order).map(
      method => ({ resource: 'paymentMethods', record: toPaymentMethod(method, shop) }) as const,
    ),
    ...orderDisputes(order).map(disputed => ({ resource: 'disputes', record: toDispute(disputed, shop) }) as const),
  ],
} as const;

/** What invoices take from the buyer stands on the order as well. Those that did not move its time come by `documents`. */
export const orders = stream({
  ...orderRecords,
  ...feed({ list: client => client.orders }),
  sweepEveryMs: weekMs,
});
