import {
  ConflictError,
  type HeldLease,
  type Instant,
  type Lease,
  type LeaseRefusal,
  type LeaseRenewal,
  type LeaseRequest,
  leasedName,
} from '@cartograph/core';
import { unknownConnection } from './connection.js';
import type { LeaseState, Tables } from './tables.js';

const after = (at: Instant, ms: number): Instant => new Date(Date.parse(at) + ms).toISOString();

/** Gives the lease to whoever asks, unless another owner has it; the driver makes each of these one transaction. */
export function acquireLease(tables: Tables, request: LeaseRequest): Lease | LeaseRefusal {
  const { connectionId, stream, owner, holder, at, ttlMs, insteadOf } = request;
  if (tables.shop(connectionId) === null) throw unknownConnection(connectionId);
  const held = tables.lease(connectionId, stream);
  const mine = held?.owner === owner;
  if (held && held.owner !== null && !mine && held.owner !== insteadOf && Date.parse(held.until) > Date.parse(at)) {
    return { heldBy: held.holder, owner: held.owner, until: held.until };
  }
  const token = mine ? held.token : (held?.token ?? 0) + 1;
  tables.saveLease({ connectionId, stream, token, owner, holder, ttlMs, until: after(at, ttlMs) });
  return { token };
}

/** Throws a ConflictError where the token is not the latest. */
export function renewLease(tables: Tables, { connectionId, stream, token, at }: LeaseRenewal): void {
  const held = tables.lease(connectionId, stream);
  if (held?.token !== token) throw takenOver(connectionId, stream, held);
  tables.saveLease({ ...held, until: after(at, held.ttlMs) });
}

/** The token stays, so that the next owner's is another. */
export function releaseLease(tables: Tables, { connectionId, stream, token }: HeldLease): void {
  const held = tables.lease(connectionId, stream);
  if (held?.token === token) tables.saveLease({ ...held, owner: null });
}

/** The first thing that a transaction does: a writer whose lease went to another is stopped before it writes. */
export function passFence(
  tables: Tables,
  writer: { readonly connectionId: string; readonly at: Instant; readonly fence?: number },
  stream: string,
): void {
  const { connectionId, at, fence } = writer;
  if (tables.shop(connectionId) === null) throw unknownConnection(connectionId);
  if (fence !== undefined) renewLease(tables, { connectionId, stream, token: fence, at });
}

function takenOver(connectionId: string, stream: string, held: LeaseState | null): ConflictError {
  const who = held === null || held.owner === null ? 'nobody now' : held.holder;
  return new ConflictError(
    `Another process took over ${leasedName(stream)} of "${connectionId}" (held by ${who}): this one has written nothing since; run again when that one is done`,
    { connectionId, stream },
  );
}
