import type { CommerceError, Host, RateBudget, RateObservation } from '@cartograph/core';
import type { z } from 'zod';
import type { RequestOptions } from '../client/options.js';
import type { StartTimer } from './deadline.js';
import type { Hooks } from './hooks.js';
import type { Query } from './url.js';

export interface HttpOptions {
  /** How messages call the platform. */
  readonly connector: string;
  /** May have a port and a path; both are kept. */
  readonly baseUrl: string;
  readonly host: Host;
  readonly budget: RateBudget;
  /** What an answer's headers say about the rate; null when nothing. */
  readonly readLimits?: ((headers: Headers) => RateObservation | null) | undefined;
  /** Signs a request. Called for every attempt, so that no nonce or time stamp goes out twice. */
  readonly authorize?: ((request: Request) => Promise<Request> | Request) | undefined;
  /** Called with a request that got a 401 and the text of that answer; it is then repeated at once, unless this gives false. A 401 that follows is final. */
  readonly refresh?: ((refused: Request, text: string) => Promise<void> | boolean | void) | undefined;
  /** The platform's own reading of a refusal; undefined leaves it to the status. */
  readonly toError?: ((failure: HttpFailure) => CommerceError | undefined) | undefined;
  /** Never shown in a message, log line, context or cause, nor is anything that `authorize` puts in. */
  readonly secrets?: readonly string[] | undefined;
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly hooks?: Hooks | undefined;
  /** Requests at the same time; 8 by default. */
  readonly concurrency?: number | undefined;
  /** From the start of a request to the end of its answer; one minute by default. */
  readonly timeoutMs?: number | undefined;
  /** Attempts after the first, for each way of failing by itself; 5 by default. */
  readonly retries?: number | undefined;
  /** How long one call may wait in all, for its place and between attempts; five minutes by default. */
  readonly maxWaitMs?: number | undefined;
  /** From 0 to 1: spreads the waits between attempts. */
  readonly random?: (() => number) | undefined;
  /** Measures time-outs; setTimeout by default. */
  readonly startTimer?: StartTimer | undefined;
}

/** An answer that is no success, without secrets. */
export interface HttpFailure {
  readonly method: string;
  /** Without its query. */
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  /** Parsed where it is JSON, otherwise text; null when empty. */
  readonly body: unknown;
}

export interface HttpAnswer<Body = unknown> {
  readonly status: number;
  readonly headers: Headers;
  /** null when there is none, as with 204. */
  readonly body: Body;
}

export interface CallOptions extends Omit<RequestOptions, 'idempotent'> {
  readonly query?: Query | undefined;
  /** False for calls that get the credentials: unsigned, not refreshed, and past the queue, so `authorize` may await one. */
  readonly authorize?: boolean | undefined;
}

export interface SendOptions extends CallOptions, RequestOptions {
  readonly json?: unknown;
  readonly form?: URLSearchParams | Readonly<Record<string, string>> | undefined;
  readonly body?: string | Uint8Array<ArrayBuffer> | undefined;
  /** Of a file: the answer's body is its bytes, a Uint8Array, whatever they hold. */
  readonly bytes?: boolean | undefined;
}

export interface Checked<Body> {
  /** A body that does not fit is a ResponseError. */
  readonly schema: z.ZodType<Body>;
}

/** Every method rejects with a CommerceError, or with the reason of the signal that ended it. */
export interface Http {
  get(path: string, options?: CallOptions): Promise<HttpAnswer>;
  get<Body>(path: string, options: CallOptions & Checked<Body>): Promise<HttpAnswer<Body>>;
  request(method: string, path: string, options?: SendOptions): Promise<HttpAnswer>;
  request<Body>(method: string, path: string, options: SendOptions & Checked<Body>): Promise<HttpAnswer<Body>>;
  /** The platform's clock as its Date headers tell, never ahead of it; the host's until the first answer. */
  now(): Date;
}
