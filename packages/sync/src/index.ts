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
export { syncAll } from './sync-all.js';
export { type Progress, type SyncOptions, syncConnection } from './sync-connection.js';
