import { createRedactor } from './redact.js';
import type { HttpOptions } from './types.js';

/** What an event is about. */
interface Told {
  readonly method: string;
  readonly url: URL;
}

/** One attempt of one request. */
export interface RequestEvent {
  /** How messages call the platform. */
  readonly connector: string;
  readonly method: string;
  readonly host: string;
  readonly path: string;
  /** As it is sent, without its question mark; empty when there is none. May hold what a person was looked for by. */
  readonly query: string;
  /** From 1 on; a request that is repeated with fresh credentials keeps its number. */
  readonly attempt: number;
}

export interface AnswerEvent extends RequestEvent {
  /** Null when no answer came. */
  readonly status: number | null;
  /** From sending to the end of the answer. */
  readonly milliseconds: number;
  /** How many requests the platform still allows, and of how many, where it says so. */
  readonly remaining: number | null;
  readonly limit: number | null;
}

export interface RetryEvent extends RequestEvent {
  /** Of the answer that is not taken; null when none came. */
  readonly status: number | null;
  /** Until the next attempt. */
  readonly waitMs: number;
}

export interface ThrottledEvent extends RequestEvent {
  /** `refused`: the platform wants everyone to wait. `paced`: the request was held back so that it would not. */
  readonly reason: 'refused' | 'paced';
  readonly waitMs: number;
}

/**
 * Told of everything that is sent, for logs and metrics. No event holds a credential or a body. They are called in between and
 * not awaited; one that throws is logged and changes nothing.
 */
export interface Hooks {
  readonly request?: ((event: RequestEvent) => unknown) | undefined;
  readonly answer?: ((event: AnswerEvent) => unknown) | undefined;
  readonly retry?: ((event: RetryEvent) => unknown) | undefined;
  readonly throttled?: ((event: ThrottledEvent) => unknown) | undefined;
}

export type Teller = ReturnType<typeof createTeller>;

/** The hooks of one Http, each given what it is about; null where there are none. */
export function createTeller({ connector, hooks, host, secrets = [] }: HttpOptions) {
  if (hooks === undefined) return null;
  const redactor = createRedactor(secrets);
  const failed = () => host.logger.warn({ connector }, 'a hook of the client failed');
  const telling =
    <Event extends RequestEvent>(hook: ((event: Event) => unknown) | undefined) =>
    ({ method, url }: Told, attempt: number, more: Omit<Event, keyof RequestEvent>): void => {
      if (hook === undefined) return;
      const path = redactor.text(url.pathname);
      const query = redactor.text(url.search.slice(1));
      try {
        const asked: RequestEvent = { connector, method, host: url.host, path, query, attempt };
        const told = hook({ ...asked, ...more } as Event);
        if (told instanceof Promise) told.catch(failed);
      } catch {
        failed();
      }
    };
  return {
    request: telling(hooks.request),
    answer: telling(hooks.answer),
    retry: telling(hooks.retry),
    throttled: telling(hooks.throttled),
  };
}
