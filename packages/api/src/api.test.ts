import { beforeEach, describe, expect, test } from 'vitest';
import { createApi } from './api.js';
import { createWorld, type World } from './testing/world.js';

let world: World;
beforeEach(async () => {
  world = await createWorld();
  for (const id of ['one', 'two']) {
    await world.storage.saveConnection({
      ...{ id, platform: 'magento', settings: 'sealed:{}', createdAt: '2026-01-01T00:00:00Z', pausedBecause: null },
      shop: { name: id, currency: 'AUD', timeZone: 'Australia/Sydney' },
    });
  }
});

const ask = (path: string, token?: string, init: RequestInit = {}) =>
  world.api(
    new Request(`http://api.test${path}`, {
      ...init,
      headers: { ...init.headers, ...(token ? { authorization: `Bearer ${token}` } : {}) },
    }),
  );

const bodyOf = async (response: Response) => JSON.parse(await response.text());

describe('who may ask', () => {
  test('nobody without a key, and the answer says how to get one', async () => {
    const response = await ask('/v1/orders');
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toContain('Bearer');
    expect((await bodyOf(response)).detail).toContain('cartograph keys create');
  });

  test('nobody with a key that is wrong in one letter, that was revoked, or that is no key', async () => {
    const { token, key } = await world.addKey();
    const wrong = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
    for (const bad of [
      wrong,
      token.slice(0, -1),
      `${token}A`,
      'cg_',
      'x'.repeat(10_000),
      token.replace(key.id, '0'.repeat(16)),
    ])
      expect((await ask('/v1/orders', bad)).status).toBe(401);
    expect((await ask('/v1/orders', token)).status).toBe(200);
    await world.storage.saveApiKey({ ...key, revokedAt: '2026-01-01T00:00:00Z' });
    expect((await ask('/v1/orders', token)).status).toBe(401);
  });

  test('a key holds no secret that the store could tell', async () => {
    const { token, key } = await world.addKey();
    const secret = token.split('_').slice(2).join('_');
    expect(secret).toHaveLength(43);
    expect(JSON.stringify(await world.storage.apiKey(key.id))).not.toContain(secret);
  });

  test('a key to read starts no run, and one to write makes no connection', async () => {
    const [read, write] = [await world.addKey({ scope: 'read' }), await world.addKey({ scope: 'write' })];
    expect((await ask('/v1/connections/one/check', read.token, { method: 'POST' })).status).toBe(403);
    expect((await ask('/v1/connections', write.token, { method: 'POST', body: '{}' })).status).toBe(403);
    expect((await ask('/v1/connections/one', write.token, { method: 'DELETE' })).status).toBe(403);
    expect((await ask('/v1/orders', write.token)).status).toBe(200);
  });

  test('a key for one connection knows of no other', async () => {
    const { token } = await world.addKey({ connections: ['one'] });
    const { data } = await bodyOf(await ask('/v1/connections', token));
    expect(data.map((connection: { id: string }) => connection.id)).toEqual(['one']);
    expect(Object.keys((await bodyOf(await ask('/v1/orders', token))).completeThrough)).toEqual(['one']);
    const other = await ask('/v1/orders?connection=two', token);
    expect(await other.json()).toMatchObject({ status: 400, parameter: 'connection', allowed: ['one'] });
    for (const path of ['/v1/connections/two', '/v1/orders/two/1']) expect((await ask(path, token)).status).toBe(404);
    for (const path of ['/v1/runs', '/v1/drift', '/v1/set-aside', '/v1/reconciliation', '/v1/metrics/sales'])
      expect((await ask(`${path}?connection=two`, token)).status).toBe(400);
  });

  test('a key asks as often as it may in a minute, and again when time has passed', async () => {
    const { token } = await world.addKey({ requestsPerMinute: 3 });
    const statuses = [];
    for (let count = 0; count < 5; count++) statuses.push((await ask('/v1/orders', token)).status);
    expect(statuses).toEqual([200, 200, 200, 429, 429]);
    const refused = await ask('/v1/orders', token);
    expect([refused.headers.get('retry-after'), refused.headers.get('ratelimit-limit')]).toEqual(['20', '3']);
    world.clock.now = new Date(world.clock.now.getTime() + 20_000);
    expect((await ask('/v1/orders', token)).status).toBe(200);
  });
});

test('what is open needs no key and shows no data', async () => {
  expect(await (await ask('/healthz')).json()).toEqual({ status: 'ok' });
  expect(await (await ask('/readyz')).json()).toEqual({ status: 'ready' });
  expect((await ask('/docs')).headers.get('content-type')).toContain('text/html');
  expect((await ask('/metrics')).status).toBe(401);
});

test('a store that does not answer is not ready', async () => {
  const storage = { ...world.storage, lastSequence: () => Promise.reject(new Error('gone')) };
  const api = createApi({ ...world, storage });
  expect((await api(new Request('http://api.test/readyz'))).status).toBe(500);
  expect((await api(new Request('http://api.test/healthz'))).status).toBe(200);
});

test('every answer has an id, and headers that keep it from being guessed at, framed or kept', async () => {
  for (const path of ['/healthz', '/v1/orders', '/nowhere']) {
    const { headers } = await ask(path);
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('access-control-allow-origin')).toBeNull();
  }
});

test('a browser may ask from the origins that are told, and from no other', async () => {
  const api = createApi({ ...world, corsOrigins: ['https://shop.example'] });
  const from = async (origin: string) =>
    (await api(new Request('http://api.test/healthz', { headers: { origin } }))).headers.get(
      'access-control-allow-origin',
    );
  expect(await from('https://shop.example')).toBe('https://shop.example');
  expect(await from('https://evil.example')).toBeNull();
});

test('there is nothing elsewhere, and another method is refused with those that are meant', async () => {
  const { token } = await world.addKey();
  for (const path of ['/', '/v1', '/v1/things', '/v1/orders/', '/v1/orders/one', '/v1/orders/one/1/2'])
    expect((await ask(path, token)).status).toBe(404);
  const response = await ask('/v1/orders', token, { method: 'PUT' });
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET']);
});

test('a body that is too large or no JSON is refused', async () => {
  const { token } = await world.addKey();
  const post = async (body: string) => (await ask('/v1/connections', token, { method: 'POST', body })).json();
  expect(await post(`{"id":"${'x'.repeat(2_000_000)}"}`)).toMatchObject({ status: 413 });
  expect(await post('{"id":')).toMatchObject({ status: 400, detail: 'The body is no JSON' });
  expect(await post('[]')).toMatchObject({ status: 400 });
  expect(await post('{"id":"a b","platform":"magento","settings":{}}')).toMatchObject({ status: 400, parameter: 'id' });
  expect(await post('{"id":"a","platform":"magento","settings":{},"more":1}')).toMatchObject({
    status: 400,
    parameter: 'more',
  });
});

test('a bug is answered with nothing of it, and logged with the id of the answer', async () => {
  const { token } = await world.addKey();
  const storage = { ...world.storage, query: () => Promise.reject(new Error('secret detail')) };
  const api = createApi({ ...world, storage });
  const response = await api(
    new Request('http://api.test/v1/orders', { headers: { authorization: `Bearer ${token}` } }),
  );
  const text = await response.text();
  expect(response.status).toBe(500);
  expect(text).not.toContain('secret detail');
  expect(world.log.some(line => line.includes(JSON.parse(text).requestId) && line.includes('a request failed'))).toBe(
    true,
  );
});

test('the log tells what was asked, and neither keys nor what stood in the query', async () => {
  const { token } = await world.addKey();
  await ask('/v1/customers?email=jo@shop.example', token);
  const line = world.log.at(-1) ?? '';
  expect(JSON.parse(line)).toMatchObject({ method: 'GET', path: '/v1/customers', status: 200 });
  expect(world.log.join()).not.toContain(token);
  expect(world.log.join()).not.toContain('jo@shop.example');
});

test('Prometheus reads how often each address was asked', async () => {
  const { token } = await world.addKey();
  for (let count = 0; count < 3; count++) await ask('/v1/orders?limit=1', token);
  const text = await (await ask('/metrics', token)).text();
  expect(text).toContain(
    'cartograph_http_request_duration_seconds_count{method="GET",route="/v1/orders",status="200"} 3',
  );
  expect(text).toContain('# TYPE cartograph_last_sequence gauge');
});
