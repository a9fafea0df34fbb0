import type { Reconciliation } from '@cartograph/sync';
import { describe, expect, test } from 'vitest';
import { onlySales, platforms } from '../testing/platforms.js';
import { connectShop, openShop } from '../testing/shop.js';
import { createUser, type User } from '../testing/user.js';

const reconcile = async (user: User, ...words: string[]) => {
  const { reconciliations } = await user.json<{ reconciliations: Reconciliation[] }>('reconcile', ...words);
  return reconciliations;
};

describe.each(platforms)('the money of %s', platform => {
  test('is all proven or explained, also after the shop lived on', async () => {
    const [user, shop] = [createUser(), await openShop(platform, { orders: 150, seed: 5 })];
    await connectShop(user, shop);
    await user.run('sync', ...onlySales(platform));
    shop.simulator.advance(40);
    await user.run('sync', ...onlySales(platform));
    const [result] = await reconcile(user);
    expect(result?.unproven).toEqual([]);
    const tallies = result?.tallies.filter(({ resource }) => resource === 'orders') ?? [];
    expect(tallies.reduce((sum, tally) => sum + tally.proven + tally.explained, 0)).toBe(
      shop.simulator.truth().orders?.length,
    );
    expect((await user.run('reconcile')).exitCode).toBe(0);
  });
});

test('an order that does not add up is shown with what is missing, and the exit code is 1', async () => {
  const [user, shop] = [createUser(), await openShop('bigcommerce', { orders: 20 })];
  const id = shop.simulator.truth().orders?.[7] ?? '';
  shop.simulator.tamper('orders', id, body => ({ ...(body as object), total_inc_tax: '9999.0000' }));
  await connectShop(user, shop);
  await connectShop(user, await openShop('iconic', { orders: 5 }));
  await user.run('sync', '--stream', 'orders');
  const { out, exitCode } = await user.run('reconcile');
  expect(exitCode).toBe(1);
  expect(out).toMatch(new RegExp(`\\nUnproven:\\n.*\\n.*\\nbigcommerce +orders +${id} .* 9999`));
  const found = await reconcile(user);
  expect(found.flatMap(({ unproven }) => unproven)).toMatchObject([{ resource: 'orders', id }]);
  expect(await reconcile(user, '--connection', 'iconic')).toMatchObject([{ connectionId: 'iconic', unproven: [] }]);
  expect((await user.run('reconcile', '--connection', 'iconic')).exitCode).toBe(0);
});

test('a payout that its transactions do not make up is shown', async () => {
  const [user, shop] = [createUser(), await openShop('iconic', { orders: 30 })];
  const id = shop.simulator.truth().statements?.[3] ?? '';
  const wrong = { payoutAmount: 5, closingBalance: 1_000_000 };
  shop.simulator.tamper('statements', id, body => ({ ...(body as object), ...wrong }));
  await connectShop(user, shop);
  await user.run('sync', ...onlySales('iconic'));
  const [result] = await reconcile(user);
  expect(result?.unproven).toMatchObject([{ resource: 'payouts', id }]);
  const payouts = result?.tallies.filter(({ resource }) => resource === 'payouts') ?? [];
  expect(payouts.reduce((sum, tally) => sum + tally.proven + tally.explained, 0)).toBeGreaterThan(20);
  expect((await user.run('reconcile')).exitCode).toBe(1);
});

test('amounts are shown with the decimals of their currency', async () => {
  const user = createUser();
  await connectShop(user, await openShop('bigcommerce', { orders: 60 }));
  await user.run('sync', '--stream', 'orders');
  const { out } = await user.run('reconcile');
  expect(out).toMatch(/bigcommerce +AUD +orders +\d+ +\d+ +0 +0 +[\d,]+\.\d{2} +0\.00 +0\.00\n/);
  expect(out).toMatch(/bigcommerce +JPY +orders +\d+ +\d+ +0 +0 +[\d,]+ +0 +0\n/);
});
