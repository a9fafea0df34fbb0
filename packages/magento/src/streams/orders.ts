import { stream } from '@cartograph/connector-kit';
import type { MagentoClient } from '../client.js';
import { orderDisputes, toDispute } from '../mapping/dispute.js';
import { toOrder } from '../mapping/order.js';
import { orderPayments, toPayment } from '../mapping/payment.js';
import { orderMethods, toPaymentMethod } from '../mapping/payment-method.js';
import { nativeOrderSchema } from '../native/order.js';
import type { MagentoShop } from '../shop.js';
import { identityOf, lagMs } from './identity.js';
import { readPages } from './pages.js';

/** Invoices are no stream: whatever they take from the buyer stands on the order as well, and moves its time. */
export const orders = stream({
  yields: ['orders', 'payments', 'paymentMethods', 'disputes'],
  incremental: 'modified',
  lagMs,
  native: nativeOrderSchema,
  identify: order => identityOf(order, 'entity_id'),
  read: (client: MagentoClient, query) => readPages(client.orders.list, query),
  normalize: (order, shop: MagentoShop) => [
    { resource: 'orders', record: toOrder(order, shop) },
    ...orderPayments(order).map(payment => ({ resource: 'payments', record: toPayment(payment, shop) }) as const),
    ...orderMethods(order).map(
      method => ({ resource: 'paymentMethods', record: toPaymentMethod(method, shop) }) as const,
    ),
    ...orderDisputes(order).map(disputed => ({ resource: 'disputes', record: toDispute(disputed, shop) }) as const),
  ],
});
