import { expect, test } from 'vitest';
import { json, scripted } from '../http/scripted.js';
import { bearer } from './bearer.js';
import { createTokenSource } from './token-source.js';

function source(lifeMs: number | null = 60_000, earlyMs = 10_000) {
  let at = 0;
  let fetches = 0;
  let failing = false;
  const tokens = createTokenSource({
    fetchToken: async () => {
      fetches += 1;
      if (failing) throw new Error('refused');
      return { token: `token ${fetches}`, expiresInMs: lifeMs };
    },
    now: () => new Date(at),
    earlyMs,
  });
  return {
    tokens,
    fetches: () => fetches,
    fail: (yes: boolean) => {
      failing = yes;
    },
    pass: (ms: number) => {
      at += ms;
    },
  };
}

test('callers at the same time share one fetch', async () => {
  const { tokens, fetches } = source();
  const all = await Promise.all(Array.from({ length: 8 }, () => tokens.get()));
  expect([new Set(all).size, fetches()]).toEqual([1, 1]);
});

test('a token is used until shortly before it expires', async () => {
  const { tokens, pass } = source(60_000, 10_000);
  await tokens.get();
  pass(49_999);
  expect(await tokens.get()).toBe('token 1');
  pass(1);
  expect(await tokens.get()).toBe('token 2');
});

test('a token that lives shorter than it is replaced early is still used for half of its life', async () => {
  const { tokens, pass } = source(8000, 10_000);
  await tokens.get();
  pass(3999);
  expect(await tokens.get()).toBe('token 1');
  pass(1);
  expect(await tokens.get()).toBe('token 2');
});

test('the life of a token counts from when it was asked for', async () => {
  let at = 0;
  const fetchToken = async () => {
    at += 5000;
    return { token: `at ${at}`, expiresInMs: 60_000 };
  };
  const tokens = createTokenSource({ fetchToken, now: () => new Date(at), earlyMs: 0 });
  await tokens.get();
  at = 59_999;
  expect(await tokens.get()).toBe('at 5000');
  at = 60_000;
  expect(await tokens.get()).toBe('at 65000');
});

test('a token without expiry is kept', async () => {
  const { tokens, pass, fetches } = source(null);
  await tokens.get();
  pass(1e12);
  await tokens.get();
  expect(fetches()).toBe(1);
});

test('of many callers refused with one token only the first causes a fetch', async () => {
  const { tokens, fetches } = source();
  const stale = await tokens.get();
  const retried = Array.from({ length: 8 }, async () => {
    tokens.invalidate(stale);
    return tokens.get();
  });
  expect(new Set(await Promise.all(retried))).toEqual(new Set(['token 2']));
  tokens.invalidate(stale);
  expect(await tokens.get()).toBe('token 2');
  expect(fetches()).toBe(2);
});

test('a failed fetch fails everyone who waits, and the next caller tries anew', async () => {
  const { tokens, fetches, fail } = source();
  fail(true);
  const results = await Promise.allSettled([tokens.get(), tokens.get(), tokens.get()]);
  expect(results.map(result => result.status)).toEqual(['rejected', 'rejected', 'rejected']);
  fail(false);
  expect(await tokens.get()).toBe('token 2');
  expect(fetches()).toBe(2);
});

test('eight requests that meet an expired token refresh it once and all succeed', async () => {
  const { tokens, fetches } = source();
  const answer = (request: Request) =>
    request.headers.get('authorization') === 'Bearer token 1' ? json({}, 401) : json({ ok: true });
  const { http, clock, requests } = scripted([answer], bearer(tokens));
  const answers = await clock.run(Promise.all(Array.from({ length: 8 }, (_, index) => http.get(`/orders/${index}`))));
  expect(answers.every(({ status }) => status === 200)).toBe(true);
  expect([fetches(), requests.length]).toEqual([2, 16]);
});
