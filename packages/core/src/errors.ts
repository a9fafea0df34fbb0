/** What the engine does about an error: its class decides, never its message. */
export type Recovery = 'retry' | 'reauthorize' | 'skip' | 'stop';

export type ErrorCode =
  | 'config'
  | 'auth'
  | 'rate_limit'
  | 'transport'
  | 'request'
  | 'response'
  | 'record'
  | 'unsupported'
  | 'conflict';

/** Facts beside the message: who, what and where. Never a secret. */
export type ErrorContext = Readonly<Record<string, string | number | boolean | null | undefined>>;

const marker = Symbol.for('cartograph.error');

export abstract class CommerceError extends Error {
  abstract readonly code: ErrorCode;
  abstract readonly recovery: Recovery;
  readonly context: ErrorContext;
  readonly [marker] = true;
  /**
   * The platform's own answer where it refused: parsed where it is JSON, otherwise text; undefined where the error came of no
   * answer. Without credentials, but with whatever else the platform says, so that it is left out where an error is written to a log.
   */
  declare readonly body: unknown;

  constructor(message: string, context: ErrorContext = {}, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.context = context;
  }
}

/** Also true for an error of another copy of this package. */
export const isCommerceError = (error: unknown): error is CommerceError =>
  typeof error === 'object' && error !== null && marker in error;

/** Gives an error the body of the refusal that it came of. */
export function tellBody<Failure extends CommerceError>(error: Failure, body: unknown): Failure {
  return Object.defineProperty(error, 'body', { value: body, enumerable: false, configurable: true });
}

/** Settings do not parse; the message names the field and what it takes. */
export class ConfigError extends CommerceError {
  readonly code = 'config';
  readonly recovery = 'stop';
}

/** The platform refuses the credentials, after one refresh where there is something to refresh. */
export class AuthError extends CommerceError {
  readonly code = 'auth';
  readonly recovery = 'reauthorize';
}

/** Still refused for its rate after the client's own waiting. `retryAfterMs`: not before that. */
export class RateLimitError extends CommerceError {
  readonly code = 'rate_limit';
  readonly recovery = 'retry';
  readonly retryAfterMs: number | null;

  constructor(
    message: string,
    context: ErrorContext & { readonly retryAfterMs?: number } = {},
    options?: ErrorOptions,
  ) {
    super(message, context, options);
    this.retryAfterMs = context.retryAfterMs ?? null;
  }
}

/** No answer, a time-out, a 5xx after retries, or a maintenance page. */
export class TransportError extends CommerceError {
  readonly code = 'transport';
  readonly recovery = 'retry';
}

/** The platform refuses the request itself: another 4xx. */
export class RequestError extends CommerceError {
  readonly code = 'request';
  readonly recovery = 'stop';
}

/** What was given to a client cannot be sent; nothing was. `context.field` is the first field that is wrong, `context.fields` all. */
export class InputError extends RequestError {}

/** The answer is not JSON, or its envelope does not fit. */
export class ResponseError extends CommerceError {
  readonly code = 'response';
  readonly recovery = 'stop';
}

/** One record does not parse or map; `context` holds the stream, the native id and the path of the field. */
export class RecordError extends CommerceError {
  readonly code = 'record';
  readonly recovery = 'skip';
}

/** Asked for a stream or resource that the connector does not list. */
export class UnsupportedError extends CommerceError {
  readonly code = 'unsupported';
  readonly recovery = 'stop';
}

/** Another process took over what this one was writing; nothing of it was written. */
export class ConflictError extends CommerceError {
  readonly code = 'conflict';
  readonly recovery = 'retry';
}
