import { expect, test } from 'vitest';
import { baseString, percentEncode, readHeader, sign } from './signature.js';

/** Keys and values as they were worked out by hand and cross-checked with another implementation. */
const oauth = new Map([
  ['oauth_consumer_key', 'ck0123456789abcdefghijklmnopqrst'],
  ['oauth_nonce', 'n0000000000000000000000000000003'],
  ['oauth_signature_method', 'HMAC-SHA256'],
  ['oauth_timestamp', '1735689602'],
  ['oauth_token', 'at0123456789abcdefghijklmnopqrst'],
  ['oauth_version', '1.0'],
]);
const consumerSecret = 'cs0123456789abcdefghijklmnopqrst';
const tokenSecret = 'as0123456789abcdefghijklmnopqrst';
const listUrl =
  'https://shop.example.com/rest/default/V1/orders?searchCriteria%5Bfilter_groups%5D%5B0%5D%5Bfilters%5D%5B0%5D%5Bfield%5D=updated_at&searchCriteria%5Bfilter_groups%5D%5B0%5D%5Bfilters%5D%5B0%5D%5Bvalue%5D=2025-01-01%2000%3A00%3A00&searchCriteria%5Bfilter_groups%5D%5B0%5D%5Bfilters%5D%5B0%5D%5Bcondition_type%5D=gteq&searchCriteria%5BpageSize%5D=100&searchCriteria%5BcurrentPage%5D=1';

test('a list of orders is signed as worked out by hand', () => {
  const base = baseString('GET', new URL(listUrl), oauth);
  expect(sign('HMAC-SHA256', base, consumerSecret, tokenSecret)).toBe('3F89VzqSeuh6iiVKQTL/MCuu6DLX9M76KXvyEXlr2As=');
});

test('brackets may be sent raw or encoded: the signature is the same', () => {
  const raw = new URL(listUrl.replaceAll('%5B', '[').replaceAll('%5D', ']'));
  expect(baseString('GET', raw, oauth)).toBe(baseString('GET', new URL(listUrl), oauth));
});

test('a body takes no part, and neither does a realm', () => {
  const own = new Map([
    ...oauth,
    ['oauth_nonce', 'n0000000000000000000000000000004'],
    ['oauth_timestamp', '1735689603'],
    ['realm', 'x'],
  ]);
  const base = baseString('PUT', new URL('https://shop.example.com/rest/all/V1/products/24-MB01'), own);
  expect(sign('HMAC-SHA256', base, consumerSecret, tokenSecret)).toBe('XlNlViQudJwytECZ1jz7dGin4BqUcEroXJgOCYqHxjc=');
});

test('without a token secret the key keeps its ampersand', () => {
  const own = new Map([
    ...oauth,
    ['oauth_nonce', 'n0000000000000000000000000000001'],
    ['oauth_timestamp', '1735689600'],
  ]);
  own.delete('oauth_token');
  const base = baseString('POST', new URL('https://shop.example.com/oauth/token/request'), own);
  expect(sign('HMAC-SHA256', base, consumerSecret, '')).toBe('JpuAamERvkyIQ5biizoghuVzPzDDwEckvxDnNFjPhLk=');
});

test('a plus sign is a plus sign, and a bare key has an empty value', () => {
  const base = (query: string) =>
    baseString('GET', new URL(`https://shop.example.com/rest/V1/orders?${query}`), new Map());
  expect(base('a=1+2')).toContain(percentEncode('a=1%2B2'));
  expect(base('searchCriteria')).toBe(base('searchCriteria='));
});

test('a port that is not the usual one is part of the address', () => {
  expect(baseString('GET', new URL('http://127.0.0.1:8803/rest/V1/orders'), new Map())).toContain('127.0.0.1%3A8803');
});

test('a header is read whatever the case of its scheme', () => {
  expect(readHeader('oauth oauth_nonce="a%2Bb", oauth_version="1.0"').get('oauth_nonce')).toBe('a+b');
});
