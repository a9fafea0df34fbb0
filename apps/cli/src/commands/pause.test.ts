import { expect, test } from 'vitest';
import { connectShop, openShop } from '../testing/shop.js';
import { createUser } from '../testing/user.js';

test('a shop that is paused is passed over, and read again once it is resumed', async () => {
  const [user, shop] = [createUser(), await openShop('magento', { orders: 3 })];
  await connectShop(user, shop, 'my-shop');
  const asked = shop.simulator.counts.requests;
  expect((await user.run('pause', 'my-shop', '--because', 'the season is over')).out).toBe(
    'my-shop is paused: the season is over. "cartograph resume my-shop" goes on.\n',
  );
  expect(await user.json('connections')).toMatchObject({ connections: [{ pausedBecause: 'the season is over' }] });
  const passed = await user.run('sync');
  expect([passed.exitCode, passed.err]).toEqual([0, expect.stringContaining('my-shop is paused')]);
  expect((await user.run('sync', 'my-shop')).exitCode).toBe(1);
  expect(shop.simulator.counts.requests).toBe(asked);
  await user.run('resume', 'my-shop');
  expect((await user.run('sync')).exitCode).toBe(0);
  expect(shop.simulator.counts.requests).toBeGreaterThan(asked);
  expect(await user.failure('pause', 'nobody')).toContain('there is no connection "nobody"');
});
