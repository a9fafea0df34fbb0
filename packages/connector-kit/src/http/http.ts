import type { z } from 'zod';
import { createAttempt, type Outgoing } from './attempt.js';
import { type Caller, type CallRules, type Enqueue, performCall } from './call.js';
import { checkAnswer } from './check.js';
import { createTeller } from './hooks.js';
import { bodyOf, headersOf } from './request-parts.js';
import { createRoom } from './room.js';
import { createServerClock } from './server-clock.js';
import { joinSignals } from './signals.js';
import type { CallOptions, Checked, Http, HttpAnswer, HttpOptions, SendOptions } from './types.js';
import { parseBaseUrl, resolveUrl } from './url.js';

const defaultConcurrency = 8;
const defaultTimeoutMs = 60_000;
const defaultRetries = 5;
const defaultMaxWaitMs = 5 * 60_000;

/** HTTP to one shop: signing, pacing, repeating, and errors of the eight classes, in one place. */
export function createHttp(options: HttpOptions): Http {
  const { connector, host } = options;
  const base = parseBaseUrl(connector, options.baseUrl);
  const room = createRoom(options.concurrency ?? defaultConcurrency);
  const clock = createServerClock(host.now);
  const tell = createTeller(options);
  const caller: Caller = { options, tell, attemptOnce: createAttempt(options, clock, tell) };
  const atOnce: Enqueue = task => task();

  const outgoingOf = (method: string, path: string, call: SendOptions, signal: AbortSignal | undefined): Outgoing => ({
    method,
    url: resolveUrl(base, path, call.query),
    headers: headersOf(options, call),
    body: bodyOf(call),
    signed: call.authorize ?? true,
    bytes: call.bytes ?? false,
    timeoutMs: call.timeoutMs ?? options.timeoutMs ?? defaultTimeoutMs,
    signal,
  });

  const rulesOf = (method: string, call: SendOptions): CallRules => ({
    retries: call.retries ?? options.retries ?? defaultRetries,
    idempotent: call.idempotent ?? !/^(POST|PATCH)$/.test(method),
    random: options.random ?? Math.random,
    maxWaitMs: options.maxWaitMs ?? defaultMaxWaitMs,
  });

  function request(method: string, path: string, call?: SendOptions): Promise<HttpAnswer>;
  function request<Body>(method: string, path: string, call: SendOptions & Checked<Body>): Promise<HttpAnswer<Body>>;
  async function request(
    method: string,
    path: string,
    call: SendOptions & { readonly schema?: z.ZodType } = {},
  ): Promise<HttpAnswer> {
    const verb = method.toUpperCase();
    const ending = joinSignals(host.signal, call.signal);
    try {
      ending.signal?.throwIfAborted();
      const outgoing = outgoingOf(verb, path, call, ending.signal);
      const enqueue = outgoing.signed ? room : atOnce;
      const answer = await performCall(caller, enqueue, outgoing, rulesOf(verb, call));
      return call.schema === undefined ? answer : checkAnswer(answer, call.schema, connector, outgoing);
    } finally {
      ending.release();
    }
  }

  function get(path: string, call?: CallOptions): Promise<HttpAnswer>;
  function get<Body>(path: string, call: CallOptions & Checked<Body>): Promise<HttpAnswer<Body>>;
  function get(path: string, call?: CallOptions): Promise<HttpAnswer> {
    return request('GET', path, call);
  }

  return { get, request, now: clock.now };
}
