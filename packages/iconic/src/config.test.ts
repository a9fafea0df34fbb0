import { parseConfig } from '@cartograph/core';
import { expect, test } from 'vitest';
import { iconic } from './connector.js';

const credentials = { clientId: 'app-1', clientSecret: 's3cret' };

test('only the credentials must be given', () => {
  expect(parseConfig(iconic, credentials)).toEqual({
    ...credentials,
    baseUrl: 'https://sellercenter-api.theiconic.com.au',
    country: 'AU',
    timeZone: 'Australia/Sydney',
    requestsPerSecond: 30,
    rereadHours: 6,
    refundFailedDeliveries: true,
  });
});

test.each([
  [{ ...credentials, country: 'Atlantis' }, /"country" .*such as AU or NZ/],
  [{ ...credentials, timeZone: 'Sydney' }, /"timeZone" .*IANA/],
  [{ ...credentials, baseUrl: 'theiconic' }, /"baseUrl" must be a URL/],
  [{ ...credentials, requestsPerSecond: 0 }, /"requestsPerSecond"/],
  [{ clientId: 'app-1' }, /"clientSecret" is missing/],
])('a setting that does not fit is named: %j', (settings, message) => {
  expect(() => parseConfig(iconic, settings)).toThrow(message);
});
