import { chmodSync, existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from '@cartograph/core';
import { expect, test } from 'vitest';
import { createFolder } from '../testing/folder.js';
import { loadKey, loadOrMakeKey } from './key.js';

const digits = 'ab'.repeat(32);

test('a key is made beside the database, for its owner only, and is the same the next time', () => {
  const database = join(createFolder(), 'shop.db');
  const key = loadOrMakeKey(undefined, database);
  expect(key).toHaveLength(32);
  expect(statSync(`${database}.key`).mode & 0o777).toBe(0o600);
  expect(loadKey(undefined, database)).toEqual(key);
  expect(loadOrMakeKey(undefined, database)).toEqual(key);
});

test('two databases have two keys', () => {
  const folder = createFolder();
  const [one, two] = ['one.db', 'two.db'].map(name => loadOrMakeKey(undefined, join(folder, name)));
  expect(one).not.toEqual(two);
});

test('the key of the environment wins, and no file is made', () => {
  const database = join(createFolder(), 'shop.db');
  expect(loadOrMakeKey(digits, database).toString('hex')).toBe(digits);
  expect(existsSync(`${database}.key`)).toBe(false);
});

test('a key file that others may read is refused, with the command that mends it', ({ skip }) => {
  skip(process.platform === 'win32', 'Windows has no permissions of this kind');
  const database = join(createFolder(), 'shop.db');
  loadOrMakeKey(undefined, database);
  chmodSync(`${database}.key`, 0o644);
  const load = () => loadKey(undefined, database);
  expect(load).toThrow(ConfigError);
  expect(load).toThrow(`others may read the key file ${database}.key: run "chmod 600 ${database}.key"`);
});

test.each([
  ['too short', 'abcd'],
  ['not of hexadecimal digits', 'z'.repeat(64)],
])('a CARTOGRAPH_KEY that is %s is refused, and not shown', (_, text) => {
  const load = () => loadKey(text, 'shop.db');
  expect(load).toThrow(ConfigError);
  expect(load).toThrow('CARTOGRAPH_KEY must hold 64 hexadecimal digits: make some with "openssl rand -hex 32"');
});

test('a key file that is gone is not replaced by another key, which would open nothing', () => {
  const database = join(createFolder(), 'shop.db');
  expect(() => loadKey(undefined, database)).toThrow(`the key file ${database}.key is gone: put it back`);
  expect(existsSync(`${database}.key`)).toBe(false);
});

test('a key file with something else in it is named', () => {
  const database = join(createFolder(), 'shop.db');
  writeFileSync(`${database}.key`, 'not a key', { mode: 0o600 });
  expect(() => loadKey(undefined, database)).toThrow(`the key file ${database}.key must hold 64 hexadecimal digits`);
});

test('a key file that cannot be made is named', () => {
  const database = join(createFolder(), 'nowhere', 'shop.db');
  const load = () => loadOrMakeKey(undefined, database);
  expect(load).toThrow(ConfigError);
  expect(load).toThrow(`cannot make the key file ${database}.key (ENOENT)`);
});
