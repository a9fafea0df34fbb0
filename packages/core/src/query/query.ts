import type { ResourceName } from '../model/resources.js';
import type { Instant } from '../model/scalars.js';

/** A page of the records of one resource over connections, in the order of `sort`, then of connection and id. */
export interface ListQuery {
  readonly resource: ResourceName;
  /** Only these; all when left out. */
  readonly connections?: readonly string[];
  /** All of them hold. */
  readonly filters?: readonly Filter[];
  /** By the resource's own time, newest first, when left out. */
  readonly sort?: Sort;
  /** At most this many, at least 1. */
  readonly limit: number;
  /** Where an earlier page of the same query ended. */
  readonly after?: ListPosition | null;
  /** Only these fields of each record, by their names at its top; all when left out. */
  readonly fields?: readonly string[];
  readonly includeDeleted?: boolean;
  /** Text to put before and behind the list, once it is known where the next page begins: so that nobody copies the list to do so. */
  readonly around?: (next: ListPosition | null) => readonly [before: string, behind: string];
}

/** By the name that the field has in `queryFields`. */
export type Filter =
  | { readonly field: string; readonly operator: 'in'; readonly values: readonly string[] }
  | { readonly field: string; readonly operator: Bound; readonly value: string }
  | { readonly field: string; readonly operator: 'exists'; readonly value: boolean };

/** Never true of a field that is absent. */
export type Bound = 'gte' | 'gt' | 'lte' | 'lt';

export interface Sort {
  readonly field: string;
  readonly descending: boolean;
}

/** A place between two records. It stays where it is while records come, change and go. */
export interface ListPosition {
  readonly connectionId: string;
  /** What the record is sorted by, then its id: made by the driver. */
  readonly key: string;
}

export interface ListPage {
  /** A JSON list in UTF-8, between what `around` tells: the records as they are stored, neither parsed nor checked on their way. */
  readonly records: Uint8Array<ArrayBuffer>;
  readonly count: number;
  /** Null on the last page. A page may end before its limit, where filters without an index have seen enough records. */
  readonly next: ListPosition | null;
}

/** A key by which a program may ask for what is stored. */
export interface ApiKey {
  /** Stands in the key itself. */
  readonly id: string;
  /** For people. */
  readonly name: string;
  /** SHA-256 of the key's secret part, in hexadecimal. */
  readonly hash: string;
  readonly scope: 'read' | 'write' | 'admin';
  /** Only these connections; null for all. */
  readonly connections: readonly string[] | null;
  readonly requestsPerMinute: number;
  readonly createdAt: Instant;
  readonly revokedAt: Instant | null;
}
