import type { Instant } from './model/scalars.js';

/**
 * In the place of a stream: the lease of a replay, which is of all streams. It does not exclude those of single streams: who
 * wants no stream to be written takes these as well.
 */
export const everyStream = '*';

/** What is leased, for people. */
export const leasedName = (stream: string): string => (stream === everyStream ? 'every stream' : stream);

/** Who asks to be the only one that writes a stream. */
export interface LeaseRequest {
  readonly connectionId: string;
  readonly stream: string;
  /** Unique among processes, also those of other times. Who holds the lease already gets it again. */
  readonly owner: string;
  /** The owner in words, for the one who is refused: `pid 123 on host, since …`. */
  readonly holder: string;
  readonly at: Instant;
  readonly ttlMs: number;
  /** An owner that is known to be dead: the lease is taken from it before it expires. */
  readonly insteadOf?: string;
}

export interface Lease {
  /** Grows with every new owner of the lease: what carries an older one is refused. */
  readonly token: number;
}

export interface LeaseRefusal {
  /** The holder in words. */
  readonly heldBy: string;
  readonly owner: string;
  /** Unless it is renewed. */
  readonly until: Instant;
}

/** A lease that was given. */
export interface HeldLease extends Lease {
  readonly connectionId: string;
  readonly stream: string;
}

export interface LeaseRenewal extends HeldLease {
  readonly at: Instant;
}
