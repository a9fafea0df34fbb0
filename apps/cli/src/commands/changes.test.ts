import type { Change } from '@cartograph/core';
import { createSqliteStorage } from '@cartograph/storage';
import { expect, test } from 'vitest';
import { platforms } from '../testing/platforms.js';
import { connectShop, openShop } from '../testing/shop.js';
import { createUser, type User } from '../testing/user.js';

interface Changes {
  readonly changes: readonly Change[];
  readonly last: number;
}

const synced = async (platform: string, orders: number) => {
  const [user, shop] = [createUser(), await openShop(platform, { orders })];
  await connectShop(user, shop);
  await user.run('sync');
  return { user, shop };
};

/** How many live records there are, all told and of orders; the feed names each of them. */
async function known(user: User, feed: readonly Change[]): Promise<{ readonly all: number; readonly orders: number }> {
  const storage = createSqliteStorage({ path: user.database });
  const counts = await storage.counts(feed[0]?.connectionId ?? '');
  await storage.close();
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  expect(new Set(feed.map(({ resource, id }) => `${resource} ${id}`)).size).toBe(all);
  return { all, orders: counts.orders };
}

test.each(platforms)(
  'every record of %s is in the feed, which is read in parts without gap or repetition',
  async platform => {
    const { user } = await synced(platform, 12);
    const whole = await user.json<Changes>('changes', '--limit', '0');
    expect(whole.changes.map(({ sequence }) => sequence)).toEqual(whole.changes.map((_, position) => position + 1));
    expect((await known(user, whole.changes)).orders).toBeGreaterThan(5);

    const parts: Change[] = [];
    for (let last = 0; last < whole.last; ) {
      const part = await user.json<Changes>('changes', '--since', String(last), '--limit', '40');
      expect(part.changes.length).toBeGreaterThan(0);
      parts.push(...part.changes);
      last = part.last;
    }
    expect(parts).toEqual(whole.changes);
    expect(await user.json<Changes>('changes', '--since', String(whole.last))).toEqual({
      changes: [],
      last: whole.last,
    });
  },
);

test('what happened in the shop follows what was there, and a connection that is removed has all of it told as deleted', async () => {
  const { user, shop } = await synced('bigcommerce', 6);
  const before = await user.json<Changes>('changes', '--limit', '0');
  shop.simulator.advance(8);
  await user.run('sync');
  const later = await user.json<Changes>('changes', '--since', String(before.last), '--resource', 'orders');
  expect(later.changes.length).toBeGreaterThan(0);
  expect(later.changes.every(({ resource, sequence }) => resource === 'orders' && sequence > before.last)).toBe(true);

  const records = (await known(user, (await user.json<Changes>('changes', '--limit', '0')).changes)).all;
  await user.run('disconnect', 'bigcommerce');
  const gone = await user.json<Changes>('changes', '--since', String(later.last), '--connection', 'bigcommerce');
  expect(gone.changes.filter(({ kind }) => kind === 'deleted')).toHaveLength(records);
});

test('changes are shown a line each, and a full page tells how to go on', async () => {
  const { user } = await synced('magento', 6);
  const { out, err } = await user.run('changes', '--resource', 'orders', '--limit', '2');
  expect(out).toMatch(/^\d+ {2}\S+Z {2}created {3}magento {2}orders {2}\S+\n\d+ {2}.*\n$/);
  expect(err).toMatch(/^2 changes; --since \d+ shows the next ones\.\n$/);
  expect(await user.run('changes', '--since', '99999')).toEqual({
    out: '',
    err: 'No change after 99999.\n',
    exitCode: 0,
  });
});

test('who follows is told what changes while it runs, and ends when it is stopped', async () => {
  const { user, shop } = await synced('bigcommerce', 6);
  const { last } = await user.json<Changes>('changes', '--limit', '0');
  const follower = user.start(['changes', '--since', String(last), '--resource', 'orders', '--follow']);
  shop.simulator.advance(8);
  await user.run('sync');
  await follower.printed('  bigcommerce  orders  ');
  follower.stop('SIGINT');
  expect(await follower.done).toMatchObject({ exitCode: 0, err: '' });
  const limited = await user.json<Change>('changes', '--since', String(last), '--follow', '--limit', '1');
  expect(limited).toMatchObject({ sequence: last + 1 });
});

test.each([
  [['--since', 'yesterday'], '--since takes a whole number from 0, and not "yesterday"'],
  [['--limit', '-1'], '--limit takes a whole number from 0, and not "-1"'],
  [['--resource', 'carts'], /^there is no resource "carts"; there is /],
])('%j is refused in one sentence', async (words, sentence) => {
  expect(await createUser().failure('changes', ...words)).toMatch(sentence);
});
