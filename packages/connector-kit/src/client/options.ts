import type { Hooks } from '../http/hooks.js';

/** What a single call of a client may have, always its last argument. What is not given here is the client's. */
export interface RequestOptions {
  /** Ends the call, its waits and its repetitions: it rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** From the start of a request to the end of its answer. */
  readonly timeoutMs?: number | undefined;
  /** Attempts after the first, for each way of failing by itself. */
  readonly retries?: number | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Safe to repeat though the first may have acted. By default true except for POST and PATCH. */
  readonly idempotent?: boolean | undefined;
}

/** What a client may be made with. */
export interface ClientOptions {
  /** Checks each record that arrives against its native schema, which keeps fields that it does not name. On unless told. */
  readonly validate?: boolean | undefined;
  readonly hooks?: Hooks | undefined;
  /** One minute by default. */
  readonly timeoutMs?: number | undefined;
  /** 5 by default. */
  readonly retries?: number | undefined;
  /** Requests at the same time. */
  readonly concurrency?: number | undefined;
}
