import type {
  ApiKey,
  Checkpoint,
  Connection,
  DeletionEvidence,
  Document,
  Entry,
  Instant,
  ResourceName,
  Run,
  StoredDrift,
  StoreEvent,
  ViewPosition,
} from '@cartograph/core';
import type { ChangeRow } from '../shared/feed.js';
import type { LeaseState, NativeName } from '../shared/tables.js';
import { type Journal, Table } from './table.js';

export interface NativeRow extends NativeName {
  readonly hash: string | null;
  readonly basis: string | null;
  readonly runId: string;
  readonly modifiedAt: Instant | null;
  readonly body: Buffer | null;
  /** Keys of the records that it yielded at any time; whether it still does is written on them. */
  readonly held: ReadonlySet<string>;
}

export interface RecordRow {
  readonly connectionId: string;
  readonly resource: ResourceName;
  readonly id: string;
  readonly platform: string;
  readonly nativeKey: string;
  /** Keys of the native records that yield it too. */
  readonly claimants: ReadonlySet<string>;
  readonly orderId: string | null;
  readonly sourceModifiedAt: Instant | null;
  readonly body: Buffer;
  readonly hash: string;
  readonly syncedAt: Instant;
  readonly deletedAt: Instant | null;
  readonly deletedBecause: DeletionEvidence | null;
  readonly mapperVersion: number;
}

export interface SetAsideRow extends NativeName {
  readonly modifiedAt: Instant | null;
  readonly body: Buffer;
  readonly reason: string;
  readonly path: string | null;
  readonly at: Instant;
}

interface CheckpointRow {
  readonly connectionId: string;
  readonly stream: string;
  readonly checkpoint: Checkpoint;
}

interface ShapeRow {
  readonly connectionId: string;
  readonly shape: string;
}

export interface DocumentRow extends Document {
  readonly view: string;
}

export const createRows = (journal: Journal) => ({
  connections: new Table<Connection>(journal),
  checkpoints: new Table<CheckpointRow>(journal),
  natives: new Table<NativeRow>(journal),
  records: new Table<RecordRow>(journal),
  setAside: new Table<SetAsideRow>(journal),
  runs: new Table<Run>(journal),
  shapes: new Table<ShapeRow>(journal),
  drifts: new Table<StoredDrift>(journal),
  apiKeys: new Table<ApiKey>(journal),
  documents: new Table<DocumentRow>(journal),
  viewPositions: new Table<ViewPosition>(journal),
  entries: new Table<Entry>(journal),
  leases: new Table<LeaseState>(journal),
  changes: new Table<ChangeRow>(journal),
  events: new Table<StoreEvent>(journal),
});

export type Rows = ReturnType<typeof createRows>;
