import {
  AuthError,
  type CommerceError,
  ConfigError,
  RateLimitError,
  RequestError,
  ResponseError,
  TransportError,
  tellBody,
} from '@cartograph/core';
import { excerpt, messageIn } from './excerpt.js';
import { networkFailure } from './network-failure.js';
import { type Failed, type Garbled, isBlocked, type Refused, type Silent } from './outcome.js';
import { createRedactor, type Redactor } from './redact.js';
import type { HttpFailure, HttpOptions } from './types.js';

/** What was asked, for the sentence about why it failed. */
export interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly attempts: number;
}

type Speaker = Pick<HttpOptions, 'connector' | 'toError' | 'secrets'>;

/** Turns the last attempt into the error that the caller gets. Never shows a query: it may hold tokens and addresses. */
export function failureOf(failed: Failed, asked: Asked, speaker: Speaker): CommerceError {
  const redactor = createRedactor([...failed.secrets, ...(speaker.secrets ?? [])]);
  const { connector } = speaker;
  const { method, attempts } = asked;
  const { host } = asked.url;
  const path = redactor.text(asked.url.pathname);
  const context = { connector, host, method, path, attempts };
  const telling: Telling = { ...context, url: `${asked.url.origin}${path}`, redactor, context };
  switch (failed.kind) {
    case 'starved':
      return new RateLimitError(
        `${connector}: the quota of ${host} is used up; try again in ${seconds(failed.waitMs)} s`,
        { ...context, retryAfterMs: failed.waitMs },
      );
    case 'refused': {
      const body = bodyOf(failed.text, redactor);
      return tellBody(refusal(failed, body, telling, speaker.toError), body);
    }
    case 'garbled':
      return garbled(failed, telling);
    case 'silent':
      return silence(failed, telling);
  }
}

interface Telling {
  readonly connector: string;
  readonly host: string;
  readonly method: string;
  readonly path: string;
  readonly url: string;
  readonly redactor: Redactor;
  readonly context: Readonly<Record<string, string | number>>;
}

const seconds = (ms: number) => Math.ceil(ms / 1000);

function refusal(failed: Refused, body: unknown, telling: Telling, toError: HttpOptions['toError']): CommerceError {
  const { connector, host, method, path, url } = telling;
  const { status, headers, throttle } = failed;
  const context = { ...telling.context, status };
  if (isBlocked(failed)) return blocked(failed, telling);
  const own = toError?.({ method, url, status, headers, body } satisfies HttpFailure);
  if (own !== undefined) return own;
  const words = messageIn(body);
  const why = words === null ? `${status}` : `${status}: ${words}`;
  if (status >= 300 && status < 400 && status !== 304) return redirect(headers, telling, context);
  if (status === 401 || status === 403) {
    return new AuthError(
      `${connector}: ${host} refuses the credentials (${why}); check them and connect again`,
      context,
    );
  }
  if (status === 429) {
    const retryAfterMs = throttle?.waitMs ?? 0;
    return new RateLimitError(
      `${connector}: ${host} limits the rate of requests (${why}); try again in ${seconds(retryAfterMs)} s`,
      { ...context, retryAfterMs },
    );
  }
  if (status >= 500) {
    return new TransportError(`${connector}: ${host} is failing (${why}); try again later`, context);
  }
  return new RequestError(`${connector}: ${host} refuses ${method} ${path} (${why})`, context);
}

/** Its status stays out of the context: connectors take a 403 for something that the credentials may not read. */
function blocked({ text }: Refused, { connector, host, redactor, context }: Telling): TransportError {
  return new TransportError(
    `${connector}: a firewall before ${host} answers 403 with a page instead of JSON: "${excerpt(redactor.text(text))}"; try again later, and have it let this machine through`,
    context,
  );
}

function redirect(headers: Headers, { connector, host, url }: Telling, context: Telling['context']): ConfigError {
  const location = headers.get('location') ?? '';
  const target = URL.canParse(location, url) ? new URL(location, url) : null;
  const to = target === null ? 'elsewhere' : `to ${target.origin}`;
  return new ConfigError(
    `${connector}: ${host} redirects ${to}, where the credentials are not sent; set the base URL to the shop's real address`,
    { ...context, redirectedTo: target?.host ?? null },
  );
}

function garbled({ status, contentType, text, truncated }: Garbled, telling: Telling): ResponseError {
  const { connector, host, redactor } = telling;
  const kind = contentType ?? 'no content type';
  const what = truncated ? 'JSON that breaks off or is malformed' : `${kind} instead of JSON`;
  return new ResponseError(
    `${connector}: ${host} answers ${status} with ${what}: "${excerpt(redactor.text(text))}"; check the base URL`,
    { ...telling.context, status, contentType },
  );
}

function silence({ cause, timedOut }: Silent, { connector, host, redactor, context }: Telling): TransportError {
  const failure = networkFailure(cause, timedOut);
  const reason = failure.reason === null ? null : redactor.text(failure.reason);
  return new TransportError(
    `${connector}: the host ${host} ${failure.says} (${reason ?? 'no reason given'}); ${failure.fix}`,
    { ...context, reason },
    { cause: redactor.cause(cause) },
  );
}

function bodyOf(text: string, redactor: Redactor): unknown {
  if (text === '') return null;
  try {
    return redactor.json(text);
  } catch {
    return redactor.text(text);
  }
}
