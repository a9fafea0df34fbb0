import type { Change, ChangeQuery } from './changes.js';
import type { NativeRecord, ShopContext } from './connector.js';
import type { DocumentName, DocumentPage, DocumentQuery, DocumentWrite, ViewPosition } from './documents.js';
import type { ShapeUpdate, StoredDrift } from './drift.js';
import type { Entry, EntryWrite } from './entries.js';
import type { EventQuery, StoreEvent } from './events.js';
import type { HeldLease, Lease, LeaseRefusal, LeaseRenewal, LeaseRequest } from './lease.js';
import type { DeletionEvidence, Stored } from './model/record.js';
import type { ModelRecord, ResourceName, Resources } from './model/resources.js';
import type { Instant } from './model/scalars.js';
import type { ApiKey, ListPage, ListQuery } from './query/query.js';
import type { NativeQuery, Replay, ReplayResult, StoredNative } from './replay.js';
import type { Run } from './run.js';

/** Keeps what was read. A page is one transaction: after a crash it is there whole or not at all. */
export interface Storage {
  connections(): Promise<readonly Connection[]>;
  connection(id: string): Promise<Connection | null>;
  /**
   * Adds it, or replaces the one of the same id and keeps what was read through it. What becomes of it is told as an event
   * that happened `at`: when the connection was made, unless told.
   */
  saveConnection(connection: Connection, at?: Instant): Promise<void>;
  /** Forgets the connection and everything that was read through it; the change feed tells its records as deleted, an event itself. */
  deleteConnection(id: string, at: Instant): Promise<void>;

  checkpoint(connectionId: string, stream: string): Promise<Checkpoint | null>;
  /** Those of a connection by stream, of the streams that have one. */
  checkpoints(connectionId: string): Promise<ReadonlyMap<string, Checkpoint>>;
  /** The next page of a stream is committed when this one is: what comes before it must not fail after it. */
  commit(page: PageCommit): Promise<CommitResult>;
  /** Notes that the stream still has these ids, and saves the checkpoint, in one transaction. */
  meet(meeting: Meeting): Promise<MeetResult>;
  /** Ids of native records that the run did not meet, and that are not known to be gone; those first that were met first. */
  unmet(query: UnmetQuery): Promise<readonly string[]>;
  /**
   * Ends an enumeration: marks as deleted every record of the stream whose native record the run did not meet, and saves
   * the checkpoint, in one transaction.
   */
  sweep(sweep: Sweep): Promise<SweepResult>;

  /** In their order. What is committed while they are read comes too, where it is after `since` and within `limit`. */
  changes(query: ChangeQuery): AsyncIterable<Change>;
  /** Of the last change; 0 where there was none. */
  lastSequence(): Promise<number>;

  /** In their order. */
  events(query: EventQuery): AsyncIterable<StoreEvent>;
  /** Of the last event; 0 where there was none. */
  lastEvent(): Promise<number>;

  /**
   * Makes the owner the only one whose commits are taken, until the lease expires or is released. What another owner
   * wrote before is there; what it writes after, with its older token, is refused with a ConflictError.
   */
  acquireLease(request: LeaseRequest): Promise<Lease | LeaseRefusal>;
  /** Throws a ConflictError where another owner has it. A commit that carries its token renews it as well. */
  renewLease(renewal: LeaseRenewal): Promise<void>;
  /** Does nothing where another owner has it. */
  releaseLease(lease: HeldLease): Promise<void>;

  /** In the order of connection and id. */
  records<Name extends ResourceName>(query: RecordQuery<Name>): AsyncIterable<StoredRecord<Name>>;
  record<Name extends ResourceName>(
    connectionId: string,
    resource: Name,
    id: string,
  ): Promise<StoredRecord<Name> | null>;
  /** A page of a list. Throws a TypeError for a field that `queryFields` does not name, and for a sort that it does not allow. */
  query(query: ListQuery): Promise<ListPage>;
  /** The native record that a model record was made from. */
  nativeOf(connectionId: string, resource: ResourceName, id: string): Promise<NativeRecord | null>;
  /** How many records there are that are not deleted, by resource. */
  counts(connectionId: string): Promise<Readonly<Record<ResourceName, number>>>;

  setAside(connectionId?: string): Promise<readonly SetAsideRecord[]>;

  /**
   * Native records as they came last, those that are set aside among them, in batches and in the order in which they were
   * first met. One that could not be served the last time comes as it was stored before, if it was. What is gone at the source is
   * left out. They may be written while they are read: those that stay come once.
   */
  natives(query: NativeQuery): AsyncIterable<readonly StoredNative[]>;
  /**
   * Writes anew what stored native records yield, in one transaction. No checkpoint moves, and none of them counts as met.
   * Of a record that several native records yield, the owner's version stands unless another one is newer.
   */
  replay(replay: Replay): Promise<ReplayResult>;

  /** What the last page that told it, or sweep, knew of the shape of the stream's native records. */
  shape(connectionId: string, stream: string): Promise<string | null>;
  /** What nobody accepted yet, by connection, stream and path, and there in the order in which it was noticed. */
  drifts(connectionId?: string): Promise<readonly StoredDrift[]>;
  /** Forgets these. */
  acceptDrifts(drifts: readonly StoredDrift[]): Promise<void>;

  /** Tells an event when it is finished. */
  saveRun(run: Run): Promise<void>;
  /** Null also when its connection is gone. */
  run(id: string): Promise<Run | null>;
  /** Newest first. */
  runs(connectionId: string, limit: number): Promise<readonly Run[]>;

  /** In the order in which they were made. */
  apiKeys(): Promise<readonly ApiKey[]>;
  apiKey(id: string): Promise<ApiKey | null>;
  /** Adds it, or replaces the one of the same id. */
  saveApiKey(key: ApiKey): Promise<void>;

  /** Null while nothing was written to the view. */
  viewPosition(view: string): Promise<ViewPosition | null>;
  writeDocuments(write: DocumentWrite): Promise<void>;
  /** The body; null where there is none. */
  document(view: string, name: DocumentName): Promise<string | null>;
  queryDocuments(query: DocumentQuery): Promise<DocumentPage>;

  /** Those of a kind, in the order in which they were made. */
  entries(kind: string): Promise<readonly Entry[]>;
  entry(kind: string, id: string): Promise<Entry | null>;
  /** Adds it, or replaces the one of the same kind and id. */
  saveEntry(entry: Entry): Promise<void>;
  deleteEntry(kind: string, id: string): Promise<void>;
  /** Throws a ConflictError, and writes nothing, where an entry is not as it was expected. */
  writeEntries(write: EntryWrite): Promise<void>;

  close(): Promise<void>;
}

/** A merchant's stored configuration of a connector. */
export interface Connection {
  /** The name that the user gave it. */
  readonly id: string;
  readonly platform: string;
  /** The connector's settings, sealed by whoever stores them: storage never sees a secret. */
  readonly settings: string;
  readonly shop: ShopContext;
  readonly createdAt: Instant;
  /** Why no run is started for it (`credentials were refused…`); null while all is well. */
  readonly pausedBecause: string | null;
  /** A person paused it: no run asks its shop before a person resumes it. Otherwise the next run tries whether all is well again. */
  readonly pausedByUser?: true;
}

/** The committed position of a stream. */
export interface Checkpoint {
  /** The next incremental window starts here; null before the first complete run. */
  readonly mark: Instant | null;
  /** The window that a run is in; null between runs. A run that finds one goes on in it. */
  readonly window: ReadWindow | null;
  /** The enumeration of ids that is under way, beside or between windows; a full window takes its place. */
  readonly sweep?: OpenSweep | null;
  /** The reading in slices that is under way, beside windows; a full window takes its place. */
  readonly backfill?: OpenBackfill | null;
  /** When a window was last read to its end, by the clock of who read it. */
  readonly completedAt?: Instant | null;
  /** When everything was last met, or found to be gone, by the same clock. */
  readonly enumeratedAt?: Instant | null;
  /** The platform's own time of the record changed last among those met. */
  readonly newestAt?: Instant | null;
}

export interface OpenBackfill {
  /** The run that began it: what it has met is told by it. A page that is committed meanwhile counts as met. */
  readonly runId: string;
  /** Where its first slice ends, and the mark began: when it was opened, by the platform's clock. */
  readonly startedAt: Instant;
  /** The slice that is read now. The ones after it end where it begins. */
  readonly slice: Slice;
  /** Whether anything was met yet. */
  readonly met: boolean;
}

export interface Slice {
  /** Null for the last one, which has all that is older. */
  readonly since: Instant | null;
  readonly until: Instant;
  /** The next page; null while no page was committed. */
  readonly resume: string | null;
  /** Records met in it until now, for progress. */
  readonly seen?: number;
  /** Its last page is committed: nothing is left but to close it. */
  readonly ended?: boolean;
}

export interface OpenSweep {
  /** The run that began it: what it has met is told by it. A page that is committed meanwhile counts as met. */
  readonly runId: string;
  /** The next page of ids; null while none was met. */
  readonly resume: string | null;
  /** Whether any id was met. */
  readonly met?: boolean;
  /** The last page of ids is met. */
  readonly ended?: boolean;
}

export interface ReadWindow {
  readonly since: Instant | null;
  readonly until: Instant;
  /** The next page; null while no page was committed. */
  readonly resume: string | null;
  /** Records met in it until now, for progress. */
  readonly seen?: number;
  /** Its last page is committed: nothing is left but to close it. */
  readonly ended?: boolean;
  /** The run that opened the window: a full refresh tells by it what it has met. */
  readonly runId: string;
  readonly full: boolean;
}

export interface PageCommit {
  readonly connectionId: string;
  readonly platform: string;
  readonly stream: string;
  readonly runId: string;
  readonly mapperVersion: number;
  readonly at: Instant;
  readonly natives: readonly NormalizedRecord[];
  readonly setAside: readonly SetAside[];
  /** Ids of the stream that the platform was asked for and does not have: what they yielded is marked deleted. */
  readonly gone?: readonly string[];
  readonly checkpoint: Checkpoint;
  /** The run as it stands with this page, kept in the same transaction. */
  run?(result: CommitResult): Run;
  readonly shape?: ShapeUpdate;
  /** The token of the lease on the stream: where it is not the latest, a ConflictError is thrown and nothing written. */
  readonly fence?: number;
}

/** A native record with the model records that came of it. Earlier ones that it no longer yields are marked deleted. */
export interface NormalizedRecord {
  readonly native: NativeRecord;
  readonly records: readonly ModelRecord[];
}

/** A record kept with its reason, not stored in the model. A later success of the same native record removes it. */
export interface SetAside {
  readonly native: NativeRecord;
  readonly reason: string;
  /** The field that failed: `lines[1].unitPrice`. */
  readonly path: string | null;
}

export interface SetAsideRecord extends SetAside {
  readonly connectionId: string;
  readonly at: Instant;
}

export interface CommitResult {
  /** Model records that are new or whose content changed, deletions and restorations included. */
  readonly stored: number;
  readonly unchanged: number;
  /** Of `stored`. */
  readonly deleted: number;
  /** Of `stored`. */
  readonly restored: number;
  /** The last one of the change feed, now. */
  readonly sequence: number;
}

/** A page of an enumeration of ids. */
export interface Meeting {
  readonly connectionId: string;
  readonly stream: string;
  /** Of the enumeration. */
  readonly runId: string;
  readonly at: Instant;
  readonly ids: readonly string[];
  readonly checkpoint: Checkpoint;
  /** As with a page. */
  run?(result: MeetResult): Run;
  readonly fence?: number;
}

export interface MeetResult {
  /** The ids that are neither stored nor set aside: they were missed, or came back. */
  readonly missing: readonly string[];
}

export interface UnmetQuery {
  readonly connectionId: string;
  readonly stream: string;
  readonly runId: string;
  readonly limit: number;
}

export interface Sweep {
  readonly connectionId: string;
  readonly stream: string;
  readonly runId: string;
  readonly at: Instant;
  /** Why what was not met is gone; `enumeration` unless told. */
  readonly evidence?: DeletionEvidence;
  readonly checkpoint: Checkpoint;
  /** As with a page. */
  run?(result: SweepResult): Run;
  readonly shape?: ShapeUpdate;
  readonly fence?: number;
}

export interface SweepResult {
  /** Model records that were marked. */
  readonly deleted: number;
  /** The last one of the change feed, now. */
  readonly sequence: number;
}

export interface RecordQuery<Name extends ResourceName = ResourceName> {
  readonly resource: Name;
  readonly connectionId?: string;
  /** Only records whose content changed in the store at or after this. */
  readonly syncedSince?: Instant;
  /** Only what belongs to this order: payments, refunds, fulfillments, disputes. */
  readonly orderId?: string;
  readonly limit?: number;
  readonly includeDeleted?: boolean;
}

export type StoredRecord<Name extends ResourceName = ResourceName> = Resources[Name] & Stored;
