import assert from 'node:assert/strict';
import type { NewEvent, Run, Storage, StoreEvent, StreamRun } from '@cartograph/core';
import { withShop } from '../asking.js';
import type { StorageRules } from '../rule.js';
import { connectionOf, minute, nativeOf, orderOf, pageOf, paymentOf, runOf, unreadable, yielding } from '../samples.js';

async function eventsOf(storage: Storage, since = 0, limit?: number): Promise<readonly StoreEvent[]> {
  const found: StoreEvent[] = [];
  for await (const event of storage.events({ since, ...(limit === undefined ? {} : { limit }) })) found.push(event);
  return found;
}

const told = async (storage: Storage, since = 0): Promise<readonly string[]> =>
  (await eventsOf(storage, since)).map(({ type, connectionId }) => `${connectionId} ${type}`);

/** A driver that tells of its events something else. */
const telling = (storage: Storage, change: (events: readonly StoreEvent[]) => readonly StoreEvent[]): Storage => ({
  ...storage,
  async *events(query) {
    yield* change(await eventsOf(storage, query.since, query.limit));
  },
});

const stream: StreamRun = {
  ...{ since: null, until: null, requests: 1, seen: 1, stored: 1, unchanged: 0, setAside: 0 },
  ...{ kind: 'full', deleted: 0, restored: 0, pages: 1, outcome: 'complete', reason: null },
};
const finished = (id: string, outcome: 'complete' | 'incomplete', over: Partial<Run> = {}): Run =>
  runOf(id, { finishedAt: minute(5), streams: { orders: { ...stream, outcome } }, ...over });

const happening = (type: string): NewEvent => ({
  type,
  connectionId: null,
  at: minute(3),
  data: { name: 'Tête', tags: {} },
});

const anyOrder = yielding('1', orderOf('1'), paymentOf('p1', '1'));

export const eventRules: StorageRules = {
  'what becomes of a connection is told once, under numbers without gaps, with the place in the change feed': {
    async holds(storage) {
      const paused = { pausedBecause: 'it was paused', pausedByUser: true as const };
      await storage.saveConnection(connectionOf('shop'), minute(1));
      await storage.saveConnection(connectionOf('shop', { settings: 'sealed anew' }), minute(2));
      await storage.commit(pageOf([anyOrder]));
      await storage.saveConnection(connectionOf('shop', paused), minute(3));
      await storage.saveConnection(connectionOf('shop', { pausedBecause: 'they still are' }), minute(4));
      await storage.saveConnection(connectionOf('shop'), minute(5));
      await storage.saveConnection(connectionOf('other', { ...paused, createdAt: minute(6) }));
      await storage.deleteConnection('shop', minute(7));
      await storage.deleteConnection('nobody', minute(8));
      const { id: _, settings: __, ...kept } = connectionOf('shop');
      const shop = { connectionId: 'shop', data: kept };
      assert.deepEqual(await eventsOf(storage), [
        { sequence: 1, changes: 0, type: 'connection.created', at: minute(1), ...shop },
        { sequence: 2, changes: 0, type: 'connection.connected', at: minute(1), ...shop },
        {
          sequence: 3,
          changes: 2,
          type: 'connection.disconnected',
          at: minute(3),
          ...shop,
          data: { ...kept, ...paused },
        },
        { sequence: 4, changes: 2, type: 'connection.reconnected', at: minute(5), ...shop },
        {
          ...{ sequence: 5, changes: 2, type: 'connection.created', connectionId: 'other', at: minute(6) },
          data: { ...kept, ...paused, createdAt: minute(6), shop: connectionOf('other').shop },
        },
        { sequence: 6, changes: 4, type: 'connection.deleted', at: minute(7), ...shop },
      ]);
      assert.equal(await storage.lastEvent(), 6);
    },
    broken: storage => telling(storage, events => events.map(event => ({ ...event, changes: 0 }))),
  },

  'a run is told when it is finished, once, and whether it is the first complete one of its connection': {
    async holds(storage) {
      await withShop(storage);
      await storage.saveConnection(connectionOf('other'));
      const since = await storage.lastEvent();
      await storage.saveRun(runOf('run-1'));
      await storage.commit(pageOf([anyOrder], { run: () => runOf('run-1') }));
      await storage.saveRun(finished('run-1', 'incomplete'));
      await storage.saveRun(finished('run-1', 'incomplete'));
      await storage.saveRun(finished('run-2', 'complete'));
      await storage.saveRun(finished('run-3', 'complete'));
      await storage.saveRun(finished('run-4', 'complete', { connectionId: 'other', finishedAt: minute(9) }));
      const events = await eventsOf(storage, since);
      assert.deepEqual(
        events.map(({ type, connectionId, changes, at, data }) => ({ type, connectionId, changes, at, data })),
        [
          ['run-1', false, false, 'shop', minute(5)] as const,
          ['run-2', true, true, 'shop', minute(5)] as const,
          ['run-3', true, false, 'shop', minute(5)] as const,
          ['run-4', true, true, 'other', minute(9)] as const,
        ].map(([runId, complete, first, connectionId, at]) => ({
          ...{ type: 'run.completed', connectionId, changes: 2, at },
          data: { runId, complete, first },
        })),
      );
      assert.deepEqual(await storage.run('run-2'), finished('run-2', 'complete'));
      assert.equal(await storage.run('nobody'), null);
    },
    broken: storage => ({ ...storage, saveRun: async run => storage.saveRun({ ...run, finishedAt: null }) }),
  },

  'what fails is not told and leaves no gap, and its run is not kept': {
    async holds(storage) {
      await withShop(storage);
      const since = await storage.lastEvent();
      const failing = pageOf([anyOrder, { ...anyOrder, native: nativeOf('2', unreadable) }], {
        run: () => finished('run-1', 'complete'),
      });
      await assert.rejects(storage.commit(failing));
      await assert.rejects(storage.saveRun(finished('run-1', 'complete', { connectionId: 'nobody' })));
      await storage.writeEntries({ tell: [happening('company.created')] });
      const events = await eventsOf(storage, since);
      assert.deepEqual(
        events.map(({ sequence, type }) => [sequence, type]),
        [[since + 1, 'company.created']],
      );
      assert.equal(await storage.run('run-1'), null);
    },
    broken: storage => ({
      ...storage,
      async commit(page) {
        if (page.run) await storage.saveRun(finished('run-1', 'complete'));
        return storage.commit(page);
      },
    }),
  },

  'entries are written together, with what is told of them, or not at all where one is not as it was expected': {
    async holds(storage) {
      const [one, two] = [
        { kind: 'company', id: 'a', body: '{"name":1}' },
        { kind: 'company', id: 'b', body: '{"name":2}' },
      ];
      const absent = { kind: 'company', id: 'a', body: null };
      await storage.writeEntries({ expect: [absent], put: [one, two], tell: [happening('company.created')] });
      const changed = { ...one, body: '{"name":3}' };
      const write = { put: [changed], remove: [two], tell: [happening('company.deleted')] };
      for (const expect of [absent, { ...one, body: '{"name": 1}' }, { ...one, id: 'nobody' }])
        await assert.rejects(storage.writeEntries({ ...write, expect: [two, expect] }), { code: 'conflict' });
      assert.deepEqual(await storage.entries('company'), [one, two]);
      await storage.writeEntries({ ...write, expect: [one, two] });
      assert.deepEqual(await storage.entries('company'), [changed]);
      assert.deepEqual(await eventsOf(storage), [
        { sequence: 1, changes: 0, ...happening('company.created') },
        { sequence: 2, changes: 0, ...happening('company.deleted') },
      ]);
    },
    broken: storage => ({ ...storage, writeEntries: ({ expect: _, ...write }) => storage.writeEntries(write) }),
  },

  'a reader of events that stops anywhere and goes on after what it read last misses nothing and meets nothing twice': {
    async holds(storage) {
      assert.deepEqual([await storage.lastEvent(), await eventsOf(storage)], [0, []]);
      const types = Array.from({ length: 600 }, (_, position) => `event ${position}`);
      for (const type of types) await storage.writeEntries({ tell: [happening(type)] });
      for (const limit of [1, 7, 300, 1000]) {
        const read: StoreEvent[] = [];
        for (let part = 0; part <= types.length / limit; part++)
          read.push(...(await eventsOf(storage, read.at(-1)?.sequence ?? 0, limit)));
        assert.deepEqual(
          read.map(({ type }) => type),
          types,
        );
      }
      assert.deepEqual(await told(storage, 1000), []);
    },
    broken: storage => telling(storage, events => events.slice(0, 250)),
  },
};
