import type { Checkpoint, DeletionEvidence, Instant, ResourceName, SetAside, StoredDrift } from '@cartograph/core';
import type { ChangeRow } from './feed.js';

/** The body, as JSON, of what is set aside because the shop could not serve it. */
export const unserved = 'null';

/** Made by the driver, opaque to the rules. */
export type RowKey = number | string;

export interface NativeName {
  readonly connectionId: string;
  readonly stream: string;
  readonly id: string;
}

export interface NativeContent {
  readonly modifiedAt: Instant | null;
  readonly body: Buffer;
  /** Of the body. */
  readonly hash: string;
  /** The mapper and the shop context by which its records were made. */
  readonly basis: string;
}

export interface NativeState {
  readonly key: RowKey;
  /** Null: never stored, or gone at the source. */
  readonly hash: string | null;
  /** Null: its records are to be written again when it is next met. */
  readonly basis: string | null;
  /** The run that met it last. */
  readonly runId: string;
}

export interface RecordId {
  readonly resource: ResourceName;
  readonly id: string;
}

export interface RecordName extends RecordId {
  readonly connectionId: string;
}

export interface RecordContent {
  readonly connectionId: string;
  readonly platform: string;
  /** The native record that it was made from: its owner. */
  readonly nativeKey: RowKey;
  /** Of payments and refunds. */
  readonly orderId: string | null;
  readonly sourceModifiedAt: Instant | null;
  readonly body: Buffer;
  readonly hash: string;
  readonly syncedAt: Instant;
  readonly mapperVersion: number;
}

export interface RecordState {
  readonly key: RowKey;
  readonly nativeKey: RowKey;
  readonly hash: string;
  readonly sourceModifiedAt: Instant | null;
  readonly deleted: boolean;
  readonly mapperVersion: number;
}

/**
 * The rows that the rules of committing, sweeping and replaying work on; a driver calls them inside one transaction. A native record
 * holds the records that it yields: it owns them, or claims those that another native record owns.
 */
export interface Tables {
  /** The shop context as JSON; null where there is no such connection. */
  shop(connectionId: string): string | null;
  checkpoint(connectionId: string, stream: string): Checkpoint | null;
  checkpoints(connectionId: string): ReadonlyMap<string, Checkpoint>;
  saveCheckpoint(connectionId: string, stream: string, checkpoint: Checkpoint): void;

  /** The last owner's, released or not; null where there never was one. */
  lease(connectionId: string, stream: string): LeaseState | null;
  leasesOf(connectionId: string): readonly LeaseState[];
  saveLease(lease: LeaseState): void;

  /** 0 where there is none. */
  lastSequence(): number;
  addChanges(row: ChangeRow): void;

  findNative(name: NativeName): NativeState | undefined;
  /** Without content it was met and set aside. */
  addNative(name: NativeName, runId: string, content: NativeContent | null): RowKey;
  changeNative(key: RowKey, runId: string, content: NativeContent): void;
  meetNative(key: RowKey, runId: string): void;
  /** Its records were made by that, and its body is as it was. */
  rebaseNative(key: RowKey, basis: string): void;
  /** Its records are written again when it is next met. */
  doubtNative(key: RowKey): void;
  /** It is gone at the source; its body stays, for the records that it once yielded. */
  loseNative(key: RowKey): void;
  /** Those that the run has not met, in the order of their keys: at most `limit` that come after the key. */
  unmetNatives(
    connectionId: string,
    stream: string,
    runId: string,
    after: RowKey | null,
    limit: number,
  ): readonly UnmetNative[];

  findRecord(name: RecordName): RecordState | undefined;
  /** There is one. */
  readRecord(key: RowKey): RecordText;
  /** Null, and nothing is written, where there is one. */
  addRecord(name: RecordName, content: RecordContent): RowKey | null;
  /** Also restores it and moves it to the native record of `content`. */
  changeRecord(key: RowKey, content: RecordContent): void;
  remapRecord(key: RowKey, mapperVersion: number): void;
  /** Tells which it is. */
  deleteRecord(key: RowKey, at: Instant, evidence: DeletionEvidence): RecordId;
  giveRecord(key: RowKey, nativeKey: RowKey): void;
  /** Not deleted, of the connection, in the order of their keys: at most `limit` that come after the key. */
  liveRecords(connectionId: string, after: RowKey | null, limit: number): readonly (RecordId & { key: RowKey })[];
  /** Owned by the native record and not deleted. */
  ownedRecords(nativeKey: RowKey): readonly RowKey[];

  claim(recordKey: RowKey, nativeKey: RowKey): void;
  unclaim(recordKey: RowKey, nativeKey: RowKey): void;
  claimedRecords(nativeKey: RowKey): readonly RowKey[];
  /** One of the native records that claim the record. */
  claimant(recordKey: RowKey): RowKey | undefined;

  /** Whether anything of the stream is set aside. */
  hasSetAside(connectionId: string, stream: string): boolean;
  putSetAside(name: NativeName, setAside: SetAside, at: Instant): void;
  removeSetAside(name: NativeName): void;
  /** As JSON; undefined where it is not set aside. */
  setAsideBody(name: NativeName): string | undefined;

  saveShape(connectionId: string, stream: string, shape: string): void;
  /** Keeps the earlier one where the same is known. */
  addDrift(drift: StoredDrift): void;
}

export interface RecordText extends RecordId {
  /** JSON. */
  readonly body: Buffer | string;
  readonly deleted: boolean;
}

export interface LeaseState {
  readonly connectionId: string;
  readonly stream: string;
  readonly token: number;
  /** Null: released. */
  readonly owner: string | null;
  readonly holder: string;
  readonly ttlMs: number;
  readonly until: Instant;
}

export interface UnmetNative {
  readonly key: RowKey;
  readonly id: string;
  /** It was found gone before. */
  readonly gone: boolean;
}
