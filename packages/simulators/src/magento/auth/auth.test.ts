import { expect, test } from 'vitest';
import { createMagentoSimulator, type MagentoSimulator, type MagentoSimulatorOptions } from '../index.js';
import { ask, type Json, oauthConfig, origin, signed } from '../testing.js';

const orders = '/rest/V1/orders?searchCriteria[pageSize]=1';
const make = (options: MagentoSimulatorOptions = {}) => createMagentoSimulator({ orders: 5, ...options });
const send = async (simulator: MagentoSimulator, request: Request) => {
  const response = await simulator.fetch(request);
  return { status: response.status, body: (await response.json()) as Json };
};
const withBearer = (simulator: MagentoSimulator, token: string, path = orders) =>
  send(simulator, new Request(origin + path, { headers: { authorization: `Bearer ${token}` } }));

const signIn = async (simulator: MagentoSimulator, body: unknown) => {
  const response = await simulator.fetch(
    new Request(`${origin}/rest/V1/integration/admin/token`, { method: 'POST', body: JSON.stringify(body) }),
  );
  return { status: response.status, body: (await response.json()) as unknown };
};
const adminOf = (simulator: MagentoSimulator) =>
  simulator.configs(origin).admin.auth as { username: string; password: string };
const user = (simulator: MagentoSimulator) => ({
  username: adminOf(simulator).username,
  password: adminOf(simulator).password,
});

test('a signed request is let in, filters, spaces and all', async () => {
  const simulator = make();
  const path =
    '/rest/default/V1/orders?searchCriteria[filter_groups][0][filters][0][field]=created_at&searchCriteria[filter_groups][0][filters][0][condition_type]=gteq&searchCriteria[filter_groups][0][filters][0][value]=2025-07-01%2000%3A00%3A00';
  expect((await send(simulator, signed(simulator, path, 'n1'))).body.total_count).toBe(5);
  expect((await send(simulator, signed(simulator, '/rest/all/V1/orders?searchCriteria=', 'n2'))).status).toBe(200);
});

test('a nonce works once', async () => {
  const simulator = make();
  expect((await send(simulator, signed(simulator, orders, 'once'))).status).toBe(200);
  expect((await send(simulator, signed(simulator, orders, 'once'))).status).toBe(401);
});

test('a wrong secret, another query or another host spoil the signature', async () => {
  const simulator = make();
  expect((await send(simulator, signed(simulator, orders, 'a', { secret: 'x'.repeat(32) }))).status).toBe(401);
  const { headers } = signed(simulator, orders, 'b');
  expect(
    (await send(simulator, new Request(`${origin}/rest/V1/orders?searchCriteria[pageSize]=2`, { headers }))).status,
  ).toBe(401);
  const elsewhere = signed(simulator, orders, 'c').headers;
  expect((await send(simulator, new Request(`http://other.example${orders}`, { headers: elsewhere }))).status).toBe(
    401,
  );
});

test('SHA-1 is refused, unless the release is an old one', async () => {
  const simulator = make();
  expect(await send(simulator, signed(simulator, orders, 'a', { hash: 'sha1' }))).toMatchObject({
    status: 400,
    body: { parameters: ['HMAC-SHA1'] },
  });
  const old = make({ signatureMethods: ['HMAC-SHA256', 'HMAC-SHA1'] });
  expect((await send(old, signed(old, orders, 'a', { hash: 'sha1' }))).status).toBe(200);
  expect((await send(old, signed(old, orders, 'b'))).status).toBe(200);
});

test('missing parameters and impossible time stamps are faults of the request', async () => {
  const simulator = make({ signingTime: () => 1_751_328_000_000 });
  const headers = { authorization: 'OAuth oauth_version="1.0"' };
  expect((await send(simulator, new Request(origin + orders, { headers }))).status).toBe(400);
  expect((await send(simulator, signed(simulator, orders, 'a', { timestamp: '0' }))).status).toBe(400);
  expect((await send(simulator, signed(simulator, orders, 'b', { timestamp: '1751328601' }))).status).toBe(400);
  expect((await send(simulator, signed(simulator, orders, 'c', { timestamp: '1751328600' }))).status).toBe(200);
  expect((await send(simulator, signed(simulator, orders, 'd', { timestamp: '1000000000' }))).status).toBe(200);
});

test('the integration token works as a bearer token where the merchant allows it', async () => {
  const open = make();
  expect((await withBearer(open, oauthConfig(open).accessToken)).status).toBe(200);
  const closed = make({ integrationBearer: false });
  expect(await withBearer(closed, oauthConfig(closed).accessToken)).toEqual({
    status: 401,
    body: {
      message: "The consumer isn't authorized to access %resources.",
      parameters: { resources: 'Magento_Sales::actions_view' },
    },
  });
});

test('no token, a wrong token and a missing right get the same answer', async () => {
  const simulator = make({ denied: ['Magento_Sales::transactions_fetch'] });
  const path = '/rest/V1/transactions?searchCriteria=';
  const answers = [
    await send(simulator, new Request(origin + path)),
    await withBearer(simulator, 'nonsense', path),
    await withBearer(simulator, oauthConfig(simulator).accessToken, path),
  ];
  for (const answer of answers) {
    expect(answer.status).toBe(401);
    expect(answer.body.parameters).toEqual({ resources: 'Magento_Sales::transactions_fetch' });
  }
  expect((await withBearer(simulator, oauthConfig(simulator).accessToken)).status).toBe(200);
});

test('an admin token lasts four hours on the shop’s clock', async () => {
  let elapsed = 0;
  const simulator = make({ elapsedMs: () => elapsed });
  const { status, body } = await signIn(simulator, user(simulator));
  expect(status).toBe(200);
  expect(String(body).split('.')).toHaveLength(3);
  expect((await withBearer(simulator, String(body))).status).toBe(200);
  elapsed = 4 * 3_600_000 - 1;
  expect((await withBearer(simulator, String(body))).status).toBe(200);
  elapsed += 1;
  expect((await withBearer(simulator, String(body))).status).toBe(401);
  expect((await withBearer(simulator, String((await signIn(simulator, user(simulator))).body))).status).toBe(200);
});

test('a sign-in without a name or a password says which', async () => {
  const simulator = make();
  const both = (await signIn(simulator, {})).body as { errors: Json[] };
  expect(both.errors.map(error => error.parameters)).toEqual([{ fieldName: 'username' }, { fieldName: 'password' }]);
  expect(await signIn(simulator, { username: 'reader' })).toMatchObject({
    status: 400,
    body: { parameters: { fieldName: 'password' } },
  });
});

test('six failed sign-ins lock the name for half an hour', async () => {
  let elapsed = 0;
  const simulator = make({ elapsedMs: () => elapsed });
  for (let attempt = 0; attempt < 6; attempt++) {
    expect((await signIn(simulator, { ...user(simulator), password: 'wrong' })).status).toBe(401);
  }
  expect((await signIn(simulator, user(simulator))).status).toBe(401);
  elapsed = 30 * 60_000;
  expect((await signIn(simulator, user(simulator))).status).toBe(200);
});

test('the settings of each way to sign in are at hand, one of them chosen', () => {
  const simulator = make({ auth: 'bearer', basePath: '/shop' });
  expect(simulator.config(origin)).toEqual(simulator.configs(origin).bearer);
  expect(simulator.config(origin).baseUrl).toBe(`${origin}/shop`);
  expect(make().config(origin)).toMatchObject({ baseUrl: origin, auth: { method: 'oauth1' } });
  expect(adminOf(simulator)).toMatchObject({ method: 'admin', username: 'reader' });
});

test('the directory is open to everyone', async () => {
  const simulator = make();
  const response = await simulator.fetch(new Request(`${origin}/rest/nz/V1/directory/currency`));
  expect(await response.json()).toMatchObject({ base_currency_code: 'AUD', default_display_currency_code: 'NZD' });
  expect((await ask(simulator, '/rest/V1/directory/countries/AU')).status).toBe(200);
});
