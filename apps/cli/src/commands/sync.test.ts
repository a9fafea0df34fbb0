import { findConnector } from '@cartograph/connectors';
import type { Run } from '@cartograph/core';
import { describe, expect, test } from 'vitest';
import { onlySales, platforms } from '../testing/platforms.js';
import { connectShop, openShop, type Shop } from '../testing/shop.js';
import { createUser, type User } from '../testing/user.js';

/** The collections of a simulator's truth whose records become one model record each, under the same id. */
const counterparts: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  iconic: { orders: 'orders', products: 'productSets' },
  bigcommerce: { orders: 'orders', customers: 'customers', products: 'products', refunds: 'refunds' },
  magento: { orders: 'orders', customers: 'customers', refunds: 'creditmemos', fulfillments: 'shipments' },
};

async function idsOf(user: User, resource: string, connection: string): Promise<string[]> {
  const words = ['list', resource, '--connection', connection, '--limit', '0'];
  const listed = await user.json<Record<string, { id: string }[]>>(...words);
  return (listed[resource] ?? []).map(({ id }) => id);
}

async function contentOf(user: User, resource: string): Promise<object[]> {
  const listed = await user.json<Record<string, { syncedAt: string }[]>>('list', resource, '--limit', '0');
  return (listed[resource] ?? []).map(({ syncedAt, ...content }) => content);
}

/** Nothing is lost and nothing is counted twice. */
async function expectStored(user: User, { platform, simulator }: Shop, connection = platform): Promise<void> {
  const truth = simulator.truth();
  for (const [resource, collection] of Object.entries(counterparts[platform] ?? {}))
    expect((await idsOf(user, resource, connection)).toSorted(), resource).toEqual(truth[collection]?.toSorted());
}

const sync = async (user: User, ...words: string[]) => {
  const { runs } = await user.json<{ runs: Run[] }>('sync', ...words);
  return runs;
};

async function syncOne(user: User, ...words: string[]): Promise<Run> {
  const [run] = await sync(user, ...words);
  if (!run) throw new Error('no run');
  return run;
}

const outcomes = ({ streams }: Run) => [...new Set(Object.values(streams).map(({ outcome }) => outcome))];

describe.each(platforms)('syncing %s', platform => {
  test('reads everything, then only what changed, which makes the same as reading everything again', async () => {
    const [user, shop] = [createUser(), await openShop(platform, { orders: 40, seed: 3 })];
    await connectShop(user, shop);

    const first = await syncOne(user);
    expect(outcomes(first)).toEqual(['complete']);
    expect(first.requests).toBeGreaterThan(0);
    await expectStored(user, shop);

    shop.simulator.advance(20);
    const second = await syncOne(user);
    expect(outcomes(second)).toEqual(['complete']);
    expect(second.streams.orders?.since).not.toBeNull();
    expect(second.streams.orders?.seen).toBeGreaterThan(0);
    expect(second.streams.orders?.seen).toBeLessThan(40);
    const newcomer = createUser();
    await connectShop(newcomer, shop);
    await syncOne(newcomer, ...onlySales(platform));
    for (const resource of ['orders', 'payments', 'refunds'])
      expect(await contentOf(user, resource)).toEqual(await contentOf(newcomer, resource));

    const full = await syncOne(user, '--full');
    expect(full.streams.orders?.since).toBeNull();
    expect(full.streams.orders?.seen).toBeGreaterThan(second.streams.orders?.seen ?? 0);
    await expectStored(user, shop);
  });
});

test('a full refresh marks as deleted what is gone from the shop', async () => {
  const user = createUser();
  // Equal seeds make equal shops: the smaller one lacks the newest orders.
  const [larger, smaller] = [await openShop('magento', { orders: 30 }), await openShop('magento', { orders: 20 })];
  await connectShop(user, larger);
  await syncOne(user);
  await connectShop(user, smaller);
  expect((await syncOne(user, '--full')).streams.orders).toMatchObject({ seen: 20, outcome: 'complete' });
  await expectStored(user, smaller);
  const { connections } = await user.json<{ connections: { records: { orders: number } }[] }>('status');
  expect(connections[0]?.records.orders).toBe(20);
});

test('several shops are synced at once, and each gets its own', async () => {
  const user = createUser();
  const shops: Shop[] = [];
  for (const [seed, platform] of platforms.entries()) shops.push(await openShop(platform, { orders: 15, seed }));
  shops.push(await openShop('bigcommerce', { orders: 15, seed: 9 }));
  const names = ['one', 'two', 'three', 'four'];
  for (const [number, name] of names.entries()) await connectShop(user, shops[number] as Shop, name);
  const runs = await sync(user);
  expect(runs.map(({ connectionId }) => connectionId).toSorted()).toEqual(names.toSorted());
  expect(runs.flatMap(outcomes)).toEqual(['complete', 'complete', 'complete', 'complete']);
  for (const [number, name] of names.entries()) await expectStored(user, shops[number] as Shop, name);
});

test('a shop that cannot be reached does not hold up the others', async () => {
  const user = createUser();
  const [good, bad] = [await openShop('bigcommerce', { orders: 5 }), await openShop('iconic', { orders: 5 })];
  await connectShop(user, good);
  await connectShop(user, bad);
  bad.answer = () => new Response(null, { status: 401 });
  const { out, exitCode } = await user.run('sync');
  expect(exitCode).toBe(1);
  expect(out).toMatch(/\norders +.* incomplete\n/);
  const streams = Object.keys(findConnector('iconic').streams).join(', ');
  expect(out).toContain(`\n${streams}: The Iconic refuses the credentials: check `);
  expect(out.match(/refuses the credentials/g)).toHaveLength(1);
  await expectStored(user, good);
  const { connections } = await user.json<{ connections: { name: string; pausedBecause: string }[] }>('status');
  expect(connections.find(({ name }) => name === 'iconic')?.pausedBecause).toContain('refuses the credentials');
  bad.answer = () => undefined;
  expect((await syncOne(user, 'iconic')).streams.orders?.outcome).toBe('complete');
  await expectStored(user, bad);
});

test('only the streams that are asked for are read', async () => {
  const user = createUser();
  await connectShop(user, await openShop('bigcommerce', { orders: 5 }));
  const run = await syncOne(user, 'bigcommerce', '--stream', 'customers', 'company');
  expect(Object.keys(run.streams)).toEqual(['customers', 'company']);
  expect(await user.failure('sync', '--stream', 'carts')).toMatch(
    /^BigCommerce has no stream "carts"; it has company, /,
  );
});

test('a run that Ctrl-C ended is told, keeps its pages, and the next one goes on from there', async () => {
  const [user, shop] = [createUser(), await openShop('magento', { orders: 60 })];
  await connectShop(user, { ...shop, config: { ...shop.config, pageSize: 10 } });
  const running = user.start(['sync', '--stream', 'orders', '--json']);
  let pages = 0;
  shop.answer = ({ url }) => {
    if (url.includes('/orders?') && ++pages === 6) running.stop('SIGINT');
    return undefined;
  };
  const { out, exitCode } = await running.done;
  const [first] = (JSON.parse(out) as { runs: Run[] }).runs;
  expect(exitCode).toBe(1);
  const before = first?.streams.orders;
  expect(before).toMatchObject({ outcome: 'incomplete', reason: 'interrupted; the next run goes on from here' });
  expect(before?.seen).toBeGreaterThanOrEqual(10);
  expect(before?.seen).toBeLessThan(60);
  const kept = await idsOf(user, 'orders', 'magento');
  expect(kept).toHaveLength(before?.seen ?? 0);
  const { connections } = await user.json<{ connections: { records: { orders: number } }[] }>('status');
  expect(connections[0]?.records.orders).toBe(kept.length);

  const asked: string[] = [];
  shop.answer = ({ url }) => {
    // The check asks for the latest orders, by no time.
    if (url.includes('/orders?') && url.includes('updated_at')) asked.push(url);
    return undefined;
  };
  const second = await syncOne(user, '--stream', 'orders');
  expect(second.streams.orders).toMatchObject({ outcome: 'complete', seen: 60 });
  // The pages that are left, and those that show that they end.
  expect(asked.length).toBeLessThanOrEqual((60 - kept.length) / 10 + 2);
  await syncOne(user);
  await expectStored(user, shop);
});

test('a web page in place of JSON stops its stream in one sentence; the others go on, and the next run catches up', async () => {
  const [user, shop] = [createUser(), await openShop('bigcommerce', { orders: 20 })];
  await connectShop(user, shop);
  shop.answer = ({ url }) =>
    url.includes('/v2/orders')
      ? new Response('<h1>Hello</h1>', { headers: { 'content-type': 'text/html' } })
      : undefined;
  const { out, exitCode } = await user.run('sync');
  expect(exitCode).toBe(1);
  expect(out).toMatch(
    /\norders(, refunds)?: .* answers 200 with text\/html instead of JSON: "Hello"; check the base URL\n/,
  );
  expect(out).toMatch(/products .*complete/);
  expect(await idsOf(user, 'orders', 'bigcommerce')).toEqual([]);
  expect((await user.run('status')).out).toContain('orders incomplete:');
  shop.answer = () => undefined;
  await user.run('sync');
  await expectStored(user, shop);
});

test('progress goes to standard error, and results to standard output', async () => {
  const user = createUser();
  await connectShop(user, await openShop('bigcommerce', { orders: 5 }));
  const { out, err, exitCode } = await user.run('sync');
  expect(exitCode).toBe(0);
  expect(err).toMatch(/^bigcommerce company 1 \(\d+ requests\)\n/);
  expect(out).toMatch(/^bigcommerce: run, \d+ requests, 0 answered 429\nstream +kind +since +requests +read +stored/);
});

test('a connection that there is not is refused, with those there are', async () => {
  const user = createUser();
  await connectShop(user, await openShop('bigcommerce', { orders: 5 }));
  expect(await user.failure('sync', 'nowhere')).toBe('there is no connection "nowhere"; there is bigcommerce');
});
