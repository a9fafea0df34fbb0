import { expect, test } from 'vitest';
import { connectShop, openShop } from '../testing/shop.js';
import { createUser } from '../testing/user.js';

test('keys are made, listed without their secret, and revoked', async () => {
  const user = createUser();
  const made = await user.run('keys', 'create', 'shop front', '--scope', 'write', '--per-minute', '60', '--json');
  const { token, key } = JSON.parse(made.out);
  expect(key).toMatchObject({
    name: 'shop front',
    scope: 'write',
    connections: null,
    requestsPerMinute: 60,
    revokedAt: null,
  });
  const listed = await user.run('keys', 'list');
  expect(listed.out).toContain('shop front');
  expect(listed.out).not.toContain(token.split('_').slice(2).join('_'));
  expect((await user.run('keys', 'revoke', key.id)).out).toContain('opens nothing any more');
  expect((await user.run('keys', 'list')).out).toContain('revoked');
});

test('a key of a scope that there is not, or for a connection that there is not, is refused', async () => {
  const user = createUser();
  expect(await user.run('keys', 'create', 'x', '--scope', 'all')).toMatchObject({
    exitCode: 1,
    err: expect.stringContaining('read, write, admin'),
  });
  expect((await user.run('keys', 'create', 'x', '--connection', 'nobody')).exitCode).toBe(1);
  expect((await user.run('keys', 'revoke', 'nobody')).err).toContain('there is no key "nobody"');
});

test('what was read is served until it is stopped, and private addresses are asked only where that is allowed', async () => {
  const user = createUser();
  const shop = await openShop('magento', { orders: 10 });
  await connectShop(user, shop);
  await user.run('sync');
  const { token } = JSON.parse((await user.run('keys', 'create', 'test', '--scope', 'admin', '--json')).out);
  const headers = { authorization: `Bearer ${token}` };
  for (const [options, expected] of [
    [[], 422],
    [['--allow-private'], 200],
  ] as const) {
    const server = user.start(['serve', '--port', '0', '--json', ...options]);
    const { url } = JSON.parse(await server.printed('\n'));
    const orders = await fetch(`${url}/v1/orders?limit=1`, { headers });
    expect(JSON.parse(await orders.text()).data).toHaveLength(1);
    const check = await fetch(`${url}/v1/connections/magento/check`, { method: 'POST', headers });
    expect([check.status, (await check.text()).includes('not public')]).toEqual([expected, expected === 422]);
    expect((await fetch(`${url}/v1/orders`)).status).toBe(401);
    server.stop('SIGTERM');
    expect((await server.done).exitCode).toBe(0);
    await expect(fetch(url)).rejects.toThrow('fetch failed');
  }
});

test('how often shops are read is said to who watches them', async () => {
  const user = createUser();
  expect(await user.failure('serve', '--every', '10m')).toContain('it needs --watch');
  expect(await user.failure('serve', '--watch', '--every', 'orders=2m')).toContain('there is no stream "orders"');
});
