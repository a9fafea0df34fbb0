import type { Money } from '../../money.js';

export interface Transaction {
  readonly id: number;
  readonly at: number;
  readonly event: 'purchase' | 'authorization' | 'capture' | 'refund' | 'void' | 'pending' | 'settled';
  readonly method: string;
  readonly gateway: string;
  readonly amount: Money;
  readonly failed: boolean;
  /** The transaction that this one goes on from. */
  readonly parentId: number | null;
}
