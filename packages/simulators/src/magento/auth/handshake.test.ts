import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { createMagentoSimulator } from '../index.js';
import { origin } from '../testing.js';

type Fields = Record<string, string>;

let nonces = 0;

/** Signs by hand, after RFC 5849. */
function signed(method: string, path: string, oauth: Fields, consumerSecret: string, tokenSecret = ''): Request {
  const all: Fields = {
    oauth_nonce: `nonce-${++nonces}`,
    oauth_signature_method: 'HMAC-SHA256',
    oauth_timestamp: '1751328000',
    oauth_version: '1.0',
    ...oauth,
  };
  const pairs = Object.entries(all).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  const url = origin + path;
  const base = [method, url, pairs.sort().join('&')].map(encodeURIComponent).join('&');
  const signature = createHmac('sha256', `${consumerSecret}&${tokenSecret}`).update(base).digest('base64');
  const header = Object.entries({ ...all, oauth_signature: signature }).map(
    ([name, value]) => `${name}="${encodeURIComponent(value)}"`,
  );
  return new Request(url, { method, headers: { authorization: `OAuth ${header.join(', ')}` } });
}

function make() {
  const posted: Fields[] = [];
  let elapsed = 0;
  const simulator = createMagentoSimulator({
    orders: 5,
    elapsedMs: () => elapsed,
    deliver: async request => {
      posted.push(Object.fromEntries(new URLSearchParams(await request.text())));
      return new Response(null, { status: request.url.endsWith('/callback') ? 200 : 500 });
    },
  });
  const form = async (request: Request) => {
    const response = await simulator.fetch(request);
    return {
      status: response.status,
      fields: Object.fromEntries(new URLSearchParams(await response.text())) as Fields,
    };
  };
  const activate = async () => {
    const page = await simulator.activate({
      origin,
      callbackUrl: 'https://app.example/callback',
      identityUrl: 'https://app.example/welcome?lang=en',
    });
    const {
      oauth_consumer_key: key = '',
      oauth_consumer_secret: secret = '',
      oauth_verifier: verifier = '',
    } = posted.at(-1) ?? {};
    return { page, key, secret, verifier };
  };
  const requestToken = (key: string, secret: string) =>
    form(signed('POST', '/oauth/token/request', { oauth_consumer_key: key }, secret));
  const pass = (ms: number) => {
    elapsed += ms;
  };
  return { simulator, posted, form, activate, requestToken, pass };
}

test('an app that is activated gets its tokens in three steps, and they open the API', async () => {
  const { simulator, posted, form, activate, requestToken } = make();
  const { page, key, secret, verifier } = await activate();
  expect(posted[0]?.store_base_url).toBe(`${origin}/`);
  expect([key.length, secret.length, verifier.length]).toEqual([32, 32, 32]);
  expect(page.searchParams.get('oauth_consumer_key')).toBe(key);
  expect(page.searchParams.get('success_call_back')).toContain(origin);
  const { fields: first } = await requestToken(key, secret);
  const exchange = { oauth_consumer_key: key, oauth_token: first.oauth_token ?? '', oauth_verifier: verifier };
  const { status, fields: tokens } = await form(
    signed('POST', '/oauth/token/access', exchange, secret, first.oauth_token_secret),
  );
  expect([status, tokens.oauth_token?.length]).toEqual([200, 32]);
  const call = { oauth_consumer_key: key, oauth_token: tokens.oauth_token ?? '' };
  const request = signed('GET', '/rest/V1/store/websites', call, secret, tokens.oauth_token_secret);
  expect((await simulator.fetch(request)).status).toBe(200);
  const used = await form(signed('POST', '/oauth/token/access', exchange, secret, first.oauth_token_secret));
  expect([used.status, Object.keys(used.fields)]).toEqual([401, ['oauth_problem']]);
});

test('a wrong verifier, a wrong secret and a late app are refused in a form', async () => {
  const { form, activate, requestToken, pass } = make();
  const { key, secret } = await activate();
  expect((await requestToken(key, 'x'.repeat(32))).status).toBe(401);
  const { key: second, secret: secondSecret } = await activate();
  const { fields } = await requestToken(second, secondSecret);
  const exchange = {
    oauth_consumer_key: second,
    oauth_token: fields.oauth_token ?? '',
    oauth_verifier: 'y'.repeat(32),
  };
  const wrong = await form(signed('POST', '/oauth/token/access', exchange, secondSecret, fields.oauth_token_secret));
  expect([wrong.status, wrong.fields.oauth_problem]).toEqual([401, expect.stringContaining('not verified')]);
  pass(301_000);
  const late = await form(signed('POST', '/oauth/token/request', { oauth_consumer_key: key }, secret));
  expect([late.status, late.fields.oauth_problem]).toEqual([401, 'Consumer key has expired']);
});

test('an activation whose callback fails is not one', async () => {
  const { simulator } = make();
  const activation = { origin, callbackUrl: 'https://app.example/broken', identityUrl: 'https://app.example/' };
  await expect(simulator.activate(activation)).rejects.toThrow('500');
});
