import { ConfigError, UnsupportedError } from '@cartograph/core';
import { expect, test } from 'vitest';
import { createBigCommerceClient } from '../client.js';
import { failureOf, scriptedClient } from '../testing/client.js';

const config = { legacyUrl: 'https://store-z4zn3wo.mybigcommerce.com', username: 'admin', apiToken: 'legacy-token' };

test('basic auth reaches V2 at the store itself', async () => {
  const { client, asked } = scriptedClient(() => Response.json([{ id: 7 }]), config);
  expect((await client.orders.list()).items).toEqual([{ id: 7 }]);
  expect(asked[0]?.path).toBe('/api/v2/orders');
  expect(asked[0]?.headers.get('authorization')).toBe(`Basic ${btoa('admin:legacy-token')}`);
  expect(asked[0]?.headers.has('x-auth-token')).toBe(false);
});

test('what V2 does not have is refused before any request', async () => {
  const { client, asked } = scriptedClient(() => Response.json({ data: [] }), config);
  await expect(client.products.list()).rejects.toThrow(UnsupportedError);
  await expect(client.graphql.query('{ store { name } }')).rejects.toThrow(UnsupportedError);
  expect(asked).toEqual([]);
});

test('a redirect to another host is not followed, nor the token shown', async () => {
  const { client, asked } = scriptedClient(
    () => new Response(null, { status: 302, headers: { location: 'https://elsewhere.example/' } }),
    config,
  );
  const failure = await failureOf(client.store.get());
  expect(failure).toBeInstanceOf(ConfigError);
  expect(JSON.stringify([failure.message, failure])).not.toContain('legacy-token');
  expect(asked).toHaveLength(1);
});

test('settings of neither kind are refused by name', () => {
  expect(() => createBigCommerceClient({ legacyUrl: 'shop', username: 'a', apiToken: 'b' })).toThrow(/legacyUrl/);
});
