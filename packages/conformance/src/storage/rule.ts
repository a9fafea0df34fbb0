import type { Storage } from '@cartograph/core';

/** A rule that every driver keeps, and the driver that breaks it: a rule that has never failed proves nothing. */
export interface StorageRule {
  /** Gets an empty storage; throws an AssertionError where the rule is broken. */
  readonly holds: (storage: Storage) => Promise<void>;
  /** Breaks this very rule around a driver that keeps it. */
  readonly broken: (storage: Storage) => Storage;
}

/** By the sentence that the rule is. */
export type StorageRules = Readonly<Record<string, StorageRule>>;
