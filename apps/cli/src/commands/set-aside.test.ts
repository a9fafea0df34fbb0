import { createSqliteStorage } from '@cartograph/storage';
import { describe, expect, test } from 'vitest';
import { platforms } from '../testing/platforms.js';
import { connectShop, openShop } from '../testing/shop.js';
import { createUser } from '../testing/user.js';

interface SetAside {
  readonly recovered?: number;
  readonly setAside: readonly { connection: string; stream: string; id: string; path: string; reason: string }[];
}

/** The field that tells when an order was placed, and what comes of it when it is a list. */
const spoilt: Readonly<Record<string, Record<string, unknown>>> = {
  iconic: { createdAt: ['never'] },
  bigcommerce: { date_created: ['never'] },
  magento: { created_at: ['never'] },
};

describe.each(platforms)('a corrupt order of %s', platform => {
  test('is set aside with its reason, its neighbors are stored, and it comes back when the shop mends it', async () => {
    const [user, shop] = [createUser(), await openShop(platform, { orders: 12 })];
    const ids = shop.simulator.truth().orders ?? [];
    const id = ids[5] ?? '';
    let broken = true;
    shop.simulator.tamper('orders', id, body => (broken ? { ...(body as object), ...spoilt[platform] } : body));
    await connectShop(user, shop);
    const { out, exitCode } = await user.run('sync', '--stream', 'orders');
    expect(exitCode, out).toBe(0);

    const { setAside } = await user.json<SetAside>('set-aside');
    const [field = ''] = Object.keys(spoilt[platform] ?? {});
    expect(setAside).toMatchObject([
      { connection: platform, stream: 'orders', id, path: expect.stringContaining(field) },
    ]);
    expect(setAside[0]?.reason).toContain(field);
    const stored = await user.json<{ orders: { id: string }[] }>('list', 'orders');
    expect(stored.orders.map(order => order.id).toSorted()).toEqual(ids.filter(other => other !== id).toSorted());
    const told = (await user.run('set-aside')).out;
    expect(told).toContain(id);
    expect((await user.json<{ connections: unknown[] }>('status')).connections).toMatchObject([{ setAside: 1 }]);

    expect((await user.run('set-aside', '--retry')).out).toMatch(/^0 recovered, 1 still set aside\.\n/);
    broken = false;
    await user.run('sync', '--full', '--stream', 'orders');
    expect(await user.json('set-aside')).toEqual({ setAside: [] });
    expect((await user.json<{ orders: unknown[] }>('list', 'orders')).orders).toHaveLength(ids.length);
  });
});

test('what an earlier mapping set aside is recovered from its stored body, with no request to the shop', async () => {
  const [user, shop] = [createUser(), await openShop('bigcommerce', { orders: 6 })];
  await connectShop(user, shop);
  await user.run('sync', '--stream', 'orders');
  const [before] = (await user.json<{ orders: { id: string }[] }>('list', 'orders')).orders;
  const storage = createSqliteStorage({ path: user.database });
  const native = await storage.nativeOf('bigcommerce', 'orders', before?.id ?? '');
  if (!native) throw new Error('no native record');
  await storage.commit({
    connectionId: 'bigcommerce',
    platform: 'bigcommerce',
    stream: 'orders',
    runId: 'earlier',
    mapperVersion: 0,
    at: '2026-01-01T00:00:00Z',
    natives: [],
    setAside: [{ native, reason: 'order: "status" is new', path: 'status' }],
    checkpoint: (await storage.checkpoint('bigcommerce', 'orders')) ?? { mark: null, window: null },
  });
  await storage.close();
  expect((await user.json<SetAside>('set-aside')).setAside).toHaveLength(1);
  const requests = shop.simulator.counts.requests;
  expect(await user.json('set-aside', '--retry')).toEqual({ recovered: 1, dropped: 0, setAside: [] });
  expect(shop.simulator.counts.requests).toBe(requests);
  expect((await user.json<{ orders: { id: string }[] }>('list', 'orders')).orders[0]?.id).toBe(before?.id);
});

test('nothing set aside is said so', async () => {
  expect((await createUser().run('set-aside')).out).toBe('Nothing is set aside.\n');
});
