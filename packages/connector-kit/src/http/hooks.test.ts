import { expect, test } from 'vitest';
import type { AnswerEvent, Hooks } from './hooks.js';
import { json, scripted, unreachable } from './scripted.js';

/** Hooks that write down what they are told. */
function recorded() {
  const told: unknown[] = [];
  const note = (name: string) => (event: object) => void told.push([name, event]);
  const hooks: Hooks = {
    request: note('request'),
    answer: note('answer'),
    retry: note('retry'),
    throttled: note('throttled'),
  };
  return { told, hooks };
}

const asked = { connector: 'shopworks', method: 'GET', host: 'shop.example', path: '/orders', query: 'page=2' };

test('a request and its answer are told, with the time that it took and what is left of the quota', async () => {
  const { told, hooks } = recorded();
  const slow = async () => {
    await world.clock.host.sleep(250);
    return json([], 200, { 'x-left': '41' });
  };
  const readLimits = (headers: Headers) => ({
    limit: 100,
    remaining: Number(headers.get('x-left')),
    resetMs: null,
    retryAfterMs: null,
  });
  const world = scripted([slow], { hooks, readLimits });
  await world.clock.run(world.http.get('/orders', { query: { page: 2 } }));
  expect(told).toEqual([
    ['request', { ...asked, attempt: 1 }],
    ['answer', { ...asked, attempt: 1, status: 200, milliseconds: 250, remaining: 41, limit: 100 }],
  ]);
});

test('a repetition is told with its wait, and the next attempt has the next number', async () => {
  const { told, hooks } = recorded();
  const { http, clock } = scripted([json({}, 502), unreachable('ECONNRESET'), json({})], { hooks });
  await clock.run(http.get('/orders'));
  expect(told).toMatchObject([
    ['request', { attempt: 1 }],
    ['answer', { attempt: 1, status: 502 }],
    ['retry', { attempt: 1, status: 502, waitMs: 1000 }],
    ['request', { attempt: 2 }],
    ['answer', { attempt: 2, status: null }],
    ['retry', { attempt: 2, status: null, waitMs: 1000 }],
    ['request', { attempt: 3 }],
    ['answer', { attempt: 3, status: 200 }],
  ]);
});

test('it is told when the platform makes everyone wait, and when a request was held back', async () => {
  const { told, hooks } = recorded();
  const { http, clock } = scripted([json({}, 429, { 'retry-after': '5' }), json({})], { hooks });
  await clock.run(http.get('/orders'));
  const throttled = told.filter(entry => Array.isArray(entry) && entry[0] === 'throttled');
  expect(throttled).toMatchObject([
    ['throttled', { attempt: 1, reason: 'refused', waitMs: 5000 }],
    ['throttled', { attempt: 2, reason: 'paced', waitMs: 5000 }],
  ]);
});

test('no hook is told a credential', async () => {
  const { told, hooks } = recorded();
  const secret = 'k3y/with+signs==';
  const { http, clock } = scripted([json({ token: secret }, 401), json({})], {
    hooks,
    secrets: [secret, 'h4sh-of-the-shop'],
    headers: { 'x-auth-token': secret },
    refresh: () => {},
    authorize: request => {
      const url = new URL(request.url);
      url.searchParams.set('signature', 'signature-0123456789');
      return new Request(url, { headers: { authorization: 'Bearer fetched-just-now' } });
    },
  });
  await clock.run(http.request('GET', '/stores/h4sh-of-the-shop/orders', { query: { key: secret } }));
  expect(told).toHaveLength(4);
  for (const part of ['k3y', encodeURIComponent(secret), 'h4sh', '0123456789', 'fetched-just-now'])
    expect(JSON.stringify(told)).not.toContain(part);
});

test('a hook that throws, or rejects, is logged and changes nothing', async () => {
  const hooks: Hooks = {
    request: () => {
      throw new Error('the disk is full');
    },
    answer: async (_event: AnswerEvent) => Promise.reject(new Error('the disk is full')),
  };
  const { http, clock, logged } = scripted([json({ ok: true })], { hooks });
  expect((await clock.run(http.get('/orders'))).body).toEqual({ ok: true });
  expect(logged).toEqual(Array(2).fill('a hook of the client failed {"connector":"shopworks"}'));
});
