import { type Coverage, everything, type NativePage, UnsupportedError } from '@cartograph/core';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { createHost } from '../http/host.js';
import { defineConnector, stream } from './define.js';
import type { BodyPage, StreamDefinition } from './stream.js';

interface Shelf {
  readonly now: () => Date;
  readonly pages: readonly BodyPage[];
  reads: number;
}

const shopSchema = z.strictObject({ name: z.null(), currency: z.null(), timeZone: z.null() });
type Shop = z.infer<typeof shopSchema>;
type Definition = StreamDefinition<Shelf, Shop, { id: number }>;

function openWith(pages: readonly BodyPage[], definition: Partial<Definition> = {}) {
  const shelf: Shelf = { now: () => new Date('2026-01-01'), pages, reads: 0 };
  const connector = defineConnector<null, Shelf, Shop>({
    id: 'literal',
    title: 'Literal',
    mapperVersion: 1,
    config: z.null(),
    shop: shopSchema,
    emptyShop: { name: null, currency: null, timeZone: null },
    coverage: {} as Coverage,
    streams: {
      things: stream<Shelf, Shop, { id: number }>({
        yields: ['locations'],
        incremental: 'none',
        lagMs: 0,
        native: z.object({ id: z.number() }),
        identify: ({ id }) => ({ id: String(id), modifiedAt: null }),
        async *read(client) {
          for (const page of client.pages) {
            client.reads += 1;
            yield page;
          }
        },
        normalize: () => [],
        ...definition,
      }),
    },
    open: () => shelf,
    check: async () => ({ name: null, currency: null, timeZone: null }),
  });
  return { shelf, connector, session: connector.open(null, createHost()) };
}

const threePages: readonly BodyPage[] = [
  { bodies: [{ id: 1 }, { id: 2 }], next: '1' },
  { bodies: [{ id: 3 }], next: '2' },
  { bodies: [{ id: 4 }], next: null },
];

test('a stream that is read whole finds records by reading, no further than it has to', async () => {
  const { session, shelf } = openWith(threePages);
  const found = await session.find('things', ['3', '1']);
  expect([...found.keys()].toSorted()).toEqual(['1', '3']);
  expect(found.get('3')).toEqual({ stream: 'things', id: '3', modifiedAt: null, body: { id: 3 } });
  expect(shelf.reads).toBe(2);
});

test('what a whole reading does not meet is gone, unless a record in it could not be served', async () => {
  expect(await openWith(threePages).session.find('things', ['9'])).toEqual(new Map([['9', null]]));
  const failed = [{ id: '9', reason: 'failing' }];
  const holed = openWith([...threePages, { bodies: [], failed, next: null }]);
  expect(await holed.session.find('things', ['9'])).toEqual(new Map());
});

test('a stream that is read by time and has no way to ask for ids says so before any call', async () => {
  const { session, shelf } = openWith(threePages, { incremental: 'modified' });
  await expect(session.find('things', ['1'])).rejects.toThrow(UnsupportedError);
  expect(() => session.ids('things', null)).toThrow(UnsupportedError);
  expect(shelf.reads).toBe(0);
});

test('a stream finds records and lists ids in the ways of its own', async () => {
  const { session } = openWith([], {
    incremental: 'modified',
    find: async (_client, ids) => new Map(ids.map(id => [id, id === '1' ? { id: 1 } : null])),
    async *ids(_client, resume) {
      yield { ids: [resume ?? 'first'], next: null };
    },
  });
  const found = await session.find('things', ['1', '2']);
  expect([found.get('1')?.body, found.get('2')]).toEqual([{ id: 1 }, null]);
  const pages = [];
  for await (const page of session.ids('things', 'there')) pages.push(page);
  expect(pages).toEqual([{ ids: ['there'], next: null }]);
});

test('a page tells what could not be served', async () => {
  const failed = [{ id: '7', reason: 'the shop is failing' }];
  const pages: NativePage[] = [];
  for await (const page of openWith([{ bodies: [], next: null, total: 9, failed }]).session.read('things', everything))
    pages.push(page);
  expect(pages).toEqual([{ records: [], next: null, total: 9, failed }]);
});

test('what a feed could not be served is of the stream that it feeds, unless it names another', async () => {
  const failed = [
    { id: '7', reason: 'the shop is failing' },
    { id: 'the second place', reason: 'the shop is failing', stream: 'things' },
  ];
  const { session } = openWith([{ bodies: [{ id: 1 }], next: null, failed }], { feeds: 'shelves' });
  for await (const page of session.read('things', everything)) {
    expect(page.records[0]).toMatchObject({ stream: 'shelves', id: '1' });
    expect(page.failed?.map(({ stream, id }) => [stream, id])).toEqual([
      ['shelves', '7'],
      ['things', 'the second place'],
    ]);
  }
  expect.assertions(2);
});

test('how often a stream is read and swept has a default, and null for never stands', () => {
  const cadence = (definition: Partial<Definition>) => {
    const { everyMs, sweepEveryMs } = openWith([], definition).connector.streams.things ?? {};
    return { everyMs, sweepEveryMs };
  };
  async function* ids() {
    yield { ids: [], next: null };
  }
  const [minute, day] = [60_000, 24 * 60 * 60_000];
  expect(cadence({})).toEqual({ everyMs: day, sweepEveryMs: null });
  expect(cadence({ incremental: 'modified', ids })).toEqual({ everyMs: 5 * minute, sweepEveryMs: day });
  expect(cadence({ ids, sweepEveryMs: null })).toEqual({ everyMs: day, sweepEveryMs: null });
  expect(cadence({ everyMs: minute, sweepEveryMs: minute })).toEqual({ everyMs: minute, sweepEveryMs: minute });
});
