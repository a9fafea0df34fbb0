import { inspect } from 'node:util';
import { AuthError, ConfigError, RequestError, ResponseError, TransportError } from '@cartograph/core';
import { expect, test } from 'vitest';
import { json, scripted, unreachable } from './scripted.js';
import type { HttpFailure } from './types.js';

const html = (body: string, status = 200) => new Response(body, { status, headers: { 'content-type': 'text/html' } });

test('a page instead of JSON is a ResponseError with its status, type and title', async () => {
  const { http, clock, requests } = scripted([html('<html><head><title>Just a moment…</title></head></html>')]);
  const failure = clock.run(http.get('/orders'));
  await expect(failure).rejects.toBeInstanceOf(ResponseError);
  await expect(failure).rejects.toThrow(
    'shopworks: shop.example answers 200 with text/html instead of JSON: "Just a moment…"; check the base URL',
  );
  expect(requests).toHaveLength(3);
});

test('a page in a 403 is a firewall’s and a TransportError, whatever the platform means by a 403', async () => {
  const toError = () => new AuthError('the scope is missing');
  const page = () => html('<title>Attention required</title>', 403);
  const { http, clock, arrivals } = scripted([page], { toError });
  const failure = clock.run(http.get('/orders'));
  await expect(failure).rejects.toBeInstanceOf(TransportError);
  await expect(failure).rejects.toThrow(
    'shopworks: a firewall before shop.example answers 403 with a page instead of JSON: "Attention required"',
  );
  await expect(failure).rejects.not.toHaveProperty('context.status');
  expect(arrivals).toEqual([0, 1000, 3000]);
});

test('a page without a title is told by its first words', async () => {
  const { http, clock } = scripted([html('<style>p { color: red }</style><p>Please\n  sign in</p>')]);
  await expect(clock.run(http.get('/orders'))).rejects.toThrow('"Please sign in"');
});

test('a 403 is an AuthError unless the platform means something else by it', async () => {
  const plain = scripted([json({ message: 'no scope' }, 403)]);
  await expect(plain.clock.run(plain.http.get('/orders'))).rejects.toBeInstanceOf(AuthError);
  const seen: HttpFailure[] = [];
  const toError = (failure: HttpFailure) => {
    seen.push(failure);
    return failure.status === 403 ? new RequestError('the plan has no such API') : undefined;
  };
  const { http, clock } = scripted([json({ message: 'no plan' }, 403)], { toError });
  await expect(clock.run(http.get('/orders?x=1'))).rejects.toThrow('the plan has no such API');
  expect(seen).toMatchObject([
    { method: 'GET', url: 'https://shop.example/orders', status: 403, body: { message: 'no plan' } },
  ]);
});

test('a refusal that the platform does not explain keeps its usual class', async () => {
  const { http, clock } = scripted([new Response(null, { status: 404 })], { toError: () => undefined });
  await expect(clock.run(http.get('/orders/7'))).rejects.toThrow('refuses GET /orders/7 (404)');
});

test.each([301, 302, 307, 308])('a %i is not followed: it is a ConfigError that names both hosts', async status => {
  const headers = { location: 'https://www.shop.example/orders' };
  const { http, clock, requests } = scripted([new Response(null, { status, headers })]);
  const failure = clock.run(http.get('/orders'));
  await expect(failure).rejects.toBeInstanceOf(ConfigError);
  await expect(failure).rejects.toThrow(/shop\.example redirects to https:\/\/www\.shop\.example/);
  expect(requests).toHaveLength(1);
});

test.each([
  ['ECONNREFUSED', 'refuses the connection (ECONNREFUSED); check the address and the port'],
  ['CERT_HAS_EXPIRED', 'certificate that has expired (CERT_HAS_EXPIRED)'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate for another name'],
  ['EPROTO', 'does not speak TLS there'],
  ['UND_ERR_HEADERS_TIMEOUT', 'did not answer in time'],
  ['E_NEVER_SEEN', 'gave no answer (E_NEVER_SEEN)'],
])('%s is a TransportError in words', async (code, words) => {
  const { http, clock } = scripted([unreachable(code)], { retries: 0 });
  const failure = clock.run(http.get('/orders'));
  await expect(failure).rejects.toBeInstanceOf(TransportError);
  await expect(failure).rejects.toThrow(words);
  await expect(failure).rejects.toMatchObject({ context: { host: 'shop.example', reason: code } });
});

test('a failure of both address families is told by the first', async () => {
  const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
  const both = new TypeError('fetch failed', { cause: new AggregateError([refused]) });
  const { http, clock } = scripted([both], { retries: 0 });
  await expect(clock.run(http.get('/orders'))).rejects.toThrow('ECONNREFUSED');
});

test('a port that fetch refuses is told at once', async () => {
  const { http, clock, requests } = scripted([new TypeError('fetch failed', { cause: new Error('bad port') })]);
  await expect(clock.run(http.get('/orders'))).rejects.toThrow('may not be asked on that port (bad port)');
  expect(requests).toHaveLength(1);
});

test('a failure without a code is told in its own words', async () => {
  const { http, clock } = scripted([new TypeError('invalid proxy')], { retries: 0 });
  await expect(clock.run(http.get('/orders'))).rejects.toThrow('gave no answer (invalid proxy)');
});

test.each([
  [400, { field: 'name', message: 'taken' }],
  [401, { title: 'Unauthorized' }],
  [403, { title: 'Forbidden' }],
  [404, null],
  [422, [{ status: 422, message: 'no such product' }]],
  [429, { message: 'slow down' }],
  [500, { error: 'out of order' }],
])('the error of a %i has the platform’s own body', async (status, body) => {
  const reply = () => (body === null ? new Response(null, { status }) : json(body, status));
  const { http, clock } = scripted([reply], { retries: 0 });
  await expect(clock.run(http.get('/orders'))).rejects.toMatchObject({ body });
});

test('so has an error that the connector made of it, without secrets', async () => {
  const toError = () => new RequestError('the name is taken');
  const { http, clock } = scripted([json({ name: 'taken by k3y-of-the-shop' }, 409)], {
    toError,
    secrets: ['k3y-of-the-shop'],
  });
  const error = await clock.run(http.get('/orders')).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ message: 'the name is taken', body: { name: 'taken by [secret]' } });
});

test('the body is not among what a log shows of an error', async () => {
  const { http, clock } = scripted([json({ email: 'ann@example.com' }, 400)]);
  const error = await clock.run(http.get('/orders')).catch((reason: unknown) => reason);
  const shown = inspect(error, { depth: null }) + JSON.stringify(error) + JSON.stringify({ ...Object(error) });
  expect(shown).not.toContain('ann@example.com');
});
