import { parseConfig } from '@cartograph/core';
import { expect, test } from 'vitest';
import { magento } from './index.js';

const auth = { method: 'bearer', accessToken: 'token' };

test('what is left out has its default', () => {
  expect(parseConfig(magento, { baseUrl: 'https://shop.example', auth })).toMatchObject({
    storeCode: 'all',
    pageSize: 100,
  });
  const admin = parseConfig(magento, {
    baseUrl: 'https://shop.example',
    auth: { method: 'admin', username: 'a', password: 'b' },
  });
  expect(admin.auth).toMatchObject({ tokenLifetimeHours: 4 });
});

test.each([
  [{ baseUrl: 'https://shop.example/rest/V1', auth }, 'without /rest'],
  [{ baseUrl: 'https://shop.example', auth: { method: 'cookie' } }, 'oauth1, bearer or admin'],
  [
    { baseUrl: 'https://shop.example', auth: { method: 'oauth1', consumerKey: 'x' } },
    '"auth.consumerSecret" is missing',
  ],
  [{ baseUrl: 'https://shop.example', auth: { ...auth, tokn: 1 } }, '"auth.tokn" is not a setting'],
  [{ baseUrl: 'https://shop.example', auth, storeCode: 'de/at' }, 'code of a store view'],
])('%j is refused with its fix', (settings, sentence) => {
  expect(() => parseConfig(magento, settings)).toThrow(sentence);
});
