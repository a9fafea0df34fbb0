import type { lookup } from 'node:dns';
import { expect, test } from 'vitest';
import { createPublicFetch, isPublic } from './public-fetch.js';

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '224.0.0.1',
  '255.255.255.255',
  '::1',
  '::',
  'fe80::1',
  'fc00::1',
  'fd12::1',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  '2001:db8::1',
  'ff02::1',
  'localhost',
  '',
])('%s is not public', address => {
  expect(isPublic(address)).toBe(false);
});

test.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '1.1.1.1', '2606:4700::1111', '2a00:1450::1'])(
  '%s is public',
  address => {
    expect(isPublic(address)).toBe(true);
  },
);

const code = async (url: string, fetch: typeof globalThis.fetch) => {
  const error = await fetch(url).catch((thrown: Error) => thrown);
  return (error as { cause?: { code?: string } }).cause?.code;
};

test.each([
  'http://127.0.0.1:1/',
  'http://[::1]:1/',
  'http://2130706433:1/',
  'http://0x7f.1:1/',
  'http://169.254.169.254/latest/meta-data',
])('no connection is made to %s', async url => {
  expect(await code(url, createPublicFetch())).toBe('ERR_PRIVATE_ADDRESS');
});

test('no connection is made to a name that has a private address among others', async () => {
  const answer = (_host: string, _options: object, done: (error: null, addresses: object[]) => void) =>
    done(null, [
      { address: '8.8.8.8', family: 4 },
      { address: '10.0.0.1', family: 4 },
    ]);
  expect(await code('http://shop.example/', createPublicFetch(answer as unknown as typeof lookup))).toBe(
    'ERR_PRIVATE_ADDRESS',
  );
});
