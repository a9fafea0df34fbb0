import { ConfigError, isCommerceError } from '@cartograph/core';
import ky from 'ky';
import { readBody, textOf } from './body.js';
import { followSignals, startTimer, untilAborted } from './deadline.js';
import type { Outcome } from './outcome.js';
import { addedSecrets, createRedactor, valuesOf } from './redact.js';
import type { ServerClock } from './server-clock.js';
import { sensibleLimits, throttleMs } from './throttle.js';
import type { HttpOptions } from './types.js';

/** One call as every attempt of it sends it. */
export interface Outgoing {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: string | Uint8Array<ArrayBuffer> | URLSearchParams | undefined;
  readonly signed: boolean;
  readonly timeoutMs: number;
  /** Ends the call. */
  readonly signal: AbortSignal;
}

/** Sends once, with a place of the budget that it gives back: signs, fetches, reads. Rejects when aborted or not signed. */
export function createAttempt(options: HttpOptions, clock: ServerClock) {
  const { host, budget, random = Math.random } = options;
  const timer = options.startTimer ?? startTimer;

  const sign = async (request: Request): Promise<Request> => {
    try {
      const signed = (await options.authorize?.(request)) ?? request;
      // Whatever signing built: a redirect must not carry it away, and time-outs must reach it.
      return signed === request ? request : new Request(signed, { redirect: 'manual', signal: request.signal });
    } catch (cause) {
      if (isCommerceError(cause) || request.signal.aborted) throw cause;
      throw unsignable(options, cause);
    }
  };

  return async (call: Outgoing, attempt: number): Promise<Outcome> => {
    const deadline = followSignals([call.signal]);
    let stopTimer = () => {};
    let timedOut = false;
    let sent: Request | null = null;
    let secrets: readonly string[] = [];
    let observation = null;

    const prepare = async (request: Request) => {
      const before = valuesOf(request);
      sent = call.signed ? await sign(request) : request;
      if (call.signed) secrets = addedSecrets(before, sent);
      stopTimer = timer(call.timeoutMs, () => {
        timedOut = true;
        deadline.abort(new Error(`no answer within ${call.timeoutMs} ms`));
      });
      return sent;
    };

    try {
      const answering = ky(call.url, {
        method: call.method,
        headers: call.headers,
        ...(call.body === undefined ? {} : { body: call.body }),
        fetch: host.fetch,
        retry: 0,
        timeout: false,
        throwHttpErrors: false,
        redirect: 'manual',
        signal: deadline.signal,
        hooks: { beforeRequest: [prepare] },
      });
      const response = await untilAborted(answering, deadline.signal);
      const bytes = await untilAborted(response.arrayBuffer(), deadline.signal);
      const { status, headers } = response;
      clock.observe(headers);
      const limits = sensibleLimits(options.readLimits?.(headers) ?? null);
      const throttle = throttleMs({ status, headers, limits, attempt }, host.now(), random);
      observation =
        throttle === null ? limits : { limit: null, remaining: null, resetMs: null, ...limits, retryAfterMs: throttle };
      if (!response.ok) {
        const signed = sent ?? new Request(call.url);
        return { kind: 'refused', status, headers, text: textOf(bytes), throttleMs: throttle, signed, secrets };
      }
      const body = readBody(bytes);
      if (body.kind === 'json') return { kind: 'answered', answer: { status, headers, body: body.value } };
      return { ...body, kind: 'garbled', status, contentType: headers.get('content-type'), secrets };
    } catch (cause) {
      if (call.signal.aborted) throw call.signal.reason;
      if (isCommerceError(cause)) throw cause;
      return { kind: 'silent', timedOut, cause, secrets };
    } finally {
      stopTimer();
      deadline.release();
      budget.observe(observation);
    }
  };
}

function unsignable({ connector, secrets = [] }: HttpOptions, cause: unknown): ConfigError {
  // A header that cannot be sent is quoted in full by the message of what refuses it.
  const quotes = cause instanceof Error && /header/i.test(cause.message);
  return new ConfigError(
    `${connector}: the request could not be signed; check the credentials for line breaks and letters no header may have`,
    { connector },
    quotes ? undefined : { cause: createRedactor(secrets).cause(cause) },
  );
}
