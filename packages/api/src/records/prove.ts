import {
  type Connection,
  createReturns,
  type Filter,
  type Proof,
  type ProvenResource,
  proveOrder,
  provePayment,
  provePayout,
  proveRefund,
  type ResourceName,
  type Returns,
  type Storage,
  type StoredRecord,
} from '@cartograph/core';
import { collect, readAll } from './read.js';

/** The proof of one record, from what belongs to it: the same that a reconciliation of all records finds. */
export async function proveRecord(
  storage: Storage,
  connection: Connection,
  resource: ProvenResource,
  id: string,
): Promise<Proof | null> {
  return provers[resource]({ storage, connection }, id);
}

interface Shop {
  readonly storage: Storage;
  readonly connection: Connection;
}

const provers: Readonly<Record<ProvenResource, (shop: Shop, id: string) => Promise<Proof | null>>> = {
  async orders(shop, id) {
    const order = await one(shop, 'orders', id);
    if (order === null) return null;
    const [payments, refunds] = [
      await having(shop, 'payments', 'orderId', [id]),
      await having(shop, 'refunds', 'orderId', [id]),
    ];
    const returns = await returnsOf(shop, [id, ...refunds.map(refund => refund.id)]);
    return proveOrder(order, { payments, refunds, returns });
  },
  async payments(shop, id) {
    const payment = await one(shop, 'payments', id);
    return payment && provePayment(payment, await one(shop, 'orders', payment.orderId));
  },
  async refunds(shop, id) {
    const refund = await one(shop, 'refunds', id);
    if (refund === null) return null;
    const returns = await returnsOf(shop, [id]);
    return proveRefund(refund, await one(shop, 'orders', refund.orderId), returns.ofRefund(id));
  },
  async payouts(shop, id) {
    const payout = await one(shop, 'payouts', id);
    return payout && provePayout(payout, await having(shop, 'transactions', 'payoutId', [id]));
  },
};

const one = <Name extends ResourceName>({ storage, connection }: Shop, resource: Name, id: string) =>
  storage.record(connection.id, resource, id);

function having<Name extends ResourceName>(
  { storage, connection }: Shop,
  resource: Name,
  field: string,
  values: readonly string[],
): Promise<readonly StoredRecord<Name>[]> {
  const filters: Filter[] = [{ field, operator: 'in', values }];
  return collect(readAll(storage, { resource, connections: [connection.id], filters }));
}

async function returnsOf(shop: Shop, ids: readonly string[]): Promise<Returns> {
  const returns = createReturns();
  for (const transaction of await having(shop, 'transactions', 'sourceId', ids)) returns.enter(transaction);
  return returns;
}
