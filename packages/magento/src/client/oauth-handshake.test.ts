import { expect, test } from 'vitest';
import { createMagentoClient } from '../client.js';
import type { MagentoConfigInput } from '../config.js';
import { type Answer, scriptedHost } from '../testing/scripted.js';
import { createOAuthHandshake } from './oauth-handshake.js';

const baseUrl = 'https://shop.example/eu';
const named = (name: string) => `${name}0123456789abcdefghijklmnopqrst`;
const activation = {
  oauth_consumer_key: named('ck'),
  oauth_consumer_secret: named('cs'),
  oauth_verifier: named('vf'),
  store_base_url: `${baseUrl}/`,
};
const back = 'https://shop.example/eu/admin/integration/loginSuccessCallback/';

/** Gives each token once, as a shop does. */
const shop: Answer = ({ path }) => {
  if (path === '/eu/oauth/token/request')
    return new Response(`oauth_token=${named('rt')}&oauth_token_secret=${named('rs')}`);
  if (path === '/eu/oauth/token/access')
    return new Response(`oauth_token=${named('at')}&oauth_token_secret=${named('as')}`);
  return [];
};

function open(answer: Answer = shop) {
  const host = scriptedHost(answer);
  const connected: MagentoConfigInput[] = [];
  let nonces = 0;
  const handle = createOAuthHandshake({
    host,
    connected: settings => connected.push(settings),
    nonce: () => `n${++nonces}`,
  });
  const callback = (fields: Readonly<Record<string, string>> = activation) =>
    handle(new Request('https://app.example/magento', { method: 'POST', body: new URLSearchParams(fields) }));
  const identity = (key = named('ck'), to = back) => {
    const query = new URLSearchParams({ oauth_consumer_key: key, success_call_back: to });
    return handle(new Request(`https://app.example/magento?${query}`));
  };
  return { host, connected, callback, identity, handle };
}

test('a shop is connected: its keys, both tokens, and the administrator sent back', async () => {
  const { host, connected, callback, identity } = open();
  expect((await callback()).status).toBe(200);
  expect(host.seen).toEqual([]);
  const sentBack = await identity();
  expect([sentBack.status, sentBack.headers.get('location')]).toEqual([303, back]);
  expect(connected).toEqual([
    {
      baseUrl,
      auth: {
        method: 'oauth1',
        consumerKey: named('ck'),
        consumerSecret: named('cs'),
        accessToken: named('at'),
        accessTokenSecret: named('as'),
      },
    },
  ]);
  await createMagentoClient(connected[0] as MagentoConfigInput, host).store.views();
  expect(host.seen.at(-1)?.authorization).toContain(`oauth_token="${named('at')}"`);
});

test('both token requests are signed, the second with the request token and the verifier', async () => {
  const { host, callback, identity } = open();
  await callback();
  await identity();
  const [request = '', access = ''] = host.seen.map(({ authorization }) => decodeURIComponent(authorization));
  expect(request).toContain('oauth_signature="zQWxA+HVcYGJiDfAGPIDQSn97aHVmPrz8YjALOC7Cek="');
  expect(request).not.toContain('oauth_token=');
  expect(access).toContain(`oauth_token="${named('rt')}"`);
  expect(access).toContain('oauth_signature="Vmm+xf0XdJswLmwrhT3atXvVLC9zcitSS50xZDsjtrU="');
});

test('an activation is used once, and ends after five minutes', async () => {
  const { host, callback, identity, connected } = open();
  await callback();
  expect((await identity()).status).toBe(303);
  expect((await identity()).status).toBe(404);
  await callback();
  await host.sleep(300_001);
  expect((await identity()).status).toBe(404);
  expect((await identity('unknown')).status).toBe(404);
  expect(connected).toHaveLength(1);
});

test('values that are no activation, and shops that are not wanted, are refused', async () => {
  const { callback, handle, identity } = open();
  expect((await callback({ ...activation, oauth_verifier: 'short' })).status).toBe(400);
  expect((await callback({ ...activation, store_base_url: 'file:///etc/passwd' })).status).toBe(400);
  expect((await callback({ ...activation, padding: 'x'.repeat(5000) })).status).toBe(400);
  expect((await callback({ ...activation, store_base_url: 'http://shop.example' })).status).toBe(403);
  expect((await identity()).status).toBe(404);
  expect((await handle(new Request('https://app.example', { method: 'PUT' }))).status).toBe(405);
});

test('the way back leads to the shop and nowhere else', async () => {
  const { host, callback, identity, connected } = open();
  await callback();
  expect((await identity(named('ck'), 'https://elsewhere.example/')).status).toBe(400);
  expect([host.seen, connected]).toEqual([[], []]);
});

test('a shop that gives no token is told, without a secret', async () => {
  const { callback, identity, connected } = open(
    () => new Response('oauth_problem=Consumer key has expired', { status: 401 }),
  );
  await callback();
  const refused = await identity();
  const text = await refused.text();
  expect(refused.status).toBe(502);
  expect(text).toContain('Consumer key has expired');
  expect(text).not.toContain(named('cs'));
  expect(connected).toEqual([]);
});
