import { createVirtualClock } from '@cartograph/conformance';
import { type Host, ResponseError, silentLogger } from '@cartograph/core';
import { expect, test } from 'vitest';
import { exchangeCode, missingScopes, readAuthCallback } from './oauth.js';

const app = { clientId: 'client-abc', clientSecret: 'app-secret-0123456789', redirectUri: 'https://app.example/auth' };
const address =
  'https://app.example/auth?code=one-time-code&scope=store_v2_orders+store_v2_default&context=stores%2Fz4zn3wo&account_uuid=u-1';

function platform(answer: (body: Record<string, unknown>) => Response) {
  const clock = createVirtualClock(new Date('2026-07-01T00:00:00Z'));
  const asked: Record<string, unknown>[] = [];
  const host: Host = {
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const body = JSON.parse(await request.text());
      asked.push({ url: request.url, ...body });
      return answer(body);
    },
    now: clock.now,
    sleep: clock.sleep,
    logger: silentLogger,
  };
  return { host, asked };
}

test('a code is exchanged for the store’s token, as it came', async () => {
  const { host, asked } = platform(() =>
    Response.json({
      access_token: 'tok',
      scope: 'store_v2_orders store_v2_default',
      user: { id: 7, username: 'm', email: 'm@example.com' },
      context: 'stores/z4zn3wo',
    }),
  );
  expect(await exchangeCode(app, readAuthCallback(address), host)).toEqual({
    storeHash: 'z4zn3wo',
    accessToken: 'tok',
    scopes: ['store_v2_orders', 'store_v2_default'],
    user: { id: 7, username: 'm', email: 'm@example.com' },
    owner: null,
    accountUuid: null,
  });
  expect(asked).toEqual([
    {
      url: 'https://login.bigcommerce.com/oauth2/token',
      client_id: 'client-abc',
      client_secret: app.clientSecret,
      redirect_uri: 'https://app.example/auth',
      grant_type: 'authorization_code',
      code: 'one-time-code',
      scope: 'store_v2_orders store_v2_default',
      context: 'stores/z4zn3wo',
    },
  ]);
});

test('an exchange is never repeated where it may have worked, and its failure shows no secret', async () => {
  const { host, asked } = platform(({ code }) => Response.json({ error: `bad ${String(code)}` }, { status: 500 }));
  const failure = await exchangeCode(app, readAuthCallback(address), host).catch((error: Error) => error);
  expect(failure).toBeInstanceOf(Error);
  expect(String(failure)).not.toContain('one-time-code');
  expect(asked).toHaveLength(1);
});

test('a callback without its code is refused by name', () => {
  expect(() => readAuthCallback('https://app.example/auth?scope=a&context=stores/x')).toThrow(ResponseError);
  expect(() => readAuthCallback('https://app.example/auth?scope=a')).toThrow('lacks code and context');
});

test('a scope that may modify may also read', () => {
  expect(
    missingScopes(['store_v2_orders', 'store_v2_default'], ['store_v2_orders_read_only', 'store_v2_products']),
  ).toEqual(['store_v2_products']);
});
