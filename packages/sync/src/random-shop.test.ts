import type {} from '@cartograph/conformance';
import { createMemoryStorage, createSqliteStorage } from '@cartograph/storage';
import fc from 'fast-check';
import { describe, expect, inject, test } from 'vitest';
import { histories } from './testing/random-shop/history.js';
import { play } from './testing/random-shop/play.js';
import {
  byId,
  byKeyset,
  byPageNumberAfterTheMark,
  fromTheNewestRow,
  untilAShortPage,
  untilTheTotal,
} from './testing/random-shop/readers.js';

const nothing = { lost: [], stale: [], ghosts: [] };
const effort = inject('propertyEffort');

const holds = (reader: typeof byKeyset, createStorage: typeof createMemoryStorage, runs: number) =>
  fc.assert(
    fc.asyncProperty(histories, async history => {
      const storage = createStorage();
      expect(await play(history, reader, storage)).toEqual(nothing);
      await storage.close();
    }),
    { numRuns: runs * effort },
  );

describe('whatever happens between two requests, and wherever a run breaks off, the store ends as the shop is', () => {
  test('read by time and id', () => holds(byKeyset, createMemoryStorage, 500));
  test('read by id, in pages that may be short or empty', () => holds(byId, createMemoryStorage, 500));
  test('kept in SQLite', () => holds(byKeyset, () => createSqliteStorage({ path: ':memory:' }), 60));
});

describe('the same histories show what a naive loop loses', () => {
  const naive = { byPageNumberAfterTheMark, untilAShortPage, fromTheNewestRow, untilTheTotal };
  const some = fc.sample(histories, { seed: 1, numRuns: 100 });

  test.each(Object.entries(naive))('%s', async (_name, reader) => {
    const wrong = [];
    for (const history of some) {
      const { lost, stale } = await play(history, reader, createMemoryStorage());
      wrong.push(...lost, ...stale);
    }
    expect(wrong).not.toEqual([]);
  });
});
