import { type NativeRecord, type Session, type SetAsideRecord, UnsupportedError } from '@cartograph/core';
import { holderOfRun, withLease } from './lease.js';
import { normalizePage } from './normalize-page.js';
import { type RenormalizeOptions, renormalize } from './replay/renormalize.js';

export interface RetryOptions extends Omit<RenormalizeOptions, 'setAsideOnly'> {
  /** Where the shop may be asked for what it could not serve: without it such records stay set aside. Called when there are some. */
  readonly open?: () => Session;
}

/** What came of the records that were set aside. */
export interface RetryResult {
  readonly recovered: number;
  /** Gone at the source by now. */
  readonly dropped: number;
  readonly stillSetAside: readonly SetAsideRecord[];
}

/**
 * Normalizes what was set aside once more, from the stored bodies: after a better mapping, with no request to the shop. Those
 * that the shop could not serve have no body: it is asked for them by id.
 */
export async function retrySetAside(options: RetryOptions): Promise<RetryResult> {
  const { storage, connection, open } = options;
  const { recovered } = await renormalize({ ...options, setAsideOnly: true });
  const before = await storage.setAside(connection.id);
  const unserved = before.filter(({ native }) => native.body === null);
  let dropped = 0;
  if (open && unserved.length > 0) {
    const session = open();
    for (const [stream, ids] of idsByStream(unserved)) dropped += await askAgain(options, session, stream, ids);
  }
  const stillSetAside = await storage.setAside(connection.id);
  return { recovered: recovered + before.length - stillSetAside.length - dropped, dropped, stillSetAside };
}

function idsByStream(records: readonly SetAsideRecord[]): Map<string, string[]> {
  const byStream = new Map<string, string[]>();
  for (const { native } of records) byStream.set(native.stream, [...(byStream.get(native.stream) ?? []), native.id]);
  return byStream;
}

/** What is there now is stored and the position of the stream stays. Answers how many the platform says are gone. */
function askAgain(options: RetryOptions, session: Session, stream: string, ids: readonly string[]): Promise<number> {
  const { storage, connection, connector, host, runId, holder = holderOfRun(runId) } = options;
  return withLease({ ...options, holder }, stream, async fence => {
    const found = await findOrNone(session, stream, ids);
    const there = [...found.values()].filter(record => record !== null);
    const gone = [...found].filter(([, record]) => record === null).map(([id]) => id);
    // Asked for by its place: what stood there has a name by now.
    const named = [...found].filter(([id, record]) => record && (record.id !== id || record.stream !== stream));
    await storage.commit({
      ...normalizePage(connector, there, connection.shop),
      connectionId: connection.id,
      platform: connector.id,
      mapperVersion: connector.mapperVersion,
      stream,
      runId,
      at: host.now().toISOString(),
      gone: [...gone, ...named.map(([id]) => id)],
      checkpoint: (await storage.checkpoint(connection.id, stream)) ?? { mark: null, window: null },
      fence,
    });
    return gone.length;
  });
}

async function findOrNone(
  session: Session,
  stream: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, NativeRecord | null>> {
  try {
    return await session.find(stream, ids);
  } catch (error) {
    if (error instanceof UnsupportedError) return new Map();
    throw error;
  }
}
