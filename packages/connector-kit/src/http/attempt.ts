import { ConfigError, isCommerceError, type RateObservation } from '@cartograph/core';
import ky from 'ky';
import { tellsNothing } from '../rate/observation.js';
import { isPage, readBody } from './body.js';
import { createDeadline, startTimer } from './deadline.js';
import { bytesOf } from './fetch.js';
import type { Teller } from './hooks.js';
import { type Outcome, statusOf } from './outcome.js';
import { addedSecrets, createRedactor } from './redact.js';
import type { ServerClock } from './server-clock.js';
import { sensibleLimits, throttleOf } from './throttle.js';
import type { HttpOptions } from './types.js';
import { decodeUtf8 } from './utf8.js';

/** One call as every attempt of it sends it. */
export interface Outgoing {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: string | Uint8Array<ArrayBuffer> | URLSearchParams | undefined;
  readonly signed: boolean;
  /** Whether the answer is taken as it is. */
  readonly bytes: boolean;
  readonly timeoutMs: number;
  /** Ends the call. */
  readonly signal: AbortSignal | undefined;
}

/** Sends once, with a place of the budget that it gives back: signs, fetches, reads. Rejects when aborted or not signed. */
export function createAttempt(options: HttpOptions, clock: ServerClock, tell: Teller) {
  const { host, budget, random = Math.random } = options;
  const timer = options.startTimer ?? startTimer;

  const sign = async (request: Request, signal: AbortSignal): Promise<Request> => {
    try {
      const signed = (await options.authorize?.(request)) ?? request;
      // Whatever signing built, a redirect must not carry it away.
      return signed === request ? request : new Request(signed, { redirect: 'manual' });
    } catch (cause) {
      if (isCommerceError(cause) || signal.aborted) throw cause;
      throw unsignable(options, cause);
    }
  };

  /** What an answer means for the pace, and how long it makes everyone wait. */
  const paceOf = ({ status, headers }: Response, attempt: number) => {
    const limits = sensibleLimits(options.readLimits?.(headers) ?? null) ?? tellsNothing;
    const refusals = Math.max(attempt, budget.nextRefusal());
    const throttle = throttleOf({ status, headers, limits, attempt: refusals }, host.now(), random);
    const observation: RateObservation = {
      ...limits,
      retryAfterMs: throttle?.waitMs ?? limits.retryAfterMs,
      answeredAtMs: clock.observe(headers),
      refusal: status === 429 ? { asked: throttle?.asked ?? false } : null,
    };
    return { observation, throttle };
  };

  return async (call: Outgoing, attempt: number): Promise<Outcome> => {
    const deadline = createDeadline(call.signal, timer);
    let sent: Request | null = null;
    const learnt: { observation: RateObservation | null } = { observation: null };
    let sentAt = 0;
    const secrets = () => (sent === null || !call.signed ? [] : addedSecrets(call, sent));

    const prepare = async (request: Request) => {
      sent = call.signed ? await sign(request, deadline.signal) : request;
      deadline.signal.throwIfAborted();
      deadline.start(call.timeoutMs);
      sentAt = tell === null ? 0 : host.now().getTime();
      tell?.request(call, attempt, {});
      return sent;
    };

    const exchange = async (): Promise<Outcome> => {
      const response = await ky(call.url, {
        method: call.method,
        headers: call.headers,
        ...(call.body === undefined ? {} : { body: call.body }),
        // Handed to the fetch itself: through the request, a signal costs more than all the rest of a small call.
        fetch: (input, init) => host.fetch(input, { ...init, signal: deadline.signal }),
        retry: 0,
        timeout: false,
        throwHttpErrors: false,
        redirect: 'manual',
        hooks: { beforeRequest: [prepare] },
      });
      const bytes = await bytesOf(response);
      const { status, headers } = response;
      const pace = paceOf(response, attempt);
      learnt.observation = pace.observation;
      if (call.bytes && response.ok) return { kind: 'answered', answer: { status, headers, body: bytes } };
      const body = readBody(bytes);
      if (!response.ok) {
        const signed = sent ?? new Request(call.url);
        const text = decodeUtf8(bytes);
        return {
          kind: 'refused',
          status,
          headers,
          text,
          page: isPage(text),
          truncated: body.kind === 'text' && body.truncated,
          throttle: pace.throttle,
          signed,
          secrets: secrets(),
        };
      }
      if (body.kind === 'json') return { kind: 'answered', answer: { status, headers, body: body.value } };
      return { ...body, kind: 'garbled', status, contentType: headers.get('content-type'), secrets: secrets() };
    };

    const settle = async (): Promise<Outcome> => {
      try {
        return await deadline.race(exchange());
      } catch (cause) {
        call.signal?.throwIfAborted();
        if (isCommerceError(cause)) throw cause;
        return { kind: 'silent', timedOut: deadline.passed(), cause, secrets: secrets() };
      }
    };

    try {
      const outcome = await settle();
      tell?.answer(call, attempt, {
        status: statusOf(outcome),
        milliseconds: host.now().getTime() - sentAt,
        remaining: learnt.observation?.remaining ?? null,
        limit: learnt.observation?.limit ?? null,
      });
      return outcome;
    } finally {
      deadline.end();
      budget.observe(learnt.observation);
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
