import type { Host } from '@cartograph/core';

/** What came to a consumer. */
export interface Received {
  readonly url: string;
  readonly id: string;
  readonly headers: Headers;
  readonly body: string;
  /** Milliseconds since 1970. */
  readonly atMs: number;
  /** What was answered; null for no answer. */
  readonly status: number | null;
}

export type Answer = number | 'no answer' | 'silence' | Response;

export interface Endpoints {
  readonly fetch: Host['fetch'];
  readonly received: Received[];
  /** By URL, how it answers; 204 unless told. */
  readonly answers: Map<string, Answer | (() => Answer | Promise<Answer>)>;
  at(url: string): readonly Received[];
}

/** Consumers as the network shows them. */
export function createEndpoints(now: Host['now']): Endpoints {
  const received: Received[] = [];
  const answers: Endpoints['answers'] = new Map();
  return {
    received,
    answers,
    at: url => received.filter(one => one.url === url),
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const told = answers.get(request.url) ?? 204;
      const answer = typeof told === 'function' ? await told() : told;
      const { headers, url } = request;
      const status = typeof answer === 'number' ? answer : answer instanceof Response ? answer.status : null;
      const id = headers.get('webhook-id') ?? '';
      received.push({ url, id, headers, body: await request.text(), atMs: now().getTime(), status });
      if (answer === 'no answer')
        throw new TypeError('fetch failed', { cause: Object.assign(new Error('gone'), { code: 'ECONNREFUSED' }) });
      if (answer === 'silence') return new Promise(() => {});
      return answer instanceof Response ? answer : new Response(null, { status: Number(answer) });
    },
  };
}
