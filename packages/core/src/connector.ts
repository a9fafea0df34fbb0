import type { z } from 'zod';
import type { Coverage } from './coverage.js';
import type { ExplainedRecord } from './lineage.js';
import type { ModelRecord, ResourceName } from './model/resources.js';
import type { Instant } from './model/scalars.js';
import type { Lane, RateBudgets } from './rate.js';

/** Knows one platform: how to read it and how to translate it. */
export interface Connector<Config = unknown, Shop extends ShopContext = ShopContext> {
  readonly specVersion: 1;
  /** Lower case; names the platform in commands and records. */
  readonly id: string;
  /** Its name as people write it. */
  readonly title: string;
  /** Four lower-case letters by which Codat's clients name the platform; made of `id` where there are none. */
  readonly platformKey?: string;
  /** Raised whenever the same native record would become another model record. */
  readonly mapperVersion: number;
  /** Strict. A field whose metadata says `secret: true` is never shown. */
  readonly config: z.ZodType<Config>;
  readonly shop: z.ZodType<Shop>;
  /** What `normalize` may assume of a shop that was never asked. */
  readonly emptyShop: Shop;
  readonly streams: Readonly<Record<string, Stream>>;
  readonly coverage: Coverage;
  open(config: Config, host: Host): Session;
  /** Pure. Throws a RecordError that names the path when the record does not parse or map. */
  normalize(native: NativeRecord, shop: Shop): readonly ModelRecord[];
  /** The records that `normalize` makes, each value with the native fields it was read from. For people: it takes far longer. */
  explain(native: NativeRecord, shop: Shop): readonly ExplainedRecord[];
}

/** A native feed with its own cursor. */
export interface Stream {
  readonly yields: readonly ResourceName[];
  /** Which of the platform's times `since` and `until` filter by; with `none` every run reads all. */
  readonly incremental: 'modified' | 'created' | 'none';
  /** How far behind the platform's clock a change may surface; the next window starts that much earlier. */
  readonly lagMs: number;
  /** How often `sync --watch` reads it unless told otherwise. */
  readonly everyMs: number;
  /** How often its ids are swept for what is gone, at least; null where every run enumerates, or where the platform never deletes. */
  readonly sweepEveryMs: number | null;
  /** Native records from JSON as the platform sends it: one record, a list, or a list in its envelope. */
  records(payload: unknown): readonly NativeRecord[];
}

/** An opened connection. */
export interface Session {
  /** The cheapest authenticated call and the small reference data. Throws AuthError when the credentials are refused. */
  check(): Promise<ShopContext>;
  /** Throws UnsupportedError for a stream that the connector does not list. */
  read(stream: string, query: ReadQuery): AsyncIterable<NativePage>;
  /**
   * Records as they are now, by id, in as few requests as it can; null for one that the platform says is gone: 404, or missing
   * from a filter by id. One of which nothing was learnt has no entry. Throws UnsupportedError where the platform cannot be asked.
   */
  find(stream: string, ids: readonly string[]): Promise<ReadonlyMap<string, NativeRecord | null>>;
  /** Every id of the stream at the lowest cost, in pages; `resume` as in `read`. Throws UnsupportedError where `sweepEveryMs` is null. */
  ids(stream: string, resume: string | null): AsyncIterable<IdPage>;
  /** The platform's clock, as far as its answers have told; the host's until then. */
  now(): Date;
}

export interface ReadQuery {
  /** Lower bound on the platform's own time, inclusive: a record changed at exactly `since` comes again. */
  readonly since: Instant | null;
  /** Upper bound, inclusive; closes the window, so that pages do not drift. */
  readonly until: Instant | null;
  /** A token from an earlier page, to go on from there. Opaque to everyone but the connector that made it. */
  readonly resume: string | null;
  /** The records that are stored of a stream, for feeds that leave no time and have to compare. Without it nothing is stored. */
  readonly stored?: (stream: string) => AsyncIterable<NativeRecord>;
}

export const everything: ReadQuery = { since: null, until: null, resume: null };

export interface NativePage {
  readonly records: readonly NativeRecord[];
  /** Resume token; null on the last page. */
  readonly next: string | null;
  /** How many records the whole window has, where the platform says so. For progress only. */
  readonly total?: number;
  /** Records that the platform cannot serve, each alone in the smallest request that still fails. */
  readonly failed?: readonly FailedRecord[];
}

/** A record of which nothing but its place is known. */
export interface FailedRecord {
  /** Understood by `find`. */
  readonly id: string;
  readonly reason: string;
  /** The stream whose record it is, where that is not the one which was read: a feed may read records of another one again. */
  readonly stream?: string;
}

export interface IdPage {
  readonly ids: readonly string[];
  /** Resume token; null on the last page. */
  readonly next: string | null;
}

/** One thing exactly as the platform sent it, or a composite of the calls over which the platform spreads it. */
export interface NativeRecord {
  readonly stream: string;
  readonly id: string;
  readonly modifiedAt: Instant | null;
  readonly body: unknown;
}

/** What `normalize` may know of the shop beside the record. Plain JSON: it is stored, so that replay needs no network. */
export interface ShopContext {
  readonly name: string | null;
  readonly currency: string | null;
  /** IANA zone. */
  readonly timeZone: string | null;
}

/** The world, handed in. */
export interface Host {
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => Date;
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  readonly logger: Logger;
  /** From 0 to 1, to spread what would otherwise be repeated at the same time; Math.random unless given. */
  readonly random?: () => number;
  /** Ends all reading when it aborts. */
  readonly signal?: AbortSignal;
  /** Whose requests these are, where those of one shop have to wait for each other; interactive unless told. */
  readonly lane?: Lane;
  /** Shared by all hosts of a process, so that all its requests to one shop keep to one quota; without it each session keeps its own. */
  readonly budgets?: RateBudgets;
}

/** Four methods that pino happens to have. */
export interface Logger {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

const nothing = () => {};
export const silentLogger: Logger = { debug: nothing, info: nothing, warn: nothing, error: nothing };
