import {
  addToTally,
  type Check,
  type Connection,
  emptyTally,
  type Payment,
  proveOrder,
  proveRefund,
  type Refund,
  type ResourceName,
  type Storage,
  type StoredRecord,
  type Tally,
} from '@cartograph/core';

/** The proofs over all stored orders and refunds of a connection. */
export interface Reconciliation {
  readonly connectionId: string;
  readonly platform: string;
  /** A tally a currency, in the order of their codes. */
  readonly tallies: readonly Tally[];
  /** The orders and refunds that do not add up, with what is missing where. */
  readonly unproven: readonly UnprovenRecord[];
}

export interface UnprovenRecord {
  readonly resource: 'orders' | 'refunds';
  readonly id: string;
  readonly currency: string;
  readonly residues: readonly Check[];
}

export async function reconcile(storage: Storage, connection: Connection): Promise<Reconciliation> {
  const connectionId = connection.id;
  const tallies = new Map<string, Tally>();
  const unproven: UnprovenRecord[] = [];
  for await (const order of storage.records({ resource: 'orders', connectionId })) {
    const of = { connectionId, orderId: order.id };
    const payments: readonly Payment[] = await collect(storage.records({ resource: 'payments', ...of }));
    const refunds: readonly Refund[] = await collect(storage.records({ resource: 'refunds', ...of }));
    const { id, currency } = order;
    const proof = proveOrder(order, { payments, refunds });
    tallies.set(currency, addToTally(tallies.get(currency) ?? emptyTally(currency), order, proof));
    if (proof.residues.length > 0) unproven.push({ resource: 'orders', id, currency, residues: proof.residues });
    for (const refund of refunds) {
      const residues = proveRefund(refund).filter(({ residue }) => residue !== '0');
      if (residues.length > 0) unproven.push({ resource: 'refunds', id: refund.id, currency, residues });
    }
  }
  return {
    connectionId,
    platform: connection.platform,
    tallies: [...tallies.values()].sort((left, right) => left.currency.localeCompare(right.currency)),
    unproven,
  };
}

async function collect<Name extends ResourceName>(
  records: AsyncIterable<StoredRecord<Name>>,
): Promise<StoredRecord<Name>[]> {
  const found: StoredRecord<Name>[] = [];
  for await (const record of records) found.push(record);
  return found;
}
