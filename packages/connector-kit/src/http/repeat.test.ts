import { RateLimitError, RequestError, ResponseError, TransportError } from '@cartograph/core';
import { expect, test } from 'vitest';
import { json, scripted, unreachable } from './scripted.js';

const busy = (headers: Record<string, string> = {}) => json({ message: 'slow down' }, 429, headers);

test('a 429 is waited for as long as it asks, in seconds', async () => {
  const { http, clock, arrivals } = scripted([busy({ 'retry-after': '7' }), json({})]);
  await clock.run(http.get('/orders'));
  expect(arrivals).toEqual([0, 7000]);
});

test('a date to retry after counts from the clock of the answer, not from ours', async () => {
  const headers = { date: 'Thu, 01 Jan 2026 10:00:00 GMT', 'retry-after': 'Thu, 01 Jan 2026 10:00:09 GMT' };
  const { http, clock, arrivals } = scripted([json({}, 503, headers), json({})]);
  await clock.run(http.get('/orders'));
  expect(arrivals).toEqual([0, 9000]);
});

test('a 429 that asks for nothing is waited for, longer each time', async () => {
  const { http, clock, arrivals } = scripted([busy(), busy(), busy({ 'retry-after': '0' }), json({})]);
  await clock.run(http.get('/orders'));
  expect(arrivals).toEqual([0, 1000, 3000, 7000]);
});

test('jitter shortens a wait by at most half', async () => {
  const { http, clock, arrivals } = scripted([json({}, 500), json({})], { random: () => 0 });
  await clock.run(http.get('/orders'));
  expect(arrivals).toEqual([0, 500]);
});

test('a 429 holds back every other request', async () => {
  const { http, clock, arrivals } = scripted([busy({ 'retry-after': '5' }), json({})]);
  await clock.run(Promise.all([http.get('/first'), clock.host.sleep(1000).then(() => http.get('/second'))]));
  expect(arrivals).toEqual([0, 5000, 5000]);
});

test('the wait of a 429 with nothing left lasts until its reset', async () => {
  const readLimits = (headers: Headers) => ({
    limit: 10,
    remaining: Number(headers.get('x-left') ?? '9'),
    resetMs: Number(headers.get('x-reset') ?? '30000'),
    retryAfterMs: null,
  });
  const { http, clock, arrivals } = scripted([busy({ 'x-left': '0', 'x-reset': '12000' }), json({})], { readLimits });
  await clock.run(http.get('/orders'));
  expect(arrivals).toEqual([0, 12000]);
});

test('a header that is no number is as if it were not there', async () => {
  const readLimits = () => ({
    limit: Number.NaN,
    remaining: Number.NaN,
    resetMs: Number.NaN,
    retryAfterMs: Number.NaN,
  });
  const { http, clock, arrivals } = scripted([busy(), json({})], { readLimits });
  await clock.run(http.get('/orders'));
  expect(arrivals).toEqual([0, 1000]);
});

test('a 429 that lasts is a RateLimitError that says when to come again', async () => {
  const { http, clock, requests } = scripted([busy({ 'retry-after': '3' })], { retries: 2 });
  const failure = clock.run(http.get('/orders'));
  await expect(failure).rejects.toBeInstanceOf(RateLimitError);
  await expect(failure).rejects.toMatchObject({ retryAfterMs: 3000 });
  expect(requests).toHaveLength(3);
});

test('a wait longer than a call may take is not begun', async () => {
  const { http, clock } = scripted([busy({ 'retry-after': '3600' })]);
  await expect(clock.run(http.get('/orders'))).rejects.toMatchObject({ code: 'rate_limit', retryAfterMs: 3_600_000 });
  expect(clock.elapsed()).toBe(0);
  const next = clock.run(http.get('/orders'));
  await expect(next).rejects.toThrow(/the quota of shop\.example is used up; try again in 3600 s/);
});

test('the waits of one call add up', async () => {
  const failing = scripted([json({}, 500)], { maxWaitMs: 4000 });
  await expect(failing.clock.run(failing.http.get('/orders'))).rejects.toBeInstanceOf(TransportError);
  expect(failing.arrivals).toEqual([0, 1000, 3000]);
  const limited = scripted([busy({ 'retry-after': '60' })], { maxWaitMs: 100_000 });
  await expect(limited.clock.run(limited.http.get('/orders'))).rejects.toMatchObject({ retryAfterMs: 60_000 });
  expect(limited.arrivals).toEqual([0, 60_000]);
});

test('a limit that is told by what is left says when to come again', async () => {
  const readLimits = () => ({ limit: 10, remaining: 0, resetMs: 12_000, retryAfterMs: null });
  const { http, clock } = scripted([busy()], { readLimits, retries: 0 });
  await expect(clock.run(http.get('/orders'))).rejects.toMatchObject({ retryAfterMs: 12_000 });
});

test.each([500, 502, 503, 504, 522])('a %i is tried again', async status => {
  const { http, clock, requests } = scripted([json({}, status), json({ ok: true })]);
  expect((await clock.run(http.get('/orders'))).body).toEqual({ ok: true });
  expect(requests).toHaveLength(2);
});

test('a platform that keeps failing is a TransportError after all attempts', async () => {
  const page = new Response('<html><title>Maintenance</title></html>', { status: 503 });
  const { http, clock, requests } = scripted([page]);
  const failure = clock.run(http.get('/orders'));
  await expect(failure).rejects.toBeInstanceOf(TransportError);
  await expect(failure).rejects.toThrow('shopworks: shop.example is failing (503: Maintenance); try again later');
  expect(requests).toHaveLength(6);
});

test.each([400, 404, 422, 501, 507])('a %i is not tried again', async status => {
  const { http, clock, requests } = scripted([json({}, status)]);
  await expect(clock.run(http.get('/orders'))).rejects.toThrow(String(status));
  expect(requests).toHaveLength(1);
});

test('a call may ask for fewer attempts', async () => {
  const { http, clock, requests } = scripted([json({}, 500)]);
  await expect(clock.run(http.get('/orders', { retries: 1 }))).rejects.toBeInstanceOf(TransportError);
  expect(requests).toHaveLength(2);
});

test('JSON that breaks off is asked for again, then a ResponseError', async () => {
  const { http, clock, requests } = scripted([new Response('{"data":[{"id":1},{"i'), json([1])]);
  expect((await clock.run(http.get('/orders'))).body).toEqual([1]);
  expect(requests).toHaveLength(2);
  const broken = scripted([new Response('{"data":[{"id":1},{"i')], { retries: 1 });
  await expect(broken.clock.run(broken.http.get('/orders'))).rejects.toBeInstanceOf(ResponseError);
  expect(broken.requests).toHaveLength(2);
});

test.each([200, 403, 503])('a page in a %i that passes is asked past', async status => {
  const page = new Response('<html><title>Just a moment…</title></html>', { status });
  const { http, clock, arrivals } = scripted([page, json({ ok: true })]);
  expect((await clock.run(http.get('/orders'))).body).toEqual({ ok: true });
  expect(arrivals).toEqual([0, 1000]);
});

test.each(['ECONNRESET', 'UND_ERR_SOCKET', 'ETIMEDOUT'])('a connection lost by %s is tried again', async code => {
  const { http, clock, requests } = scripted([unreachable(code), json({ ok: true })]);
  expect((await clock.run(http.get('/orders'))).body).toEqual({ ok: true });
  expect(requests).toHaveLength(2);
});

test('a connection lost while the answer arrives is tried again', async () => {
  const cut = new ReadableStream({ start: controller => controller.error(unreachable('UND_ERR_SOCKET')) });
  const { http, clock } = scripted([() => new Response(cut), json({ ok: true })]);
  expect((await clock.run(http.get('/orders'))).body).toEqual({ ok: true });
});

test('a host that cannot be reached is tried twice, whatever the method', async () => {
  const { http, clock, requests } = scripted([unreachable('ENOTFOUND')]);
  await expect(clock.run(http.request('POST', '/orders'))).rejects.toThrow(
    'shopworks: the host shop.example is not known (ENOTFOUND); check the address',
  );
  expect(requests).toHaveLength(2);
});

test('a certificate that is not trusted is told at once', async () => {
  const { http, clock, requests } = scripted([unreachable('DEPTH_ZERO_SELF_SIGNED_CERT')]);
  await expect(clock.run(http.get('/orders'))).rejects.toThrow(/certificate that is not trusted/);
  expect(requests).toHaveLength(1);
});

test.each([
  json({}, 500),
  json({}, 503),
  unreachable('ECONNRESET'),
  new Response('{"id":'),
  new Response('<html>'),
  new Response('<html>', { status: 403 }),
  new Response('{"message":', { status: 400 }),
])('a request that may have acted is not repeated blindly (case %#)', async reply => {
  const { http, clock, requests } = scripted([reply, json({})]);
  await expect(clock.run(http.request('POST', '/orders', { json: {} }))).rejects.toThrow();
  expect(requests).toHaveLength(1);
  const safe = scripted([reply, json({})]);
  await safe.clock.run(safe.http.request('POST', '/orders/search', { json: {}, idempotent: true }));
  expect(safe.requests).toHaveLength(2);
});

test.each([busy(), json({}, 503, { 'retry-after': '1' }), unreachable('ECONNREFUSED')])(
  'a request that certainly did not act is repeated (case %#)',
  async reply => {
    const { http, clock, requests } = scripted([reply, json({})]);
    await clock.run(http.request('PATCH', '/orders/1', { json: { status: 'paid' } }));
    expect(await requests[1]?.text()).toBe('{"status":"paid"}');
  },
);

test('another refusal carries the words of the platform', async () => {
  const body = { type: 'about:blank', title: 'Unprocessable', errors: [{ message: 'order is closed' }] };
  const { http, clock } = scripted([json(body, 422)]);
  const failure = clock.run(http.get('/orders/7', { query: { email: 'ann@example.com' } }));
  await expect(failure).rejects.toBeInstanceOf(RequestError);
  await expect(failure).rejects.toThrow('shopworks: shop.example refuses GET /orders/7 (422: Unprocessable)');
});

test('the wait of a repeat is logged', async () => {
  const { http, clock, logged } = scripted([json({}, 500), json({})]);
  await clock.run(http.get('/orders'));
  expect(logged).toHaveLength(1);
  expect(logged[0]).toContain('"status":500,"attempt":1,"waitMs":1000');
});

test.each([400, 401, 403, 404, 422])('a %i whose reason breaks off is asked for again, at most twice', async status => {
  const cut = new Response('{"message":"The maximum page s', { status });
  const { http, clock, arrivals } = scripted([cut, json({ message: 'The maximum page size is 20' }, status)]);
  await expect(clock.run(http.get('/orders'))).rejects.toThrow('The maximum page size is 20');
  expect(arrivals).toEqual([0, 1000]);
  const mute = scripted([cut]);
  await expect(mute.clock.run(mute.http.get('/orders'))).rejects.toMatchObject({ context: { status, attempts: 3 } });
});

test('what goes wrong on the way takes no attempt from what the platform says', async () => {
  const cut = () => new Response('{"data":[');
  const page = () => new Response('<html><title>Just a moment…</title></html>');
  const failing = () => json({ message: 'out of order' }, 500);
  const closed = () => json({}, 503);
  const onTheWay = [page(), failing(), busy(), cut(), failing(), closed(), page(), unreachable('ECONNRESET'), busy()];
  const replies = [...onTheWay, closed(), failing()];
  const { http, clock, requests } = scripted([...replies, json({ ok: true })], { retries: 2 });
  await expect(clock.run(http.get('/orders'))).rejects.toThrow('shop.example is failing (500: out of order)');
  expect(requests).toHaveLength(11);
  const patient = scripted([...replies, json({ ok: true })], { retries: 3 });
  expect((await patient.clock.run(patient.http.get('/orders'))).body).toEqual({ ok: true });
});

test('a host that does everything wrong in turn is given up', async () => {
  let turn = 0;
  const replies = [() => json({}, 500), () => busy(), () => new Response('{"data":['), () => json({}, 502)];
  const reply = () => replies[turn++ % replies.length]?.() ?? json({});
  const { http, clock, requests } = scripted([reply]);
  await expect(clock.run(http.get('/orders'))).rejects.toBeInstanceOf(TransportError);
  expect(requests.length).toBeLessThan(20);
});
