import { json } from '../http.js';
import type { Quirk } from './quirk.js';

const tooMany = (headers: Record<string, string> = {}): Response =>
  json({ message: 'Too many requests' }, 429, headers);

export const rateLimited: Quirk = {
  name: 'rate-limited',
  description: 'Some requests are answered 429 with Retry-After in seconds; asked again, they get through',
  wrap:
    (next, { strikes, random }) =>
    async request =>
      strikes(request) ? tooMany({ 'retry-after': String(random.int(1, 5)) }) : next(request),
};

export const rateLimitedSilent: Quirk = {
  name: 'rate-limited-silent',
  description: 'Some requests are answered 429 without a word on when to come again; asked again, they get through',
  wrap:
    (next, { strikes }) =>
    async request =>
      strikes(request) ? tooMany() : next(request),
};

const mostAtOnce = 3;
const answerMs = 100;

export const concurrencyCap: Quirk = {
  name: 'concurrency-cap',
  description: `While ${mostAtOnce} requests are under way, any other is answered 429 without a word on when to come again, always`,
  wrap: (next, { sleep, disturbed }) => {
    let underWay = 0;
    return async request => {
      if (underWay === mostAtOnce) {
        disturbed();
        return tooMany();
      }
      underWay += 1;
      try {
        await sleep(answerMs);
        return await next(request);
      } finally {
        underWay -= 1;
      }
    };
  },
};

export const serverErrors: Quirk = {
  name: 'server-errors',
  description: 'Some requests are answered 500, 502 or 504; asked again, they get through',
  wrap:
    (next, { strikes, random }) =>
    async request =>
      strikes(request)
        ? json({ message: 'An internal error has occurred' }, random.pick([500, 502, 504]))
        : next(request),
};
