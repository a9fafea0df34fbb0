import type { Connection, Storage, Tally } from '@cartograph/core';
import { createProofBook, type UnprovenRecord } from './reconcile-book.js';
import { readMovements } from './reconcile-movements.js';
import { provePayouts } from './reconcile-payouts.js';
import { proveSales } from './reconcile-sales.js';

/** The proofs over all stored orders, refunds, payments and payouts of a connection. */
export interface Reconciliation {
  readonly connectionId: string;
  readonly platform: string;
  /** A tally a currency and resource, in the order of their codes and of `provenResources`. */
  readonly tallies: readonly Tally[];
  /** The records that do not add up, with what is missing where. */
  readonly unproven: readonly UnprovenRecord[];
}

/** Reads record by record: what it holds grows with what is unproven and with the number of payouts and refunds, not with the orders. */
export async function reconcile(storage: Storage, { id, platform }: Connection): Promise<Reconciliation> {
  const book = createProofBook();
  const movements = await readMovements(storage, id);
  await proveSales(storage, id, movements, book);
  await provePayouts(storage, id, movements, book);
  return { connectionId: id, platform, tallies: book.tallies(), unproven: book.unproven };
}
