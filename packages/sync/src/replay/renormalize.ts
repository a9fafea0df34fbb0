import type { Connection, Connector, ShopContext, Storage } from '@cartograph/core';
import { type Holder, holderOfRun, type LeaseContext, withAllLeases } from '../lease.js';
import { normalizePage } from '../normalize-page.js';
import { streamNames } from '../stream-names.js';
import { ChangeBook, type ResourceChanges } from './change-book.js';

export interface RenormalizeOptions {
  readonly connection: Connection;
  readonly connector: Connector;
  readonly storage: Storage;
  /** Its signal ends it between two batches; what was written until then stays, and the next replay writes the rest. */
  readonly host: LeaseContext['host'];
  /** Unique among the runs and replays of the store. */
  readonly runId: string;
  /** Who does it; by default a process of its own. */
  readonly holder?: Holder;
  /** Only these; all when left out. */
  readonly streams?: readonly string[];
  /** Only what is set aside. */
  readonly setAsideOnly?: boolean;
  readonly onProgress?: (progress: ReplayProgress) => void;
}

export interface ReplayProgress {
  readonly connectionId: string;
  /** Native records until now. */
  readonly natives: number;
}

/** What came of a replay. */
export interface Renormalization {
  readonly connectionId: string;
  readonly platform: string;
  readonly mapperVersion: number;
  /** Native records that were translated once more. */
  readonly natives: number;
  readonly resources: readonly ResourceChanges[];
  /** Model records that are as they were. */
  readonly unchanged: number;
  /** Native records that came out of being set aside. */
  readonly recovered: number;
  /** Native records that were stored and do not translate any more; what was stored of them stays. */
  readonly newlySetAside: number;
  /** Native records that do not translate still. */
  readonly stillSetAside: number;
  /** Native records that a run wrote at the same time, and were left to it. */
  readonly overtaken: number;
}

/**
 * Makes all model records anew from the native bodies that are stored, with no request to the shop: after a better mapping.
 * Only what becomes another is written. Interrupted or repeated it comes to the same. No stream is written meanwhile: throws a
 * ConflictError that says who writes one.
 */
export async function renormalize(options: RenormalizeOptions): Promise<Renormalization> {
  const streams = streamNames(options.connector, options.streams);
  const context = { ...options, holder: options.holder ?? holderOfRun(options.runId) };
  return withAllLeases(context, Object.keys(options.connector.streams), fence => replayAll(options, streams, fence));
}

async function replayAll(
  options: RenormalizeOptions,
  streams: readonly string[],
  fence: number,
): Promise<Renormalization> {
  const { connection, connector, storage, host, setAsideOnly = false } = options;
  const shop = shopOf(connector, connection);
  const book = new ChangeBook();
  const counts = { natives: 0, unchanged: 0, recovered: 0, newlySetAside: 0, stillSetAside: 0, overtaken: 0 };
  for await (const stored of storage.natives({ connectionId: connection.id, streams, setAside: setAsideOnly })) {
    host.signal?.throwIfAborted();
    // What the shop could not serve has no body yet.
    const batch = stored.filter(({ native }) => native.body !== null);
    if (batch.length === 0) continue;
    const page = normalizePage(
      connector,
      batch.map(({ native }) => native),
      shop,
    );
    const result = await storage.replay({
      connectionId: connection.id,
      platform: connector.id,
      mapperVersion: connector.mapperVersion,
      shop: connection.shop,
      at: host.now().toISOString(),
      ...page,
      fence,
    });
    for (const change of result.changes) book.enter(change);
    const waiting = new Set(batch.filter(({ setAside }) => setAside).map(({ native }) => native));
    const still = page.setAside.filter(({ native }) => waiting.has(native)).length;
    counts.natives += batch.length;
    counts.unchanged += result.unchanged;
    counts.recovered += waiting.size - still;
    counts.stillSetAside += still;
    counts.newlySetAside += page.setAside.length - still;
    counts.overtaken += result.overtaken;
    options.onProgress?.({ connectionId: connection.id, natives: counts.natives });
  }
  const { id: platform, mapperVersion } = connector;
  return { connectionId: connection.id, platform, mapperVersion, resources: book.resources(), ...counts };
}

/** What an earlier version did not ask of the shop yet is taken as not known. */
const shopOf = ({ shop, emptyShop }: Connector, connection: Connection): ShopContext => {
  const filled = shop.safeParse({ ...emptyShop, ...connection.shop });
  return filled.success ? filled.data : connection.shop;
};
