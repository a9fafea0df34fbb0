import type { ResourceName } from './model/resources.js';
import type { Instant } from './model/scalars.js';

export type ChangeKind = 'created' | 'updated' | 'deleted' | 'restored';

/** A model record became another: its content is in the store, as it is now. */
export interface Change {
  /** Counts the changes of the whole store from 1, without gaps and in the order of their commits. */
  readonly sequence: number;
  readonly connectionId: string;
  readonly resource: ResourceName;
  readonly id: string;
  readonly kind: ChangeKind;
  readonly at: Instant;
}

export interface ChangeQuery {
  /** The sequence that was processed last; 0 for the whole feed. */
  readonly since: number;
  readonly connectionId?: string;
  readonly resource?: ResourceName;
  readonly limit?: number;
}
