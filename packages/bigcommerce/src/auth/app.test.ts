import { createVirtualClock } from '@cartograph/conformance';
import { type Host, silentLogger } from '@cartograph/core';
import { type BigCommerceSimulatorOptions, createBigCommerceSimulator } from '@cartograph/simulators';
import { expect, test } from 'vitest';
import { createBigCommerceClient } from '../client.js';
import { createCustomerLoginToken, customerLoginUrl } from './customer-login.js';
import { exchangeCode, readAuthCallback } from './oauth.js';
import { verifySignedPayloadJwt } from './signed-payload-jwt.js';
import { readWebhook, type WebhookEvent } from './webhook.js';

const loginUrl = 'https://login.bigcommerce.example';

/** An app and the platform that it is made for. */
function openApp(options: BigCommerceSimulatorOptions = {}) {
  const clock = createVirtualClock(new Date('2026-06-30T23:59:00Z'));
  const simulator = createBigCommerceSimulator({ orders: 30, ...options, elapsedMs: clock.elapsedMs });
  const host: Host = {
    fetch: (input, init) => simulator.fetch(new Request(input, init)),
    now: clock.now,
    sleep: clock.sleep,
    logger: silentLogger,
  };
  const open = (accessToken = String(simulator.config('').accessToken)) =>
    createBigCommerceClient({ storeHash: 'z4zn3wo', accessToken, baseUrl: 'https://shop.example' }, host);
  return { simulator, host, clock, open, app: { ...simulator.application, loginUrl } };
}

test('a merchant installs the app, whose token then opens the store', async () => {
  const { simulator, host, app, open } = openApp();
  const address = new URL(app.redirectUri);
  for (const [name, value] of Object.entries(simulator.install())) address.searchParams.set(name, String(value));
  const grant = await exchangeCode(app, readAuthCallback(address), host);
  expect(grant).toMatchObject({ storeHash: 'z4zn3wo', scopes: expect.arrayContaining(['store_v2_orders']) });
  expect((await open(grant.accessToken).store.get()).id).toBe('z4zn3wo');
  await expect(exchangeCode(app, readAuthCallback(address), host)).rejects.toThrow('was used before');
});

test('who opens the app is told by a token that only its secret signs', async () => {
  const { simulator, app, clock } = openApp();
  expect(await verifySignedPayloadJwt(simulator.load('/orders'), app, clock.now())).toMatchObject({
    storeHash: 'z4zn3wo',
    url: '/orders',
  });
  const other = { ...app, clientSecret: 'another-secret' };
  await expect(verifySignedPayloadJwt(simulator.load(), other, clock.now())).rejects.toThrow('is refused');
});

test('a customer is logged in by the platform’s own time, once', async () => {
  const { simulator, app, open } = openApp();
  const client = open();
  const [customer] = (await client.customers.list({ limit: 1 })).items;
  const issuedAt = await client.store.time();
  const customerId = customer?.id ?? 0;
  const login = { ...app, storeHash: 'z4zn3wo', customerId, channelId: 1, redirectTo: '/account', issuedAt };
  const url = customerLoginUrl('https://shop.example', await createCustomerLoginToken(login));
  const visit = () => simulator.fetch(new Request(url, { redirect: 'manual' }));
  expect((await visit()).headers.get('location')).toBe('/account');
  expect((await visit()).status).toBe(401);
});

test('webhooks are made, arrive signed, and are known again when they come twice', async () => {
  const events: WebhookEvent[] = [];
  const shop = openApp({
    profiles: ['duplicate-webhooks'],
    deliver: async request => {
      const { clientSecret } = shop.app;
      events.push(await readWebhook(request, { clientSecret, headers: { 'x-shared': 'own' }, now: shop.clock.now() }));
      return new Response(null, { status: 200 });
    },
  });
  const client = shop.open();
  const hook = await client.webhooks.create({
    scope: 'store/order/*',
    destination: 'https://hooks.example/orders',
    headers: { 'x-shared': 'own' },
  });
  expect((await client.webhooks.list({ scope: 'store/order/*' })).items).toMatchObject([{ id: hook.id }]);
  await client.orders.update(100, { status_id: 8 });
  await shop.simulator.settled();
  const known = new Map(events.map(event => [event.key, event]));
  expect(events.length).toBe(known.size * 2);
  expect([...known.values()].map(({ kind }) => kind)).toEqual(['order', 'orderStatus']);
  const status = events.find(event => event.kind === 'orderStatus');
  expect(status?.data).toMatchObject({ id: 100, status: { new_status_id: 8 } });
  expect((await client.webhooks.update(hook.id, { is_active: false })).is_active).toBe(false);
  await client.webhooks.delete(hook.id);
  expect((await client.webhooks.list()).items).toEqual([]);
});

test('a webhook that could never arrive is not made', async () => {
  const client = openApp().open();
  const destination = 'http://hooks.example/orders';
  await expect(client.webhooks.create({ scope: 'store/order/*', destination })).rejects.toThrow('nothing was sent');
  await expect(client.webhooks.create({ scope: 'orders', destination: 'https://a.example' })).rejects.toThrow('scope');
});

test('an account from before tokens reads and writes V2', async () => {
  const { simulator, host } = openApp();
  const legacyUrl = 'https://store-z4zn3wo.mybigcommerce.com';
  const client = createBigCommerceClient({ legacyUrl, ...simulator.legacyAccount }, host);
  const [order] = (await client.orders.list({ limit: 1 })).items;
  expect((await client.orders.update(order?.id ?? 0, { staff_notes: 'old' })).staff_notes).toBe('old');
  await expect(client.customers.list()).rejects.toThrow('takes an access token');
  expect((await client.customers.legacy.list({ limit: 1 })).items).toHaveLength(1);
});
