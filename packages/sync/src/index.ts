export { isBrokenOff, shownRun } from './broken-off.js';
export type { Holder } from './lease.js';
export { type NormalizedPage, normalizePage } from './normalize-page.js';
export { type LiveOptions, type OpenShop, openShop } from './open-shop.js';
export { type Reconciliation, reconcile } from './reconcile.js';
export type { UnprovenRecord } from './reconcile-book.js';
export type { FieldChanges, FieldExample, ResourceChanges } from './replay/change-book.js';
export {
  type Renormalization,
  type RenormalizeOptions,
  type ReplayProgress,
  renormalize,
} from './replay/renormalize.js';
export { type RetryOptions, type RetryResult, retrySetAside } from './retry-set-aside.js';
export { atCadence, type Cadence } from './schedule/cadence.js';
export { type Freshness, freshnessOf } from './schedule/freshness.js';
export { type Hold, type Task, tasksOf } from './schedule/plan.js';
export { type WatchOptions, watch } from './schedule/watch.js';
export type { Stop } from './stop.js';
export type { Stands } from './stream-work.js';
export { type SyncAllOptions, syncAll } from './sync-all.js';
export { type Progress, type SyncOptions, syncConnection } from './sync-connection.js';
