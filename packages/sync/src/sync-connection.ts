import {
  ConfigError,
  type Connection,
  type Connector,
  type Host,
  type Lane,
  type Run,
  type Session,
  type Storage,
  type StreamRun,
} from '@cartograph/core';
import { type Holder, holderOfRun } from './lease.js';
import { meterHost } from './meter.js';
import { RunBook } from './run-book.js';
import { readStream, sweepOne } from './run-stream.js';
import { attempt, type Stop } from './stop.js';
import { streamNames } from './stream-names.js';
import { type RunContext, type Stands, untold } from './stream-work.js';

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
  /** Read what was never read whole in slices that grow, this month first. */
  readonly newestFirst?: boolean;
  /** Read the ids alone, and mark as deleted what is no longer there. */
  readonly sweep?: boolean;
  /** Only these; all when left out, of a sweep all that can be swept. */
  readonly streams?: readonly string[];
  /** Who does it; by default a process of its own for each run. */
  readonly holder?: Holder;
  readonly onProgress?: (progress: Progress) => void;
  /** Called when a stream is through: `stop` is why it did not come to its end. */
  readonly onEnd?: (stream: string, stop: Stop | null) => void;
}

/** Where a run stands. */
export interface Progress extends Stands {
  readonly connectionId: string;
  readonly stream: string;
  readonly run: StreamRun;
  readonly requests: number;
}

/** One run over a connection's streams. What stops it stands in the result; only a bug, or a store that cannot even keep the run, is thrown. */
export async function syncConnection(options: SyncOptions): Promise<Run> {
  const { connector, storage, host, runId, sweep = false, full = false, newestFirst = false } = options;
  const names = options.streams || !sweep ? streamNames(connector, options.streams) : sweptStreams(connector);
  const { host: metered, counts } = meterHost(host);
  const holder = options.holder ?? holderOfRun(runId);
  const connectionId = options.connection.id;
  const startedAt = host.now().toISOString();
  const book = new RunBook({ id: runId, connectionId, full, owner: holder.owner, startedAt, finishedAt: null }, counts);
  await storage.saveRun(book.run());

  const session = openedByLane(metered, inLane => connector.open(options.config, inLane));
  const first = session(sweep ? 'backfill' : 'incremental');
  let connection = options.connection;
  let stop = await attempt(async () => {
    connection = await greet(first, options);
  }, host.signal);
  const context = (): RunContext => ({
    ...{ connection, connector, session, storage, host: metered, holder, runId, full, newestFirst },
    clock: () => first.now(),
    certify: (stream, run) => book.runWith(stream, run),
    report: (stream, run, stands) => {
      book.enter(stream, run);
      const counted = book.run().streams[stream];
      if (counted) options.onProgress?.({ connectionId, stream, run: counted, requests: counts.requests, ...stands });
    },
  });
  const work = sweep ? sweepOne : readStream;
  for (let waiting = names; waiting.length > 0; ) {
    const unfinished: string[] = [];
    for (const name of waiting) {
      const before = book.begin(name);
      stop ??= await attempt(async () => {
        const turn = await work(context(), name, before);
        context().report(name, turn.run, untold);
        if (turn.more) unfinished.push(name);
        else options.onEnd?.(name, null);
      }, host.signal);
      if (stop === null) continue;
      book.stop(name, sweep ? 'sweep' : 'incremental', stop.reason);
      options.onEnd?.(name, stop);
      if (stop.recovery === 'reauthorize')
        await storage.saveConnection({ ...connection, pausedBecause: stop.reason }, host.now().toISOString());
      if (!stop.endsTheRun) stop = null;
    }
    waiting = unfinished;
  }
  const run = { ...book.run(), finishedAt: host.now().toISOString() };
  await storage.saveRun(run);
  return run;
}

const sweptStreams = ({ streams }: Connector): readonly string[] =>
  Object.keys(streams).filter(name => streams[name]?.sweepEveryMs !== null);

/** One session a lane, where the sessions of a process share the shop's quota; otherwise one for all. */
function openedByLane(host: Host, open: (host: Host) => Session): (lane: Lane) => Session {
  const sessions = new Map<Lane, Session>();
  return asked => {
    const lane = host.budgets ? asked : 'incremental';
    const session = sessions.get(lane) ?? open({ ...host, lane });
    sessions.set(lane, session);
    return session;
  };
}

/** Checks the credentials, learns the platform's clock and the shop's reference data, and keeps the latter for replay. */
async function greet(session: Session, { connection, storage, host }: SyncOptions): Promise<Connection> {
  if (connection.pausedByUser) {
    const { id, pausedBecause } = connection;
    throw new ConfigError(`"${id}" is paused (${pausedBecause}): resume it first`, { connection: id });
  }
  const greeted = { ...connection, shop: await session.check(), pausedBecause: null };
  await storage.saveConnection(greeted, host.now().toISOString());
  return greeted;
}
