import { ConflictError, everyStream, type Host, type LeaseRequest, leasedName, type Storage } from '@cartograph/core';

/** Who writes: one process, in the words of whoever started it. */
export interface Holder {
  /** Unique among processes, also those of other times. */
  readonly owner: string;
  /** For people: `pid 123 on host, since …`. */
  readonly holder: string;
  /** Whether an owner is certainly dead: what it held is then taken over at once. By default none is. */
  readonly isDead?: (owner: string) => boolean;
}

/** A process of its own for each run. */
export const holderOfRun = (runId: string): Holder => ({ owner: runId, holder: `run ${runId}` });

export interface LeaseContext {
  readonly connection: { readonly id: string };
  readonly storage: Storage;
  readonly host: Pick<Host, 'now' | 'sleep' | 'signal' | 'logger'>;
  readonly holder: Holder;
  readonly runId: string;
}

/** Long enough for a slow machine to renew it, short enough to wait for when another machine went away. */
const ttlMs = 60_000;
/** How often it is renewed. */
export const beatMs = ttlMs / 3;

/** Two runs of one process exclude each other as two processes do. */
const separator = '#';

/**
 * Does work as the only one who writes the stream; `fence` is the token for its commits. Throws a ConflictError that says
 * who has it instead.
 */
export async function withLease<Result>(
  context: LeaseContext,
  stream: string,
  work: (fence: number) => Promise<Result>,
): Promise<Result> {
  const lease = { connectionId: context.connection.id, stream, token: await acquire(context, stream) };
  const done = new AbortController();
  const beating = beat(context, lease, done.signal);
  try {
    return await work(lease.token);
  } finally {
    done.abort();
    await beating;
    // One that cannot be given back expires.
    await context.storage.releaseLease(lease).catch(error => context.host.logger.warn({ error }, 'a lease stays'));
  }
}

/**
 * The same for work that writes whatever is stored, as a replay does: no stream is written meanwhile, and no such work is
 * done twice at a time. `fence` is the token of `everyStream`.
 */
export function withAllLeases<Result>(
  context: LeaseContext,
  streams: readonly string[],
  work: (fence: number) => Promise<Result>,
): Promise<Result> {
  const within = (fence: number, [first, ...rest]: readonly string[]): Promise<Result> =>
    first === undefined ? work(fence) : withLease(context, first, () => within(fence, rest));
  return withLease(context, everyStream, fence => within(fence, streams));
}

async function acquire({ connection, storage, host, holder, runId }: LeaseContext, stream: string): Promise<number> {
  const request: LeaseRequest = {
    connectionId: connection.id,
    stream,
    owner: `${holder.owner}${separator}${runId}`,
    holder: holder.holder,
    at: host.now().toISOString(),
    ttlMs,
  };
  let answer = await storage.acquireLease(request);
  if ('heldBy' in answer && holder.isDead?.(answer.owner.split(separator, 1)[0] ?? '')) {
    answer = await storage.acquireLease({ ...request, insteadOf: answer.owner });
  }
  if ('token' in answer) return answer.token;
  throw new ConflictError(
    `${leasedName(stream)} of "${connection.id}" is being written by ${answer.heldBy}; it is free at ${answer.until} at the latest, unless that one goes on`,
    { connection: connection.id, stream },
  );
}

/** Renews the lease while a page is slow; commits renew it too. */
async function beat(
  { storage, host }: LeaseContext,
  lease: { readonly connectionId: string; readonly stream: string; readonly token: number },
  signal: AbortSignal,
): Promise<void> {
  for (let last = host.now().getTime(); !signal.aborted; ) {
    try {
      await host.sleep(beatMs, signal);
      const now = host.now();
      // Where time stands still nothing expires.
      if (signal.aborted || now.getTime() <= last) return;
      last = now.getTime();
      await storage.renewLease({ ...lease, at: now.toISOString() });
    } catch {
      // The work is done, or the lease is another's by now: the next commit is told.
      return;
    }
  }
}
