import { empty, json, type Route } from '../../../http.js';
import { dateTests, listOf, numberTests, passing } from '../../query.js';
import { notFound, refuse } from '../../refusal.js';
import type { RefundEntry } from '../../shop/order-book.js';
import { listedMethods } from '../../shop/payment.js';
import { v3List, v3Whole } from '../../v3.js';
import { refundBody, transactionBody } from '../../views/payments.js';
import type { Api } from '../api.js';

export function paymentRoutes(base: string, { shop, serve }: Api): Route[] {
  const { orders } = shop;
  const refund = (entry: RefundEntry) => serve('refunds', entry.id, refundBody(entry, orders.refund(entry)));
  const ofTransaction = (id: string | null) => (entry: RefundEntry) =>
    id === null || orders.refund(entry).payments.some(payment => String(payment.transactionId) === id);
  const orderEntry = (id: string | undefined) => {
    const entry = orders.entry(Number(id));
    if (!entry) throw notFound('v3');
    return entry;
  };

  return [
    [
      `GET ${base}/v3/payments/methods`,
      ({ query }) => {
        const order = query.get('order_id');
        if (order === null && query.get('checkout_id') === null)
          throw refuse('v3', 400, 'Either order_id or checkout_id is required.');
        if (order !== null) orderEntry(order);
        // Only what pays online can be used by a program.
        const online = listedMethods.filter(({ method }) => method === 'credit_card');
        return v3Whole(
          online.map(({ gateway, name }) => ({
            id: `${gateway}.card`,
            name,
            stored_instruments: [],
            supported_instruments: ['VISA', 'MASTERCARD'].map(instrument_type => ({
              instrument_type,
              verification_value_required: true,
            })),
            test_mode: false,
            type: 'card',
          })),
        );
      },
    ],
    [
      `GET ${base}/v3/orders/:id/transactions`,
      ({ params, query }) => {
        const record = orders.record(orderEntry(params.id));
        const rows = record.state.transactions;
        return rows.length === 0
          ? empty()
          : v3List(rows, query, row => serve('transactions', row.id, transactionBody(record, row)));
      },
    ],
    [
      `GET ${base}/v3/orders/payment_actions/refunds`,
      ({ query }) => {
        const tests = [
          ...numberTests<RefundEntry>(query, 'id', entry => entry.id),
          ...numberTests<RefundEntry>(query, 'order_id', entry => entry.orderId),
          ...dateTests<RefundEntry>(query, 'created', entry => entry.at),
          ofTransaction(listOf(query, 'transaction_id')?.[0] ?? null),
        ];
        return v3List(passing(orders.refunds, tests), query, refund);
      },
    ],
    [
      `GET ${base}/v3/orders/payment_actions/refunds/:refund`,
      ({ params }) => {
        const entry = orders.refunds.find(({ id }) => id === Number(params.refund));
        if (!entry) throw notFound('v3');
        return json({ data: refund(entry), meta: {} });
      },
    ],
    [
      `GET ${base}/v3/orders/:id/payment_actions/refunds`,
      ({ params }) => v3Whole(orders.refundsOf(orderEntry(params.id).id).map(refund)),
    ],
  ];
}
