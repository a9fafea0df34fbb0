import type { Run } from '@cartograph/core';
import { createSqliteStorage } from '@cartograph/storage';
import { expect, test } from 'vitest';
import { connectShop, openShop } from '../testing/shop.js';
import { createUser } from '../testing/user.js';

test('watching reads what is due, prints each run, and ends cleanly with Ctrl-C', async () => {
  const [user, shop] = [createUser(), await openShop('magento', { orders: 5 })];
  await connectShop(user, shop);
  const running = user.start(['sync', '--watch', '--stream', 'orders']);
  await running.printed('complete');
  running.stop('SIGINT');
  const { out, err, exitCode } = await running.done;
  expect(exitCode).toBe(0);
  expect(out).toMatch(/^magento: run, \d+ requests, 0 answered 429\n/);
  expect(out).toMatch(/\norders +full +all +.* complete\n/);
  expect(err).toContain('Ctrl-C ends it');
});

test('what is swept is chosen by the watching itself', async () => {
  const [user, shop] = [createUser(), await openShop('magento', { orders: 3 })];
  await connectShop(user, shop);
  for (const option of ['--full', '--sweep'])
    expect(await user.failure('sync', '--watch', option)).toContain('leave out --full and --sweep');
});

test('how often is told for all streams or one, and what does not read is refused before anything is asked', async () => {
  const [user, shop] = [createUser(), await openShop('magento', { orders: 3 })];
  await connectShop(user, shop);
  const requests = shop.simulator.counts.requests;
  for (const [words, said] of [
    [['--watch', '--every', 'often'], '(90s, 10m, 2h, 1d) for all streams, or stream=time for one, and not "often"'],
    [['--watch', '--every', 'orders=0m'], 'and not "orders=0m"'],
    [['--watch', '--every', 'orders=10'], 'and not "orders=10"'],
    [['--watch', '--every', 'carts=10m'], 'there is no stream "carts"; there is '],
    [['--watch', '--every', '10m', '--every', '5m'], '--every 5m: this is said twice'],
    [['--every', '10m'], 'it needs --watch'],
  ] as const)
    expect(await user.failure('sync', ...words)).toContain(said);
  expect(shop.simulator.counts.requests).toBe(requests);
  const running = user.start([
    'sync',
    '--watch',
    '--every',
    '1s',
    '--every',
    'orders=1h',
    '--stream',
    'orders',
    'company',
  ]);
  await running.printed('\nmagento: run');
  running.stop('SIGINT');
  const { out } = await running.done;
  expect([out.match(/\norders /g), out.match(/\ncompany /g)?.length]).toEqual([
    ['\norders '],
    expect.toSatisfy(times => times > 1),
  ]);
});

test('the status takes another cadence for the measure of freshness', async () => {
  const [user, shop] = [createUser(), await openShop('magento', { orders: 3 })];
  await connectShop(user, shop);
  await user.run('sync', '--stream', 'orders');
  const storage = createSqliteStorage({ path: user.database });
  const stateAfter = async (hours: number, ...words: string[]) => {
    const completedAt = new Date(Date.now() - hours * 60 * 60_000).toISOString();
    const checkpoint = (await storage.checkpoint('magento', 'orders')) ?? expect.unreachable();
    const page = { connectionId: 'magento', platform: 'magento', stream: 'orders', runId: 'r', mapperVersion: 1 };
    const at = new Date().toISOString();
    await storage.commit({ ...page, at, natives: [], setAside: [], checkpoint: { ...checkpoint, completedAt } });
    return /magento +orders +(\w+)/.exec((await user.run('status', ...words)).out)?.[1];
  };
  expect(await stateAfter(3)).toBe('stalled');
  expect(await stateAfter(3, '--every', 'orders=2h')).toBe('fresh');
  expect(await stateAfter(3, '--every', '1h')).toBe('late');
  await storage.close();
});

test('a sweep is a run of its own, after what changed was read', async () => {
  const [user, shop] = [createUser(), await openShop('bigcommerce', { orders: 5 })];
  await connectShop(user, shop);
  await user.run('sync', '--stream', 'customers');
  const { runs } = await user.json<{ runs: Run[] }>('sync', '--sweep', '--stream', 'customers');
  expect(runs.map(({ streams }) => streams.customers?.kind)).toEqual(['incremental', 'sweep']);
  expect(runs[1]?.streams.customers).toMatchObject({ deleted: 0, outcome: 'complete', reason: null });
  expect(runs[1]?.streams.customers?.seen).toBeGreaterThan(0);
});

test('the newest come first, and in the end it is all the same', async () => {
  const [user, shop] = [createUser(), await openShop('bigcommerce', { orders: 30 })];
  await connectShop(user, shop);
  const { runs } = await user.json<{ runs: Run[] }>('sync', '--newest-first', '--stream', 'orders');
  expect(runs[0]?.streams.orders).toMatchObject({ kind: 'backfill', outcome: 'complete' });
  const { orders } = await user.json<{ orders: { id: string }[] }>('list', 'orders', '--limit', '0');
  expect(orders.map(({ id }) => id).toSorted()).toEqual(shop.simulator.truth().orders?.toSorted());
});

test('the status tells how fresh each stream is, with its newest record', async () => {
  const [user, shop] = [createUser(), await openShop('magento', { orders: 5 })];
  await connectShop(user, shop);
  expect((await user.run('status')).out).toMatch(/\nmagento +orders +never read +–/);
  await user.run('sync', '--stream', 'orders');
  const { connections } = await user.json<{ connections: { streams: { stream: string; newestAt: string }[] }[] }>(
    'status',
  );
  const orders = connections[0]?.streams.find(({ stream }) => stream === 'orders');
  expect(orders).toMatchObject({ completedAt: expect.any(String), newestAt: expect.any(String), open: null });
});
