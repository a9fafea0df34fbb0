import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, expect, test } from 'vitest';
import { keeper } from './kept.js';

const folder = mkdtempSync(join(tmpdir(), 'cartograph-kept-'));
const opened: Database.Database[] = [];
afterAll(() => {
  for (const database of opened) database.close();
  rmSync(folder, { recursive: true });
});

/** A file with one name in it, a second connection as another process would have, and how often the first was read. */
function open(name: string) {
  const path = join(folder, name);
  const [mine, theirs] = [new Database(path), new Database(path)];
  opened.push(mine, theirs);
  mine.pragma('journal_mode = WAL');
  mine.exec(`CREATE TABLE names (id TEXT PRIMARY KEY, name TEXT); INSERT INTO names VALUES ('a', 'first')`);
  const one = mine.prepare<[string], string>('SELECT name FROM names WHERE id = ?').pluck();
  let reads = 0;
  const nameOf = keeper(mine)(id => {
    reads += 1;
    return one.get(id) ?? null;
  });
  return { mine, theirs, nameOf, reads: () => reads };
}

const rename = (database: Database.Database, name: string) =>
  database.prepare(`UPDATE names SET name = ? WHERE id = 'a'`).run(name);

test('what was read stands until something is written, here or by another process', () => {
  const { mine, theirs, nameOf, reads } = open('written.db');
  expect([nameOf('a'), nameOf('a'), reads()]).toEqual(['first', 'first', 1]);
  rename(mine, 'second');
  expect([nameOf('a'), nameOf('a'), reads()]).toEqual(['second', 'second', 2]);
  rename(theirs, 'third');
  expect([nameOf('a'), nameOf('a'), reads()]).toEqual(['third', 'third', 3]);
});

test('what a transaction sees before it is undone is not kept', () => {
  const { mine, nameOf } = open('undone.db');
  expect(nameOf('a')).toBe('first');
  const undone = mine.transaction(() => {
    rename(mine, 'never');
    expect(nameOf('a')).toBe('never');
    throw new RangeError('undone');
  });
  expect(undone).toThrow(RangeError);
  expect(nameOf('a')).toBe('first');
});

test('what is not there is not kept, however many ask for it', () => {
  const { nameOf, reads } = open('absent.db');
  expect([nameOf('b'), nameOf('b'), reads()]).toEqual([null, null, 2]);
});
