import { chmodSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { findConnector } from '@cartograph/connectors';
import type { Run } from '@cartograph/core';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { createFullDisk } from './testing/full-disk.js';
import { connectShop, openShop } from './testing/shop.js';
import { createUser, type User } from './testing/user.js';

const ordersOf = async (user: User) =>
  (await user.json<{ orders: { id: string }[] }>('list', 'orders', '--limit', '0')).orders.map(({ id }) => id);

test('a full disk is named in one sentence, what was read before is kept, and with room again nothing is missing', async ({
  skip,
}) => {
  skip(process.platform === 'win32', 'a file with a hole in it cannot be made in this way on Windows');
  const [user, shop] = [createUser(), await openShop('magento', { orders: 60 })];
  const disk = createFullDisk(user.database);
  await connectShop(user, { ...shop, config: { ...shop.config, pageSize: 10 } });
  if (!disk.fill(300_000)) skip('this file system cannot hold a file of two terabytes with a hole in it');

  const { out, exitCode } = await user.run('sync');
  expect(exitCode).toBe(1);
  const sentence = `The disk of ${user.database} is full: free some space and run again; what was committed before is safe`;
  const streams = Object.keys(findConnector('magento').streams);
  // What comes before the orders has nothing to write yet.
  const stopped = streams.slice(streams.indexOf('orders'));
  expect(out.match(/^.*orders.*: .*disk.*$/gm)).toEqual([`${stopped.join(', ')}: ${sentence}`]);
  const kept = await ordersOf(user);
  expect(kept.length).toBeGreaterThan(0);
  expect(kept.length).toBeLessThan(60);

  disk.free();
  const { runs } = await user.json<{ runs: Run[] }>('sync');
  expect(runs[0]?.streams.orders).toMatchObject({ outcome: 'complete', seen: 60 });
  expect((await ordersOf(user)).toSorted()).toEqual(shop.simulator.truth().orders?.toSorted());
});

test('a locked database is named in one sentence, and nothing is lost', async () => {
  const [user, shop] = [createUser(), await openShop('bigcommerce', { orders: 5 })];
  await connectShop(user, shop);
  const other = new Database(user.database);
  other.exec('BEGIN IMMEDIATE');
  expect(await user.failure('sync')).toBe(
    `The database ${user.database} is locked by another process: let that one finish or stop it, then run again`,
  );
  expect((await user.json<{ connections: object[] }>('connections')).connections).toHaveLength(1);
  other.exec('ROLLBACK');
  other.close();
  expect((await user.run('sync')).exitCode).toBe(0);
  expect(await ordersOf(user)).toHaveLength(5);
});

describe('a database file that cannot be used is named in one sentence, and stays as it is:', () => {
  test('one that is no database', async () => {
    const user = createUser();
    writeFileSync(user.database, 'id,total\n'.repeat(500));
    for (const words of [['status'], ['sync'], ['list', 'orders']])
      expect(await user.failure(...words)).toBe(`${user.database} is not a Cartograph database: name another file`);
    expect(user.stored()).toBe('id,total\n'.repeat(500));
  });

  test("another program's database", async () => {
    const user = createUser();
    const foreign = new Database(user.database);
    foreign.exec('CREATE TABLE songs (title TEXT)');
    foreign.close();
    expect(await user.failure('status')).toBe(`${user.database} is a database of another program: name another file`);
  });

  test('a folder', async () => {
    const user = createUser();
    mkdirSync(user.database);
    expect(await user.failure('status')).toMatch(/shop\.db cannot be opened: name a file, in a folder that/);
  });

  test('one in a folder that there is not', async () => {
    const user = createUser();
    const path = `${user.database}-nowhere/shop.db`;
    expect(await user.failure('status', '--db', path)).toMatch(
      /^The folder .*-nowhere of the database .* does not exist/,
    );
  });

  test('one without write access', async ({ skip }) => {
    skip(process.getuid?.() === 0, 'root may write to every file');
    const user = createUser();
    await connectShop(user, await openShop('bigcommerce', { orders: 1 }));
    chmodSync(user.database, 0o400);
    expect(await user.failure('sync')).toMatch(/shop\.db cannot be written: give this user write access/);
  });
});

test('commands that only look make no key, and a wrong file name is not connected to', async () => {
  const user = createUser();
  await user.run('status');
  expect(() => statSync(`${user.database}.key`)).toThrow(/ENOENT/);
});
