import { expect, test } from 'vitest';
import { baseString, oauth1Header } from './oauth1.js';

const credentials = {
  consumerKey: 'ck0123456789abcdefghijklmnopqrst',
  consumerSecret: 'cs0123456789abcdefghijklmnopqrst',
  accessToken: 'at0123456789abcdefghijklmnopqrst',
  accessTokenSecret: 'as0123456789abcdefghijklmnopqrst',
};

const vectors = [
  {
    name: 'a request token is signed without a token',
    method: 'POST',
    url: 'https://shop.example.com/oauth/token/request',
    nonce: 'n0000000000000000000000000000001',
    timestamp: 1735689600,
    credentials: { ...credentials, accessToken: '', accessTokenSecret: '' },
    base: 'POST&https%3A%2F%2Fshop.example.com%2Foauth%2Ftoken%2Frequest&oauth_consumer_key%3Dck0123456789abcdefghijklmnopqrst%26oauth_nonce%3Dn0000000000000000000000000000001%26oauth_signature_method%3DHMAC-SHA256%26oauth_timestamp%3D1735689600%26oauth_version%3D1.0',
    header:
      'OAuth oauth_consumer_key="ck0123456789abcdefghijklmnopqrst", oauth_nonce="n0000000000000000000000000000001", oauth_signature_method="HMAC-SHA256", oauth_timestamp="1735689600", oauth_version="1.0", oauth_signature="JpuAamERvkyIQ5biizoghuVzPzDDwEckvxDnNFjPhLk%3D"',
  },
  {
    name: 'a list is signed with its encoded query',
    method: 'GET',
    url: 'https://shop.example.com/rest/default/V1/orders?searchCriteria%5Bfilter_groups%5D%5B0%5D%5Bfilters%5D%5B0%5D%5Bfield%5D=updated_at&searchCriteria%5Bfilter_groups%5D%5B0%5D%5Bfilters%5D%5B0%5D%5Bvalue%5D=2025-01-01%2000%3A00%3A00&searchCriteria%5Bfilter_groups%5D%5B0%5D%5Bfilters%5D%5B0%5D%5Bcondition_type%5D=gteq&searchCriteria%5BpageSize%5D=100&searchCriteria%5BcurrentPage%5D=1',
    nonce: 'n0000000000000000000000000000003',
    timestamp: 1735689602,
    credentials,
    base: 'GET&https%3A%2F%2Fshop.example.com%2Frest%2Fdefault%2FV1%2Forders&oauth_consumer_key%3Dck0123456789abcdefghijklmnopqrst%26oauth_nonce%3Dn0000000000000000000000000000003%26oauth_signature_method%3DHMAC-SHA256%26oauth_timestamp%3D1735689602%26oauth_token%3Dat0123456789abcdefghijklmnopqrst%26oauth_version%3D1.0%26searchCriteria%255BcurrentPage%255D%3D1%26searchCriteria%255Bfilter_groups%255D%255B0%255D%255Bfilters%255D%255B0%255D%255Bcondition_type%255D%3Dgteq%26searchCriteria%255Bfilter_groups%255D%255B0%255D%255Bfilters%255D%255B0%255D%255Bfield%255D%3Dupdated_at%26searchCriteria%255Bfilter_groups%255D%255B0%255D%255Bfilters%255D%255B0%255D%255Bvalue%255D%3D2025-01-01%252000%253A00%253A00%26searchCriteria%255BpageSize%255D%3D100',
    header:
      'OAuth oauth_consumer_key="ck0123456789abcdefghijklmnopqrst", oauth_nonce="n0000000000000000000000000000003", oauth_signature_method="HMAC-SHA256", oauth_timestamp="1735689602", oauth_version="1.0", oauth_token="at0123456789abcdefghijklmnopqrst", oauth_signature="3F89VzqSeuh6iiVKQTL%2FMCuu6DLX9M76KXvyEXlr2As%3D"',
  },
  {
    name: 'a JSON body is not signed',
    method: 'PUT',
    url: 'https://shop.example.com/rest/all/V1/products/24-MB01',
    nonce: 'n0000000000000000000000000000004',
    timestamp: 1735689603,
    credentials,
    base: 'PUT&https%3A%2F%2Fshop.example.com%2Frest%2Fall%2FV1%2Fproducts%2F24-MB01&oauth_consumer_key%3Dck0123456789abcdefghijklmnopqrst%26oauth_nonce%3Dn0000000000000000000000000000004%26oauth_signature_method%3DHMAC-SHA256%26oauth_timestamp%3D1735689603%26oauth_token%3Dat0123456789abcdefghijklmnopqrst%26oauth_version%3D1.0',
    header:
      'OAuth oauth_consumer_key="ck0123456789abcdefghijklmnopqrst", oauth_nonce="n0000000000000000000000000000004", oauth_signature_method="HMAC-SHA256", oauth_timestamp="1735689603", oauth_version="1.0", oauth_token="at0123456789abcdefghijklmnopqrst", oauth_signature="XlNlViQudJwytECZ1jz7dGin4BqUcEroXJgOCYqHxjc%3D"',
  },
] as const;

test.each(vectors)('$name', ({ header, base, credentials: own, url, ...request }) => {
  expect(oauth1Header({ ...request, url: new URL(url) }, own)).toBe(header);
  const oauth = [...header.matchAll(/(\w+)="([^"]*)"/g)]
    .map(([, name = '', value = '']) => [name, value] as const)
    .filter(([name]) => name !== 'oauth_signature');
  expect(baseString({ method: request.method, url: new URL(url) }, oauth)).toBe(base);
});

test('raw brackets in a query are signed like encoded ones', () => {
  const signed = (url: string) => baseString({ method: 'GET', url: new URL(url) }, []);
  expect(signed('https://shop.example/V1/orders?searchCriteria[page_size]=5')).toBe(
    signed('https://shop.example/V1/orders?searchCriteria%5Bpage_size%5D=5'),
  );
});

test('a port and a path count, the usual port does not', () => {
  const signed = (url: string) => baseString({ method: 'GET', url: new URL(url) }, []);
  expect(signed('https://shop.example:8443/eu/rest/V1/orders')).toBe(
    'GET&https%3A%2F%2Fshop.example%3A8443%2Feu%2Frest%2FV1%2Forders&',
  );
  expect(signed('https://shop.example:443/rest')).toBe('GET&https%3A%2F%2Fshop.example%2Frest&');
});
