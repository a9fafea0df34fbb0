import { AuthError, ConfigError, ResponseError, TransportError } from '@cartograph/core';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { json, scripted } from './scripted.js';

test('a JSON answer arrives parsed, with its status and headers', async () => {
  const { http, clock } = scripted([json({ id: 7 }, 200, { 'x-request-id': 'r1' })]);
  const answer = await clock.run(http.get('/orders/7'));
  expect(answer).toMatchObject({ status: 200, body: { id: 7 } });
  expect(answer.headers.get('x-request-id')).toBe('r1');
});

test('an answer without content has the body null', async () => {
  const { http, clock } = scripted([new Response(null, { status: 204 }), new Response('', { status: 200 })]);
  expect((await clock.run(http.get('/orders'))).body).toBeNull();
  expect((await clock.run(http.get('/orders'))).body).toBeNull();
});

test('JSON is accepted under any content type', async () => {
  const { http, clock } = scripted([new Response('[1]', { headers: { 'content-type': 'text/html' } })]);
  expect((await clock.run(http.get('/numbers'))).body).toEqual([1]);
});

test('text is read as fetch reads it: no byte order mark, and U+FFFD for what is no UTF-8', async () => {
  const bytes = Buffer.concat([Buffer.from('\uFEFF{"né":"日😀'), Buffer.from([0xe2, 0x82]), Buffer.from('"}')]);
  const { http, clock } = scripted([new Response(bytes)]);
  expect((await clock.run(http.get('/orders'))).body).toEqual({ né: '日😀\uFFFD' });
});

test('a file arrives as its bytes, whatever they hold, and its refusal as any other', async () => {
  const pdf = new Uint8Array([0x25, 0x50, 0x44, 0x46, 0xff, 0x00]);
  const file = scripted([new Response(pdf)]);
  const { body } = await file.clock.run(file.http.request('GET', '/label.pdf', { bytes: true }));
  expect(body).toEqual(pdf);
  const { http, clock } = scripted([json({ message: 'no label yet' }, 404)]);
  await expect(clock.run(http.request('GET', '/label.pdf', { bytes: true }))).rejects.toThrow('404: no label yet');
});

test('the port and path of the base URL stay', async () => {
  const { http, clock, requests } = scripted([json({})], { baseUrl: 'https://shop.example:8443/de/rest/' });
  await clock.run(http.get('/V1/orders', { query: { page: 2, status: ['a', 'b'], none: null } }));
  expect(requests[0]?.url).toBe('https://shop.example:8443/de/rest/V1/orders?page=2&status=a&status=b');
});

test('a query given as text is sent as it is', async () => {
  const { http, clock, requests } = scripted([json({})]);
  const query = 'searchCriteria[pageSize]=5&value=2025-01-01%2000%3A00%3A00';
  await clock.run(http.get('/orders', { query }));
  expect(requests[0]?.url).toBe(`https://shop.example/orders?${query}`);
});

test('a body is sent as JSON, as a form, or as it is', async () => {
  const { http, clock, requests } = scripted([json({})]);
  await clock.run(http.request('post', '/a', { json: { x: 1 } }));
  await clock.run(http.request('POST', '/b', { form: { grant_type: 'client_credentials' } }));
  await clock.run(http.request('PUT', '/c', { body: 'plain' }));
  const types = requests.map(request => request.headers.get('content-type'));
  expect(types).toEqual([
    'application/json',
    'application/x-www-form-urlencoded;charset=UTF-8',
    'text/plain;charset=UTF-8',
  ]);
  const bodies = await Promise.all(requests.map(request => request.text()));
  expect(bodies).toEqual(['{"x":1}', 'grant_type=client_credentials', 'plain']);
  expect(requests[0]?.method).toBe('POST');
});

test('a body that does not fit its schema is a ResponseError that names the place', async () => {
  const { http, clock } = scripted([json({ data: [{ id: 'seven' }] })]);
  const schema = z.object({ data: z.array(z.object({ id: z.number() })) });
  const failure = clock.run(http.get('/orders', { schema }));
  await expect(failure).rejects.toThrow(/data\.0\.id/);
  await expect(failure).rejects.toBeInstanceOf(ResponseError);
});

test('a body that fits its schema arrives typed and stripped of what the schema does not name', async () => {
  const { http, clock } = scripted([json({ id: 7, more: true })]);
  const answer = await clock.run(http.get('/orders/7', { schema: z.object({ id: z.number() }) }));
  expect(answer.body).toEqual({ id: 7 });
});

test('every attempt is signed anew', async () => {
  let nonce = 0;
  const authorize = (request: Request) => {
    nonce += 1;
    request.headers.set('authorization', `nonce ${nonce}`);
    return request;
  };
  const { http, clock, requests } = scripted([json({}, 502), json({}, 502), json({})], { authorize });
  await clock.run(http.get('/orders'));
  const sent = requests.map(request => request.headers.get('authorization'));
  expect(sent).toEqual(['nonce 1', 'nonce 2', 'nonce 3']);
});

test('a request that signing builds anew follows no redirect either', async () => {
  const authorize = (request: Request) => new Request(request.url, { headers: { authorization: 'Bearer abc' } });
  const { http, clock, requests } = scripted([json({})], { authorize });
  await clock.run(http.get('/orders'));
  expect(requests[0]?.redirect).toBe('manual');
});

test('a 401 is refreshed once and the request repeated, even one that is not idempotent', async () => {
  const refused: string[] = [];
  const { http, clock, requests } = scripted([json({}, 401), json({ ok: true })], {
    headers: { 'x-token': 'stale' },
    refresh: request => void refused.push(request.headers.get('x-token') ?? ''),
  });
  expect((await clock.run(http.request('POST', '/orders', { json: {} }))).body).toEqual({ ok: true });
  expect(refused).toEqual(['stale']);
  expect(requests).toHaveLength(2);
});

test('a second 401 is an AuthError, with no further refresh', async () => {
  let refreshes = 0;
  const { http, clock, requests } = scripted([json({ title: 'Token expired' }, 401)], {
    refresh: () => {
      refreshes += 1;
    },
  });
  const failure = clock.run(http.get('/orders'));
  await expect(failure).rejects.toThrow(/shop\.example refuses the credentials \(401: Token expired\)/);
  await expect(failure).rejects.toBeInstanceOf(AuthError);
  expect([refreshes, requests.length]).toEqual([1, 2]);
});

/** A platform that refuses a token after so many uses, and answers every sixth request 503. */
function tiring(uses: number, calls: number) {
  let token = 1;
  let used = 0;
  let asked = 0;
  const world = scripted(
    [
      async request => {
        asked += 1;
        await world.clock.host.sleep(100);
        if (request.headers.get('x-token') !== `token ${token}` || used === uses) return json({}, 401);
        if (asked % 6 === 0) return json({}, 503);
        used += 1;
        return json({ ok: true });
      },
    ],
    {
      authorize: request => {
        request.headers.set('x-token', `token ${token}`);
        return request;
      },
      refresh: refused => {
        if (refused.headers.get('x-token') !== `token ${token}`) return;
        token += 1;
        used = 0;
      },
    },
  );
  const all = Promise.all(Array.from({ length: calls }, (_, number) => world.http.get(`/orders/${number}`)));
  return { answers: world.clock.run(all), tokens: () => token };
}

test('tokens that die faster than the line of waiting calls gets through end no call', async () => {
  const { answers, tokens } = tiring(40, 200);
  expect(await answers).toHaveLength(200);
  expect(tokens()).toBe(5);
});

test('credentials that are refused after another failure are refreshed again', async () => {
  const { http, clock, requests } = scripted([json({}, 401), json({}, 502), json({}, 401), json({ ok: true })], {
    refresh: () => {},
  });
  expect((await clock.run(http.get('/orders'))).body).toEqual({ ok: true });
  expect(requests).toHaveLength(4);
});

test('a platform that refuses credentials and fails in turn is given up', async () => {
  let turn = 0;
  const reply = () => json({}, ++turn % 2 === 0 ? 502 : 401);
  const { http, clock, requests } = scripted([reply], { refresh: () => {}, retries: 3 });
  await expect(clock.run(http.get('/orders'))).rejects.toBeInstanceOf(TransportError);
  expect(requests).toHaveLength(8);
});

test('signing may await an unsigned call of the same client, even with room for one request only', async () => {
  const token = { current: () => Promise.resolve('') };
  const { http, clock, requests } = scripted([json({ token: 'abc' }), json({})], {
    concurrency: 1,
    authorize: async request => {
      request.headers.set('authorization', await token.current());
      return request;
    },
  });
  token.current = async () => JSON.stringify((await http.get('/token', { authorize: false })).body);
  await clock.run(http.get('/orders'));
  expect(requests.map(request => request.headers.get('authorization'))).toEqual([null, '{"token":"abc"}']);
});

test('no more requests than allowed are in flight', async () => {
  let inFlight = 0;
  let most = 0;
  const world = scripted(
    [
      async () => {
        inFlight += 1;
        most = Math.max(most, inFlight);
        await world.clock.host.sleep(100);
        inFlight -= 1;
        return json({});
      },
    ],
    { concurrency: 3 },
  );
  const calls = Array.from({ length: 10 }, (_, index) => world.http.get(`/orders/${index}`));
  await world.clock.run(Promise.all(calls));
  expect([most, world.clock.elapsed()]).toEqual([3, 400]);
});

test('a base URL that cannot be one is a ConfigError', () => {
  expect(() => scripted([], { baseUrl: 'shop.example' })).toThrow(ConfigError);
  expect(() => scripted([], { baseUrl: 'ftp://shop.example' })).toThrow(ConfigError);
  expect(() => scripted([], { baseUrl: 'https://user:secret@shop.example' })).toThrow(ConfigError);
});

test('the clock is never ahead of the platform, and under a second behind', async () => {
  const late = json({}, 200, { date: 'Thu, 01 Jan 2026 00:10:00 GMT' });
  const { http, clock } = scripted([late, json({}, 200, { date: 'Thu, 01 Jan 2026 00:09:00 GMT' })]);
  expect(http.now().toISOString()).toBe('2026-01-01T00:00:00.000Z');
  await clock.run(http.get('/time'));
  expect(http.now().toISOString()).toBe('2026-01-01T00:10:00.000Z');
  await clock.run(http.get('/cached'));
  expect(http.now().toISOString()).toBe('2026-01-01T00:10:00.000Z');
});
