import { describe, expect, test } from 'vitest';
import { openShop } from './testing.js';

const problemType = 'https://developer.bigcommerce.com/api-docs/getting-started/api-status-codes';

describe('credentials', () => {
  const { request, read, simulator, storeHash, accessToken } = openShop({ orders: 5 });

  test('a missing token is refused in the shape of each version', async () => {
    const v2 = await request('/v2/store', {});
    expect(v2.status).toBe(401);
    expect(await v2.json()).toEqual([{ status: 401, message: 'No credentials were supplied in the request.' }]);
    const v3 = await request('/v3/customers', {});
    expect(v3.status).toBe(401);
    expect(await v3.json()).toEqual({
      status: 401,
      title: 'X-Auth-Token header is required',
      type: problemType,
      errors: {},
    });
  });

  test('a wrong token is refused', async () => {
    expect((await request('/v2/orders', { 'x-auth-token': 'wrong' })).status).toBe(401);
    expect((await request('/v3/catalog/products', { 'x-auth-token': 'wrong' })).status).toBe(401);
  });

  test('a token works for its own store only', async () => {
    const other = new Request('https://x.example/stores/abc123/v3/customers', {
      headers: { 'x-auth-token': accessToken },
    });
    const response = await simulator.fetch(other);
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({
      status: 403,
      title: "You don't have a required scope to access the endpoint",
    });
  });

  test('host and port do not matter', async () => {
    const local = new Request(`http://127.0.0.1:8801/stores/${storeHash}/v2/time`, {
      headers: { 'x-auth-token': accessToken },
    });
    expect(await (await simulator.fetch(local)).json()).toEqual({ time: Date.UTC(2026, 5, 30, 23, 59) / 1000 });
  });

  test('a scope that the token lacks gives 403 there and nowhere else', async () => {
    const limited = openShop({ orders: 5, withoutScope: ['/v3/inventory'] });
    expect((await limited.request('/v3/inventory/items')).status).toBe(403);
    expect((await limited.request('/v3/catalog/products')).status).toBe(200);
  });

  test('the configuration opens the shop', async () => {
    expect(simulator.config('http://127.0.0.1:1')).toEqual({ baseUrl: 'http://127.0.0.1:1', storeHash, accessToken });
    expect(await read<object>('/v2/store')).toMatchObject({
      id: storeHash,
      currency: 'AUD',
      logo: [],
      store_id: 1001197568,
    });
  });
});

describe('what the API does not have', () => {
  const { request, simulator } = openShop({ orders: 5 });

  test('unknown paths and records are 404 in the shape of each version', async () => {
    for (const path of ['/v2/orders/1', '/v2/orders/1/products', '/v2/nothing', '/v2/orders/100/products/1']) {
      const response = await request(path);
      expect([path, response.status, await response.json()]).toEqual([
        path,
        404,
        [{ status: 404, message: 'The requested resource was not found.' }],
      ]);
    }
    const v3 = await request('/v3/catalog/products/1');
    expect(v3.status).toBe(404);
    expect(await v3.json()).toMatchObject({ status: 404, type: problemType });
  });

  test('outside of stores there is a web page', async () => {
    const response = await simulator.fetch(new Request('https://x.example/'));
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toContain('text/html');
  });

  test('other media types and methods are refused', async () => {
    const token = (await openShopToken()).token;
    expect((await request('/v2/store', { 'x-auth-token': token, accept: 'text/html' })).status).toBe(406);
    const post = new Request('https://x.example/stores/z4zn3wo/v2/store', {
      method: 'POST',
      headers: { 'x-auth-token': token },
    });
    expect((await simulator.fetch(post)).status).toBe(405);
  });

  async function openShopToken() {
    return { token: String(simulator.config('').accessToken) };
  }
});

describe('rate limits', () => {
  test('every answer tells the quota and the shop’s own time', async () => {
    const { request } = openShop({ orders: 5 });
    const ok = await request('/v2/time');
    expect(Object.fromEntries(ok.headers)).toMatchObject({
      'x-rate-limit-requests-quota': '65000',
      'x-rate-limit-requests-left': '64999',
      'x-rate-limit-time-window-ms': '30000',
      date: 'Tue, 30 Jun 2026 23:59:00 GMT',
    });
    const refused = await request('/v3/customers', {});
    expect(refused.headers.get('x-rate-limit-requests-left')).toBe('64998');
  });

  test.each([
    ['standard', 150],
    ['pro', 450],
  ] as const)('the %s plan answers 429 after %i requests, until the next window', async (plan, quota) => {
    let elapsed = 4_000;
    const { request, simulator } = openShop({ orders: 5, plan, elapsedMs: () => elapsed });
    for (let sent = 0; sent < quota; sent++) expect((await request('/v2/time')).status).toBe(200);
    const limited = await request('/v3/customers');
    expect(limited.status).toBe(429);
    expect(Object.fromEntries(limited.headers)).toMatchObject({
      'x-rate-limit-requests-left': '0',
      'x-rate-limit-time-reset-ms': '26000',
      'x-retry-after': '26',
    });
    expect(await limited.json()).toMatchObject({ status: 429 });
    elapsed += 25_999;
    expect((await request('/v2/time')).status).toBe(429);
    elapsed += 1;
    expect((await request('/v2/time')).status).toBe(200);
    expect(simulator.counts).toEqual({ requests: quota + 3, limited: 2, disturbed: 0 });
  });
});
