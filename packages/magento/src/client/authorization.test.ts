import { AuthError } from '@cartograph/core';
import { expect, test } from 'vitest';
import { createMagentoClient } from '../client.js';
import { baseUrl, bearerConfig, refusal, type Seen, scriptedHost } from '../testing/scripted.js';

const admin = { baseUrl, auth: { method: 'admin' as const, username: 'api', password: 'a-long-password' } };
const isToken = ({ path }: Seen) => path.endsWith('/integration/admin/token');
const tokens = (seen: readonly Seen[]) => seen.filter(isToken).length;

test('requests at the same time share one admin token', async () => {
  const host = scriptedHost(seen => (isToken(seen) ? 'token-1' : { entity_id: 1 }));
  const client = createMagentoClient(admin, host);
  await Promise.all([1, 2, 3, 4].map(id => client.orders.get(id)));
  expect(tokens(host.seen)).toBe(1);
  expect(host.seen.filter(seen => !isToken(seen)).map(({ authorization }) => authorization)).toEqual(
    Array(4).fill('Bearer token-1'),
  );
});

test('an admin token is replaced before its end, and once when it is refused', async () => {
  let issued = 0;
  let valid = 1;
  const host = scriptedHost(seen => {
    if (isToken(seen)) return `token-${++issued}`;
    return seen.authorization === `Bearer token-${valid}` ? { entity_id: 1 } : refusal(401, 'no');
  });
  const client = createMagentoClient(admin, host);
  await client.orders.get(1);
  valid = 2;
  await client.orders.get(1);
  expect(issued).toBe(2);
  valid = 3;
  await host.sleep(3.95 * 3_600_000);
  await client.orders.get(1);
  expect(issued).toBe(3);
  expect(host.seen.filter(seen => !isToken(seen))).toHaveLength(4);
});

test('a refused sign-in is never repeated, as each try counts towards the lock', async () => {
  const host = scriptedHost(() => refusal(401, 'Die Anmeldung war falsch.'));
  const failure = await createMagentoClient(admin, host)
    .orders.get(1)
    .catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(AuthError);
  expect(String(failure)).toContain('check the name and password');
  expect(host.seen).toHaveLength(1);
});

test('two-factor authentication is named, with the way around it', async () => {
  const host = scriptedHost(() => refusal(401, 'x', { active_providers: ['google'] }));
  await expect(createMagentoClient(admin, host).orders.get(1)).rejects.toThrow('OAuth 1.0a');
});

const oauth = {
  baseUrl,
  auth: {
    method: 'oauth1' as const,
    consumerKey: 'ck0123456789abcdefghijklmnopqrst',
    consumerSecret: 'cs0123456789abcdefghijklmnopqrst',
    accessToken: 'at0123456789abcdefghijklmnopqrst',
    accessTokenSecret: 'as0123456789abcdefghijklmnopqrst',
  },
};
const part = (header: string, name: string) => new RegExp(`${name}="([^"]*)"`).exec(header)?.[1];

test('every attempt is signed anew, with the time of that attempt', async () => {
  let calls = 0;
  const host = scriptedHost(() => (++calls < 3 ? new Response('', { status: 503 }) : { entity_id: 1 }));
  await createMagentoClient(oauth, host).orders.get(1);
  const headers = host.seen.map(({ authorization }) => authorization);
  expect(new Set(headers.map(header => part(header, 'oauth_nonce'))).size).toBe(3);
  expect(new Set(headers.map(header => part(header, 'oauth_signature'))).size).toBe(3);
  expect(part(headers[0] ?? '', 'oauth_timestamp')).toBe('1767225600');
  expect(Number(part(headers[2] ?? '', 'oauth_timestamp'))).toBeGreaterThan(1767225600);
});

test('a refused signature is not tried again', async () => {
  const host = scriptedHost(() => refusal(401, 'The signature is invalid.'));
  await expect(createMagentoClient(oauth, host).orders.get(1)).rejects.toThrow(AuthError);
  expect(host.seen).toHaveLength(1);
});

test('a request whose nonce was used before is signed anew, once', async () => {
  const clash = () => refusal(401, 'Die Nonce wird vom Verbraucher %1 verwendet.', [oauth.auth.consumerKey]);
  let calls = 0;
  const host = scriptedHost(() => (++calls < 2 ? clash() : { entity_id: 1 }));
  await createMagentoClient(oauth, host).orders.get(1);
  expect(new Set(host.seen.map(({ authorization }) => part(authorization, 'oauth_nonce'))).size).toBe(2);
  const always = scriptedHost(clash);
  await expect(createMagentoClient(oauth, always).orders.get(1)).rejects.toThrow(AuthError);
  expect(always.seen).toHaveLength(2);
});

test('behind a proxy the signature is for the address that the shop sees', async () => {
  const sign = async (config: Parameters<typeof createMagentoClient>[0]) => {
    const host = scriptedHost(() => ({ entity_id: 1 }));
    await createMagentoClient(config, host, { nonce: () => 'n1' }).orders.get(1);
    return part(host.seen[0]?.authorization ?? '', 'oauth_signature');
  };
  const inside = 'http://inside.example/eu';
  expect(await sign({ ...oauth, auth: { ...oauth.auth, signingBaseUrl: inside } })).toBe(
    await sign({ ...oauth, baseUrl: inside }),
  );
});

test('a bearer token is sent as it is', async () => {
  const host = scriptedHost(() => ({ entity_id: 1 }));
  await createMagentoClient(bearerConfig, host).orders.get(1);
  expect(host.seen[0]?.authorization).toBe('Bearer token-0123456789');
});
