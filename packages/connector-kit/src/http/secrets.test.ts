import { CommerceError } from '@cartograph/core';
import { expect, test } from 'vitest';
import { createRedactor } from './redact.js';
import { json, scripted, unreachable } from './scripted.js';

const secret = 'k3y/with+signs==';

/** All that a log or a person could see of an error. */
function shown(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const context = error instanceof CommerceError ? JSON.stringify(error.context) : '';
  const own = JSON.stringify(Object.entries(error));
  return [error.message, error.stack, context, own, error.cause === undefined ? '' : shown(error.cause)].join('\n');
}

const echoes: readonly [string, Response | Error][] = [
  ['a refusal that repeats it', json({ message: `unknown token ${secret}` }, 401)],
  ['a refusal that repeats it escaped', new Response(`{"message":"${secret.replace('/', '\\/')}"}`, { status: 400 })],
  ['a page that repeats it', new Response(`<p>${secret}</p>`)],
  ['a failing page that repeats it encoded', new Response(`?key=${encodeURIComponent(secret)}`, { status: 500 })],
  ['JSON broken beside it', new Response(`{"token":"${secret}`)],
  ['a network failure that quotes it', unreachable('ECONNRESET', `lost https://shop.example/?key=${secret}`)],
  ['a failure of the fetch that quotes it', new TypeError(`cannot fetch with ${secret}`)],
];

test.each(echoes)('%s shows no secret', async (_case, reply) => {
  const { http, clock, logged } = scripted([reply], {
    secrets: [secret],
    headers: { 'x-auth-token': secret },
    retries: 1,
  });
  const query = { key: secret };
  const error = await clock.run(http.get('/orders', { query })).catch((reason: unknown) => reason);
  const seen = shown(error) + logged.join('\n');
  expect(seen).not.toContain(secret);
  expect(seen).not.toContain(encodeURIComponent(secret));
});

test('what signing puts in is secret without being told', async () => {
  const authorize = (request: Request) => {
    const url = new URL(request.url);
    url.searchParams.set('signature', 'signature-0123456789');
    const headers = { authorization: 'OAuth oauth_token="token-0123456789",oauth_nonce="nonce-0123456789"' };
    return new Request(url, { headers });
  };
  const echo = async (request: Request) =>
    json({ message: `${request.url} with ${request.headers.get('authorization')} or token-0123456789` }, 401);
  const { http, clock } = scripted([echo], { authorize });
  const error = await clock.run(http.get('/orders')).catch((reason: unknown) => reason);
  expect(shown(error)).toContain('[secret]');
  expect(shown(error)).not.toContain('0123456789');
});

test('a bearer token repeated without its scheme is secret', async () => {
  const authorize = (request: Request) => {
    request.headers.set('authorization', 'Bearer fetched-just-now');
    return request;
  };
  const { http, clock } = scripted([json({ detail: 'fetched-just-now has expired' }, 401)], { authorize });
  await expect(clock.run(http.get('/orders'))).rejects.toThrow('[secret] has expired');
});

test('the platform sees no secret in its own reading of a refusal', async () => {
  const bodies: unknown[] = [];
  const { http, clock } = scripted([json({ deep: [`x ${secret}`] }, 400)], {
    secrets: [secret],
    toError: failure => {
      bodies.push(failure.body);
      return undefined;
    },
  });
  await expect(clock.run(http.get('/orders', { query: { key: secret } }))).rejects.toThrow();
  expect(bodies).toEqual([{ deep: ['x [secret]'] }]);
});

test('credentials that no header can carry are a ConfigError that does not quote them', async () => {
  const authorize = (request: Request) => {
    request.headers.set('authorization', 'Bearer pasted-token\nwith a break');
    return request;
  };
  const { http, clock, requests } = scripted([json({})], { authorize });
  const error = await clock.run(http.get('/orders')).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: 'config' });
  expect(shown(error)).not.toContain('pasted-token');
  const fixed = scripted([json({})], { headers: { 'x-auth-token': 'pasted-token\nwith a break' } });
  const other = await fixed.http.get('/orders').catch((reason: unknown) => reason);
  expect(other).toMatchObject({ code: 'config', context: { header: 'x-auth-token' } });
  expect(shown(other)).not.toContain('pasted-token');
  expect([requests.length, fixed.requests.length]).toEqual([0, 0]);
});

test('a secret in the path is not shown', async () => {
  const { http, clock } = scripted([json({}, 404)], { secrets: ['h4sh-of-the-shop'] });
  const error = await clock.run(http.get('/stores/h4sh-of-the-shop/orders')).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ context: { path: '/stores/[secret]/orders' } });
  expect(shown(error)).not.toContain('h4sh');
});

test('a secret that begins with another is hidden whole', () => {
  expect(createRedactor(['abc', 'abcdef', '']).text('abcdef abc')).toBe('[secret] [secret]');
});

test('an error without secrets stays the very object it was', () => {
  const cause = new Error('outer', { cause: new Error('inner') });
  expect(createRedactor(['other']).cause(cause)).toBe(cause);
});
