import type { NativeRecord, ShopContext } from './connector.js';
import type { ModelRecord, ResourceName } from './model/resources.js';
import type { Instant } from './model/scalars.js';
import type { NormalizedRecord, SetAside } from './storage.js';

export interface NativeQuery {
  readonly connectionId: string;
  /** Those under which they are kept. */
  readonly streams: readonly string[];
  /** Only those that are set aside. */
  readonly setAside?: boolean;
}

/** A native record as it came last. */
export interface StoredNative {
  readonly native: NativeRecord;
  readonly setAside: boolean;
}

/** Stored native records that were normalized once more. */
export interface Replay {
  readonly connectionId: string;
  readonly platform: string;
  readonly mapperVersion: number;
  /** As the connection had it when they were. */
  readonly shop: ShopContext;
  readonly at: Instant;
  readonly natives: readonly NormalizedRecord[];
  readonly setAside: readonly SetAside[];
  /** The token of the connection's lease on `everyStream`. */
  readonly fence?: number;
}

export interface ReplayResult {
  /** One for every write: a record that two native records yield may be there twice. */
  readonly changes: readonly RecordChange[];
  readonly unchanged: number;
  /** Native records that came anew or went since they were read, and were left as they are. */
  readonly overtaken: number;
  /** The last one of the change feed, now. */
  readonly sequence: number;
}

/** A model record whose content is another than before. */
export interface RecordChange {
  readonly resource: ResourceName;
  readonly id: string;
  /** Null where there was none, or a deleted one. */
  readonly before: ModelRecord['record'] | null;
  /** Null where it was marked deleted. */
  readonly after: ModelRecord['record'] | null;
}
