import type { Run } from '@cartograph/core';
import { expect, test } from 'vitest';
import { connectShop, openShop } from '../testing/shop.js';
import { createUser } from '../testing/user.js';

test('runs are kept, the newest first, with what each stream took and read', async () => {
  const [user, shop] = [createUser(), await openShop('magento', { orders: 12 })];
  await connectShop(user, shop);
  expect((await user.run('runs')).out).toMatch(/^No runs yet: start one with "cartograph sync"\.$/m);
  await user.run('sync');
  await user.run('sync', '--stream', 'orders');

  const { runs } = await user.json<{ runs: Run[] }>('runs');
  const [last, first] = runs;
  expect(runs).toHaveLength(2);
  expect(Object.keys(last?.streams ?? {})).toEqual(['orders']);
  expect(last?.streams.orders).toMatchObject({
    outcome: 'complete',
    since: expect.any(String),
    until: expect.any(String),
  });
  expect(first?.streams.orders).toMatchObject({ outcome: 'complete', since: null, seen: 12 });
  const streams = Object.values(first?.streams ?? {});
  for (const { seen, requests } of streams) if (seen > 0) expect(requests).toBeGreaterThan(0);
  const taken = streams.map(({ requests }) => requests);
  // The rest is what greets the shop.
  expect(taken.reduce((sum, requests) => sum + requests, 0)).toBeLessThan(first?.requests ?? 0);

  const { out } = await user.run('runs', 'magento', '--limit', '1');
  expect(out).toMatch(
    /^[^\n]+Z to [^\n]+Z\nmagento: run, \d+ requests, 0 answered 429\nstream +kind +since +requests +read /,
  );
  expect(out.match(/ to /g)).toHaveLength(1);
});

test('runs of a connection that is not there are refused', async () => {
  const [user, shop] = [createUser(), await openShop('magento', { orders: 3 })];
  await connectShop(user, shop);
  const refused = await user.run('runs', 'nowhere');
  expect(refused).toMatchObject({ exitCode: 1, err: expect.stringContaining('there is no connection "nowhere"') });
});

test('a stream that was refused at once took requests too', async () => {
  const [user, shop] = [createUser(), await openShop('magento', { orders: 3 })];
  await connectShop(user, shop);
  shop.answer = request =>
    request.url.includes('/V1/shipments') ? Response.json({ message: 'refused' }, { status: 400 }) : undefined;
  await user.run('sync', '--stream', 'orders', 'shipments');
  const { runs } = await user.json<{ runs: Run[] }>('runs');
  expect(runs[0]?.streams.shipments).toMatchObject({ outcome: 'incomplete', requests: 1, seen: 0 });
});
