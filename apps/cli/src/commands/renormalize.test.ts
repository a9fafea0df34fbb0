import { createSqliteStorage } from '@cartograph/storage';
import { describe, expect, test } from 'vitest';
import { platforms } from '../testing/platforms.js';
import { connectShop, openShop } from '../testing/shop.js';
import { createUser, type User } from '../testing/user.js';

interface Replayed {
  readonly renormalizations: readonly {
    readonly connectionId: string;
    readonly natives: number;
    readonly unchanged: number;
    readonly resources: readonly {
      resource: string;
      changed: number;
      fields: readonly { path: string; records: number; example: object }[];
    }[];
    readonly recovered: number;
  }[];
}

/** Writes every stored order as an earlier mapping might have: with another note. */
async function mapAsBefore(user: User, platform: string): Promise<void> {
  const storage = createSqliteStorage({ path: user.database });
  const shop = (await storage.connection(platform))?.shop ?? expect.unreachable();
  for await (const stored of storage.records({ resource: 'orders', connectionId: platform })) {
    const native = (await storage.nativeOf(platform, 'orders', stored.id)) ?? expect.unreachable();
    const { connectionId, platform: _, syncedAt, deletedAt, deletedBecause, mapperVersion, ...record } = stored;
    const natives = [{ native, records: [{ resource: 'orders' as const, record: { ...record, note: 'as before' } }] }];
    const at = '2026-01-01T00:00:00Z';
    await storage.replay({ connectionId, platform, mapperVersion: 0, shop, at, natives, setAside: [] });
  }
  await storage.close();
}

describe.each(platforms)('the stored records of %s', platform => {
  test('are made anew with no request, what changed is told by field, and a second time nothing does', async () => {
    const [user, shop] = [createUser(), await openShop(platform, { orders: 12 })];
    await connectShop(user, shop);
    await user.run('sync', '--stream', 'orders');
    const before = await user.json('list', 'orders', '--limit', '0');
    const payments = await user.json('list', 'payments', '--limit', '0');
    await mapAsBefore(user, platform);
    const requests = shop.simulator.counts.requests;

    const { renormalizations } = await user.json<Replayed>('renormalize', '--connection', platform);
    const orders = renormalizations[0]?.resources.find(({ resource }) => resource === 'orders');
    expect(orders).toMatchObject({
      changed: 12,
      fields: [{ path: 'note', records: 12, example: { before: 'as before' } }],
    });
    expect(shop.simulator.counts.requests).toBe(requests);
    expect(withoutSyncedAt(await user.json('list', 'orders', '--limit', '0'))).toEqual(withoutSyncedAt(before));
    expect(withoutSyncedAt(await user.json('list', 'payments', '--limit', '0'))).toEqual(withoutSyncedAt(payments));

    const stood = await user.json('list', 'orders', '--limit', '0');
    const { out, exitCode } = await user.run('renormalize', '--stream', 'orders');
    expect({ out, exitCode }).toEqual({
      out: expect.stringMatching(/^\w+: 12 native records translated .* as they were\n\n$/),
      exitCode: 0,
    });
    expect(await user.json('list', 'orders', '--limit', '0')).toEqual(stood);
  });
});

const withoutSyncedAt = (listed: unknown): unknown =>
  JSON.parse(JSON.stringify(listed, (key, value) => (key === 'syncedAt' ? undefined : value)));

test('what changed is shown with an example of before and now', async () => {
  const [user, shop] = [createUser(), await openShop('bigcommerce', { orders: 6 })];
  await connectShop(user, shop);
  await user.run('sync', '--stream', 'orders');
  await mapAsBefore(user, 'bigcommerce');
  const { out } = await user.run('renormalize');
  expect(out).toMatch(/\norders +0 +6 +0\n/);
  expect(out).toMatch(/\norders +note +6 +\d+ +as before +/);
});

test('a stream that a platform does not have is refused', async () => {
  const [user, shop] = [createUser(), await openShop('bigcommerce', { orders: 1 })];
  await connectShop(user, shop);
  expect(await user.failure('renormalize', '--stream', 'carts')).toMatch(/^BigCommerce has no stream "carts"; it has /);
});

test('while another process writes one of its streams, a connection is left alone, and it is said who has it', async () => {
  const [user, shop] = [createUser(), await openShop('bigcommerce', { orders: 3 })];
  await connectShop(user, shop);
  await user.run('sync', '--stream', 'orders');
  const storage = createSqliteStorage({ path: user.database });
  const holder = 'pid 7 on another machine, since noon';
  const lease = { connectionId: 'bigcommerce', stream: 'refunds', owner: 'another 7', holder, ttlMs: 60_000 };
  await storage.acquireLease({ ...lease, at: new Date().toISOString() });
  await storage.close();
  for (const command of [['renormalize'], ['renormalize', '--stream', 'orders'], ['set-aside', '--retry']])
    expect(await user.failure(...command)).toMatch(
      /^refunds of "bigcommerce" is being written by pid 7 on another machine, since noon; it is free at /,
    );
});
