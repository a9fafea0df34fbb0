export type { Change, ChangeKind, ChangeQuery } from './changes.js';
export { parseConfig } from './config.js';
export {
  type Connector,
  everything,
  type FailedRecord,
  type Host,
  type IdPage,
  type Logger,
  type NativePage,
  type NativeRecord,
  type ReadQuery,
  type Session,
  type ShopContext,
  type Stream,
  silentLogger,
} from './connector.js';
export { absenceOf, type Coverage, coveredFields, type FieldCoverage, type Provision } from './coverage.js';
export { currencyDecimals } from './currency.js';
export {
  absolute,
  add,
  compare,
  type Decimal,
  decimalPattern,
  divide,
  fromNumber,
  isDecimal,
  isNegative,
  isZero,
  multiply,
  negate,
  round,
  subtract,
  sum,
  toDecimal,
} from './decimal.js';
export { compareDocuments, matchesDocument, type ParsedDocument } from './document-match.js';
export type {
  Document,
  DocumentCondition,
  DocumentField,
  DocumentName,
  DocumentOperator,
  DocumentPage,
  DocumentQuery,
  DocumentWrite,
  ViewPosition,
} from './documents.js';
export type { Drift, DriftKind, ShapeUpdate, StoredDrift } from './drift.js';
export type { Entry, EntryName, EntryWrite } from './entries.js';
export {
  AuthError,
  CommerceError,
  ConfigError,
  ConflictError,
  type ErrorCode,
  type ErrorContext,
  InputError,
  isCommerceError,
  RateLimitError,
  RecordError,
  type Recovery,
  RequestError,
  ResponseError,
  TransportError,
  tellBody,
  UnsupportedError,
} from './errors.js';
export type {
  ConnectionEventType,
  ConnectionNote,
  EventQuery,
  NewEvent,
  RunNote,
  StoredEventType,
  StoreEvent,
} from './events.js';
export {
  everyStream,
  type HeldLease,
  type Lease,
  type LeaseRefusal,
  type LeaseRenewal,
  type LeaseRequest,
  leasedName,
} from './lease.js';
export type { ExplainedField, ExplainedRecord, FieldSource } from './lineage.js';
export { type Address, addressSchema } from './model/address.js';
export { type CompanyInfo, companyInfoSchema } from './model/company-info.js';
export { type Customer, type CustomerAddress, customerSchema } from './model/customer.js';
export { type Dispute, disputeSchema } from './model/dispute.js';
export { type Fulfillment, fulfillmentSchema } from './model/fulfillment.js';
export { type Location, locationSchema } from './model/location.js';
export {
  type FulfillmentStatus,
  type Order,
  type OrderCustomer,
  type OrderStatus,
  orderSchema,
  type PaymentStatus,
} from './model/order.js';
export type {
  Adjustment,
  Charge,
  DiscountAllocation,
  OrderLine,
  OrderTotals,
  ShopTotals,
  TaxAllocation,
} from './model/order-parts.js';
export { type Payment, type PaymentType, paymentSchema } from './model/payment.js';
export { type PaymentMethod, paymentMethodSchema } from './model/payment-method.js';
export { type Payout, type PayoutRemainder, payoutSchema } from './model/payout.js';
export { type Inventory, type Price, type Product, productSchema, type Variant } from './model/product.js';
export { type ProductCategory, productCategorySchema } from './model/product-category.js';
export type { DeletionEvidence, Stored } from './model/record.js';
export { type Refund, type RefundLine, refundSchema } from './model/refund.js';
export {
  isResourceName,
  type ModelRecord,
  type ResourceName,
  type Resources,
  resourceNames,
  resourceSchemas,
} from './model/resources.js';
export { type Instant, instantPattern, isInstant, isPositive, positivePattern } from './model/scalars.js';
export { type TaxComponent, taxComponentSchema } from './model/tax-component.js';
export { type Transaction, type TransactionType, transactionSchema } from './model/transaction.js';
export { below, type Path, pathText } from './path.js';
export { paused, resumed } from './pause.js';
export { type Problem, problemsOf } from './problems.js';
export type { Check } from './proof/check.js';
export type { Movements } from './proof/movements.js';
export { type OrderProof, proveOrder } from './proof/order.js';
export { provePayment } from './proof/payment.js';
export { type PayoutProof, provePayout, proveSettlement } from './proof/payout.js';
export type { Explanation, Proof } from './proof/proof.js';
export { type ProvenRecord, proveRecords } from './proof/records.js';
export { proveRefund } from './proof/refund.js';
export { createReturns, type Returns } from './proof/returns.js';
export { emptySettlement, type Settlement, settle } from './proof/settlement.js';
export {
  addToTally,
  emptyTally,
  movedAmount,
  type ProvenResource,
  provenResources,
  type Tally,
} from './proof/tally.js';
export { defaultSort, type FieldKind, type QueryField, type QueryFields, queryFields } from './query/fields.js';
export type { ApiKey, Bound, Filter, ListPage, ListPosition, ListQuery, Sort } from './query/query.js';
export { decimalKey, fallingDigits, mostDigits, sortKey } from './query/sort-key.js';
export {
  type Lane,
  lanes,
  type PlaceOptions,
  type RateBudget,
  type RateBudgets,
  type RateLimit,
  type RateObservation,
  type RateSettings,
} from './rate.js';
export type { NativeQuery, RecordChange, Replay, ReplayResult, StoredNative } from './replay.js';
export { isComplete, type Run, type RunKind, readRun, type StreamRun } from './run.js';
export {
  addSale,
  averageOrderValue,
  isSale,
  noSales,
  type Sales,
  type SoldOrder,
} from './sales.js';
export type {
  Checkpoint,
  CommitResult,
  Connection,
  Meeting,
  MeetResult,
  NormalizedRecord,
  OpenBackfill,
  OpenSweep,
  PageCommit,
  ReadWindow,
  RecordQuery,
  SetAside,
  SetAsideRecord,
  Slice,
  Storage,
  StoredRecord,
  Sweep,
  SweepResult,
  UnmetQuery,
} from './storage.js';
