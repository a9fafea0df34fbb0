import { describe, expect, test } from 'vitest';
import { openShop } from '../testing.js';
import { readJwt, signJwt } from './jwt.js';

const shop = openShop({ orders: 20 });
const { simulator } = shop;
const { clientId, clientSecret, redirectUri } = simulator.application;

const post = async (body: unknown, headers: Record<string, string> = { 'content-type': 'application/json' }) => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await simulator.fetch(
    new Request('https://login.bigcommerce.example/oauth2/token', { method: 'POST', headers, body: text }),
  );
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};

const credentials = { client_id: clientId, client_secret: clientSecret, redirect_uri: redirectUri };
const grant = { ...credentials, grant_type: 'authorization_code' };

describe('the exchange of a code', () => {
  test('gives a token of the store once; the token before is dead', async () => {
    const before = String(simulator.config('').accessToken);
    const { code, scope, context } = simulator.install();
    const { status, body } = await post({ ...grant, code, scope, context });
    expect([status, body]).toMatchObject([
      200,
      { context: `stores/${shop.storeHash}`, scope, user: { id: expect.any(Number) } },
    ]);
    const time = (token: string) => shop.request('/v2/time', { 'x-auth-token': token });
    expect((await time(String(body.access_token))).status).toBe(200);
    expect((await time(before)).status).toBe(401);
    expect(simulator.config('').accessToken).toBe(body.access_token);
    expect(await post({ ...grant, code, scope, context })).toMatchObject({
      status: 400,
      body: { error: 'invalid_grant' },
    });
  });

  test('takes a form too', async () => {
    const { code, scope, context } = simulator.install();
    const form = new URLSearchParams({ ...grant, code, scope, context }).toString();
    expect((await post(form, { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(200);
  });

  test.each([
    ['another secret', { client_secret: 'x' }, 401, 'invalid_client'],
    ['another address', { redirect_uri: 'https://elsewhere.example' }, 400, 'invalid_grant'],
    ['another grant', { grant_type: 'password' }, 400, 'unsupported_grant_type'],
    ['another scope', { scope: 'everything' }, 400, 'invalid_grant'],
    ['another code', { code: 'made-up' }, 400, 'invalid_grant'],
  ])('refuses %s', async (_what, change, status, error) => {
    const { code, scope, context } = simulator.install();
    expect(await post({ ...grant, code, scope, context, ...change })).toMatchObject({ status, body: { error } });
  });
});

test('the load callback carries a token that the secret signs', () => {
  expect(readJwt(simulator.load('/orders'), clientSecret)).toMatchObject({
    aud: clientId,
    iss: 'bc',
    sub: `stores/${shop.storeHash}`,
    url: '/orders',
  });
  expect(readJwt(simulator.load(), 'another secret')).toBeNull();
});

describe('the login of a customer', () => {
  const now = Date.UTC(2026, 5, 30, 23, 59) / 1000;
  const claims = {
    iss: clientId,
    iat: now,
    jti: 'one',
    operation: 'customer_login',
    store_hash: shop.storeHash,
    customer_id: 3,
    channel_id: 1,
    redirect_to: '/account',
  };
  const visit = (token: string) =>
    simulator.fetch(new Request(`https://shop.example/login/token/${token}`, { redirect: 'manual' }));

  test('leads on, once for each token', async () => {
    const token = signJwt(claims, clientSecret);
    const response = await visit(token);
    expect([response.status, response.headers.get('location')]).toEqual([302, '/account']);
    expect((await visit(token)).status).toBe(401);
  });

  test.each([
    ['an old token', { iat: now - 31 }],
    ['nobody', { customer_id: 99_999 }],
    ['another store', { store_hash: 'other' }],
    ['another application', { iss: 'other' }],
    ['another operation', { operation: 'logout' }],
  ])('is refused to %s', async (what, change) => {
    expect((await visit(signJwt({ ...claims, jti: what, ...change }, clientSecret))).status).toBe(401);
  });
});

test('an account of old reads and writes V2 by basic authentication, and nothing else', async () => {
  const { username, apiToken } = simulator.legacyAccount;
  const ask = (path: string, password = apiToken, init: RequestInit = {}) =>
    simulator.fetch(
      new Request(`https://store.example${path}`, {
        ...init,
        headers: { authorization: `Basic ${btoa(`${username}:${password}`)}`, 'content-type': 'application/json' },
      }),
    );
  const orders = await ask('/api/v2/orders.json?limit=2');
  expect(await orders.json()).toHaveLength(2);
  expect(Number(orders.headers.get('x-bc-apilimit-remaining'))).toBeGreaterThan(0);
  const put = await ask('/api/v2/orders/100', apiToken, {
    method: 'PUT',
    body: JSON.stringify({ staff_notes: 'old' }),
  });
  expect(await put.json()).toMatchObject({ staff_notes: 'old' });
  expect((await ask('/api/v2/orders', 'wrong')).status).toBe(401);
  expect((await ask('/api/v2/hooks')).status).toBe(403);
  expect((await ask('/api/v3/catalog/products')).status).toBe(404);
});
