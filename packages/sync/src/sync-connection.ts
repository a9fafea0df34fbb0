import type { Connection, Connector, Host, Run, Session, Storage, StreamRun } from '@cartograph/core';
import { meterHost } from './meter.js';
import { runStream, type StreamCounts } from './run-stream.js';
import { attempt, type Stop, stoppedRun } from './stop.js';
import { streamNames } from './stream-names.js';

export interface SyncOptions {
  readonly connection: Connection;
  readonly connector: Connector;
  /** The connection's settings, unsealed and checked. */
  readonly config: unknown;
  readonly storage: Storage;
  readonly host: Host;
  /** Unique among the runs of the store. */
  readonly runId: string;
  /** Read everything again, and mark as deleted what is no longer there. */
  readonly full?: boolean;
  /** Only these; all when left out. */
  readonly streams?: readonly string[];
  readonly onProgress?: (progress: Progress) => void;
}

/** Where a run stands. */
export interface Progress {
  readonly connectionId: string;
  readonly stream: string;
  readonly run: StreamRun;
  /** Records in the whole window, where the platform says so. */
  readonly total: number | null;
  readonly requests: number;
}

/** One run over a connection's streams. What stops it stands in the result; only a bug, or a store that cannot even keep the run, is thrown. */
export async function syncConnection(options: SyncOptions): Promise<Run> {
  const { connector, storage, host, full = false } = options;
  const names = streamNames(connector, options.streams);
  const { host: metered, counts } = meterHost(host);
  const started = { id: options.runId, connectionId: options.connection.id, full, startedAt: host.now().toISOString() };
  const streams: Record<string, StreamRun> = {};
  const save = async (finishedAt: string | null): Promise<Run> => {
    const run = { ...started, finishedAt, ...counts, streams: { ...streams } };
    await storage.saveRun(run);
    return run;
  };

  await save(null);
  const session = connector.open(options.config, metered);
  let connection = options.connection;
  let stop = await attempt(async () => {
    connection = await greet(session, options);
  }, host.signal);
  for (const name of names) {
    const context = {
      connection,
      connector,
      session,
      storage,
      full,
      runId: options.runId,
      now: host.now,
      signal: host.signal,
    };
    const before = counts.requests;
    const keep = (run: StreamCounts): StreamRun => {
      const counted = { ...run, requests: counts.requests - before };
      streams[name] = counted;
      return counted;
    };
    const report = (counted: StreamCounts, total: number | null) => {
      const run = keep(counted);
      options.onProgress?.({ connectionId: connection.id, stream: name, run, total, requests: counts.requests });
    };
    stop ??= await attempt(async () => report(await runStream(context, name, report), null), host.signal);
    if (stop) {
      keep(stoppedRun(streams[name], stop));
      if (stop.recovery === 'reauthorize') await storage.saveConnection({ ...connection, pausedBecause: stop.reason });
      stop = endsTheRun(stop) ? stop : null;
    }
  }
  return save(host.now().toISOString());
}

/** What one stream is refused, another may get; without an answer or with a limit reached, none does. */
const endsTheRun = ({ recovery }: Stop): boolean => recovery !== 'stop';

/** Checks the credentials, learns the platform's clock and the shop's reference data, and keeps the latter for replay. */
async function greet(session: Session, { connection, storage }: SyncOptions): Promise<Connection> {
  const greeted = { ...connection, shop: await session.check(), pausedBecause: null };
  await storage.saveConnection(greeted);
  return greeted;
}
