export { bearer } from './auth/bearer.js';
export {
  createTokenSource,
  type FetchedToken,
  type TokenSource,
  type TokenSourceOptions,
} from './auth/token-source.js';
export { type BatchOutcome, type BatchResult, inBatches } from './client/batches.js';
export { checkInput, input } from './client/input.js';
export type { ClientOptions, RequestOptions } from './client/options.js';
export { createRecordChecks, type RecordCheck } from './client/records.js';
export {
  type BindableStream,
  type ConnectorDefinition,
  defineConnector,
  type SessionClient,
  stream,
} from './connector/define.js';
export { isLoose, itemsOf } from './connector/payload.js';
export type { BodyPage, Identity, StreamDefinition } from './connector/stream.js';
export { createBoundedFetch } from './http/bounded-fetch.js';
export type { StartTimer } from './http/deadline.js';
export type { AnswerEvent, Hooks, RequestEvent, RetryEvent, ThrottledEvent } from './http/hooks.js';
export { createHost } from './http/host.js';
export { createHttp } from './http/http.js';
export { createPublicFetch } from './http/public-fetch.js';
export type {
  CallOptions,
  Checked,
  Http,
  HttpAnswer,
  HttpFailure,
  HttpOptions,
  SendOptions,
} from './http/types.js';
export type { Query } from './http/url.js';
export { FieldError } from './mapping/field-error.js';
export { isoInstant, latest, localInstant, mailInstant } from './mapping/instants.js';
export { type Mapper, mapper, type Row, type Rows } from './mapping/mapper.js';
export { absent, absentList, always, derived, each, nest } from './mapping/rows.js';
export { usualInstant } from './mapping/usual-instant.js';
export {
  amount,
  amountOrZero,
  countryCode,
  currency,
  flag,
  id,
  isAbsent,
  optionalAmount,
  optionalId,
  text,
  unmasked,
  words,
} from './mapping/values.js';
export { bisect, mayBePoisoned, type Narrowing, type Salvage } from './paging/bisect.js';
export { type CursorOptions, type CursorPage, cursorPager } from './paging/cursor.js';
export type { Page, Resume } from './paging/page.js';
export {
  type NumberedPage,
  type PageNarrowing,
  type PageNumberOptions,
  pageNumberPager,
} from './paging/page-number.js';
export { type PagePart, type RangePart, splitPage, splitRange } from './paging/parts.js';
export type { IdOf } from './paging/repetition.js';
export { createRateBudget, type RateBudgetOptions } from './rate/budget.js';
export { createRateBudgets, type RateBudgetsOptions, shopBudget } from './rate/budgets.js';
export { type Floors, usualFloors } from './rate/turns.js';
export { WaitTooLong } from './rate/waiting-line.js';
