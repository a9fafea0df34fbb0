import { AuthError } from '@cartograph/core';
import { decodeJwt, jwtVerify, SignJWT } from 'jose';
import { expect, test } from 'vitest';
import { createCustomerLoginToken, customerLoginUrl } from './customer-login.js';
import { verifySignedPayload } from './signed-payload.js';
import { verifySignedPayloadJwt } from './signed-payload-jwt.js';

/** Vectors of the platform's documentation. */
const app = { clientId: 'client-abc', clientSecret: 'test-secret-0123456789abcdef' };
const now = new Date(1_700_000_100_000);
const jwt =
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJhdWQiOiJjbGllbnQtYWJjIiwiaXNzIjoiYmMiLCJpYXQiOjE3MDAwMDAwMDAsIm5iZiI6MTY5OTk5OTk5NSwiZXhwIjoxNzAwMDg2NDAwLCJqdGkiOiI0NGY3NWM5NS04YmI0LTRjNjYtOGEyNS0zZjFhNmY0YTBkMTEiLCJzdWIiOiJzdG9yZXMvejR6bjN3byIsInVzZXIiOnsiaWQiOjI0NjU0LCJlbWFpbCI6Im1lcmNoYW50QGV4YW1wbGUuY29tIiwibG9jYWxlIjoiZW4ifSwib3duZXIiOnsiaWQiOjI0NjU0LCJlbWFpbCI6Im1lcmNoYW50QGV4YW1wbGUuY29tIn0sInVybCI6Ii8iLCJjaGFubmVsX2lkIjpudWxsfQ.K6p1ep-2YCfU2ebbFiMygG43fYH9J03FzV4TitWuYu8';
const legacySecret = 'ntb1kcxa1do55wf0h25ps7h94fnsoi6';
const legacy =
  'eyJ1c2VyIjp7ImlkIjo3MiwiZW1haWwiOiJqYWNraWUuaHV5bmhAYmlnY29tbWVyY2UuY29tIn0sInN0b3JlX2hhc2giOiJsY3R2aDV3bSIsInRpbWVzdGFtcCI6MTM4OTA1MDMyNy42NTc5NjI2fQ==.ZTViYzAzNTM2MGFjM2M2YTVkZjFmNzFlYTk4NTY1ODZiMzkxODZmZDExZTdjZGFmOGEzN2E3YTEzNGQ0MmExYw==';

test('a load callback tells its store, its user and whether the user is the owner', async () => {
  expect(await verifySignedPayloadJwt(jwt, app, now)).toEqual({
    storeHash: 'z4zn3wo',
    user: { id: 24654, email: 'merchant@example.com', locale: 'en' },
    owner: { id: 24654, email: 'merchant@example.com' },
    isOwner: true,
    url: '/',
    channelId: null,
    tokenId: '44f75c95-8bb4-4c66-8a25-3f1a6f4a0d11',
  });
});

const claims = { ...decodeJwt(jwt) };
const signed = (changes: object, alg = 'HS256', secret = app.clientSecret) =>
  new SignJWT({ ...claims, ...changes }).setProtectedHeader({ alg }).sign(new TextEncoder().encode(secret));
const none = `${btoa('{"alg":"none"}')}.${jwt.split('.')[1]}.`;

test.each([
  ['of another secret', () => signed({}, 'HS256', 'another-secret-0123456789abcdef')],
  ['of another algorithm', () => signed({}, 'HS512')],
  ['without a signature', async () => none],
  ['for another app', () => signed({ aud: 'client-xyz' })],
  ['from somebody else', () => signed({ iss: 'bd' })],
  ['that has expired', () => signed({ exp: 1_700_000_000 })],
  ['that never expires', () => signed({ exp: undefined })],
  ['that is not yet valid', () => signed({ nbf: 1_700_000_200 })],
  ['of the future', () => signed({ iat: 1_700_000_200 })],
  ['for no store', () => signed({ sub: 'stores/../x' })],
  ['that is no token', async () => 'abc'],
])('a signed_payload_jwt %s is refused', async (_what, make) => {
  await expect(verifySignedPayloadJwt(await make(), app, now)).rejects.toThrow(AuthError);
});

test('a minute between two clocks is forgiven', async () => {
  const early = await signed({ nbf: 1_700_000_150, iat: 1_700_000_155 });
  expect((await verifySignedPayloadJwt(early, app, now)).storeHash).toBe('z4zn3wo');
});

test('the older signed_payload is read in either alphabet of base64', () => {
  const expected = { user: { id: 72 }, store_hash: 'lctvh5wm', timestamp: 1389050327.6579626 };
  expect(verifySignedPayload(legacy, legacySecret)).toMatchObject(expected);
  const url = legacy.replaceAll('=', '').replaceAll('+', '-').replaceAll('/', '_');
  expect(verifySignedPayload(url, legacySecret)).toMatchObject(expected);
});

test.each([
  ['of another secret', legacy, 'other'],
  ['whose content was changed', `A${legacy}`, legacySecret],
  ['without a signature', `${legacy.split('.')[0]}.`, legacySecret],
  ['that is nothing', '', legacySecret],
])('a signed_payload %s is refused', (_what, payload, secret) => {
  expect(() => verifySignedPayload(payload, secret)).toThrow(AuthError);
});

test('a login token names the customer, is signed with the app’s secret and never the same twice', async () => {
  const login = { ...app, storeHash: 'z4zn3wo', customerId: 41, channelId: 1, redirectTo: '/cart', issuedAt: now };
  const token = await createCustomerLoginToken(login);
  const { payload } = await jwtVerify(token, new TextEncoder().encode(app.clientSecret));
  expect(payload).toMatchObject({
    iss: 'client-abc',
    iat: 1_700_000_100,
    operation: 'customer_login',
    store_hash: 'z4zn3wo',
    customer_id: 41,
    channel_id: 1,
    redirect_to: '/cart',
  });
  expect(payload).not.toHaveProperty('request_ip');
  expect(await createCustomerLoginToken(login)).not.toBe(token);
  expect(customerLoginUrl('https://shop.example/', token)).toBe(`https://shop.example/login/token/${token}`);
});
