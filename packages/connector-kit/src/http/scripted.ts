import { createRateBudget } from '../rate/budget.js';
import { createHttp } from './http.js';
import type { Http, HttpOptions } from './types.js';
import { createVirtualClock, type VirtualClock } from './virtual-clock.js';

type Reply = Response | Error | ((request: Request) => Response | Promise<Response>);

/** An Http against a platform made of literals. */
export interface Scripted {
  readonly http: Http;
  readonly clock: VirtualClock;
  /** Every request that arrived, in order. */
  readonly requests: readonly Request[];
  /** Virtual milliseconds at which each arrived. */
  readonly arrivals: readonly number[];
  readonly logged: readonly string[];
}

/** Answers in the order of `replies`; the last one goes on for ever. */
export function scripted(
  replies: readonly Reply[],
  options: Partial<HttpOptions> = {},
  signal?: AbortSignal,
): Scripted {
  const clock = createVirtualClock();
  const requests: Request[] = [];
  const arrivals: number[] = [];
  const logged: string[] = [];
  const log = (fields: object, message: string) => {
    logged.push(`${message} ${JSON.stringify(fields)}`);
  };
  const host = {
    ...clock.host,
    fetch: async (input: string | URL | Request, init?: RequestInit) => {
      const request = new Request(input, init);
      requests.push(request);
      arrivals.push(clock.elapsed());
      const reply = replies[Math.min(requests.length, replies.length) - 1];
      if (reply === undefined) throw new Error('no reply was given');
      if (reply instanceof Error) throw reply;
      return reply instanceof Response ? reply.clone() : reply(request);
    },
    logger: { debug: log, info: log, warn: log, error: log },
    ...(signal === undefined ? {} : { signal }),
  };
  const budget = createRateBudget({ host });
  const http = createHttp({
    connector: 'shopworks',
    baseUrl: 'https://shop.example',
    host,
    budget,
    random: () => 1,
    startTimer: () => () => {},
    ...options,
  });
  return { http, clock, requests, arrivals, logged };
}

export const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });

/** As Node's fetch fails: a TypeError around what really happened. */
export const unreachable = (code: string, message = code): TypeError =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(message), { code }) });
