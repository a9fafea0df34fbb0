import type { Order } from '../model/order.js';
import type { ModelRecord, ResourceName, Resources } from '../model/resources.js';
import { proveOrder } from './order.js';
import { provePayment } from './payment.js';
import { provePayout } from './payout.js';
import type { Proof } from './proof.js';
import { proveRefund } from './refund.js';
import { createReturns } from './returns.js';
import type { ProvenResource } from './tally.js';

export interface ProvenRecord {
  readonly resource: ProvenResource;
  readonly id: string;
  readonly proof: Proof;
}

/**
 * The proof of every order, refund, payment and payout among the records. Of a whole `shop` what is not there is missing;
 * in a `part` of it, what one native record became, it may be in another part, and its equations are left out.
 */
export function proveRecords(records: readonly ModelRecord[], scope: 'shop' | 'part'): readonly ProvenRecord[] {
  const [orders, payments, refunds] = [of(records, 'orders'), of(records, 'payments'), of(records, 'refunds')];
  const paymentsOf = group(payments, ({ orderId }) => orderId);
  const refundsOf = group(refunds, ({ orderId }) => orderId);
  const transactions = of(records, 'transactions');
  const settledBy = group(transactions, ({ payoutId }) => payoutId);
  const returns = createReturns();
  for (const transaction of transactions) returns.enter(transaction);
  const orderById = new Map(orders.map(order => [order.id, order]));
  const missing = scope === 'shop' ? [] : undefined;
  const orderOf = (id: string): Order | null | undefined => orderById.get(id) ?? (scope === 'shop' ? null : undefined);
  return [
    ...orders.map(order => {
      const [paid, refunded] = [paymentsOf.get(order.id) ?? missing, refundsOf.get(order.id) ?? missing];
      const movements = { ...(paid && { payments: paid }), ...(refunded && { refunds: refunded }), returns };
      return { resource: 'orders' as const, id: order.id, proof: proveOrder(order, movements) };
    }),
    ...refunds.map(refund => ({
      resource: 'refunds' as const,
      id: refund.id,
      proof: proveRefund(refund, orderOf(refund.orderId), returns.ofRefund(refund.id)),
    })),
    ...payments.flatMap(payment => {
      const order = orderOf(payment.orderId);
      const proven = { resource: 'payments' as const, id: payment.id };
      return order === undefined ? [] : [{ ...proven, proof: provePayment(payment, order) }];
    }),
    ...of(records, 'payouts').flatMap(payout => {
      const settled = settledBy.get(payout.id) ?? missing;
      const proven = { resource: 'payouts' as const, id: payout.id };
      return settled ? [{ ...proven, proof: provePayout(payout, settled) }] : [];
    }),
  ];
}

const of = <Name extends ResourceName>(records: readonly ModelRecord[], name: Name): readonly Resources[Name][] =>
  records.filter(({ resource }) => resource === name).map(({ record }) => record) as unknown as Resources[Name][];

function group<Key, Value>(values: readonly Value[], keyOf: (value: Value) => Key): Map<Key, Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const value of values) {
    const found = groups.get(keyOf(value));
    if (found) found.push(value);
    else groups.set(keyOf(value), [value]);
  }
  return groups;
}
