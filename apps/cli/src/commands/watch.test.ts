import type { Run } from '@cartograph/core';
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
