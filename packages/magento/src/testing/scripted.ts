import type { Host } from '@cartograph/core';
import { silentLogger } from '@cartograph/core';
import type { MagentoConfigInput } from '../config.js';

/** A request as a scripted shop sees it. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string;
}

export type Answer = (seen: Seen) => unknown;

export const baseUrl = 'https://shop.example/eu';

export const bearerConfig: MagentoConfigInput = {
  baseUrl,
  auth: { method: 'bearer', accessToken: 'token-0123456789' },
};

/** A shop that answers by a function: a Response as it is, anything else as JSON. Time passes only in `sleep`. */
export function scriptedHost(answer: Answer): Host & { readonly seen: Seen[] } {
  const seen: Seen[] = [];
  let now = Date.parse('2026-01-01T00:00:00Z');
  return {
    seen,
    now: () => new Date(now),
    sleep: async ms => {
      now += ms;
    },
    logger: silentLogger,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const { pathname, searchParams } = new URL(request.url);
      const call = {
        method: request.method,
        path: pathname,
        query: searchParams,
        authorization: request.headers.get('authorization') ?? '',
      };
      seen.push(call);
      const body = answer(call);
      return body instanceof Response ? body : Response.json(body);
    },
  };
}

export const refusal = (status: number, message: string, parameters: unknown = {}): Response =>
  Response.json({ message, parameters }, { status });
