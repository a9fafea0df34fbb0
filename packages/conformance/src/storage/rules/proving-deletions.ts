import assert from 'node:assert/strict';
import type { Checkpoint, Meeting, PageCommit, Storage } from '@cartograph/core';
import { idsOf, stored, withShop } from '../asking.js';
import type { StorageRules } from '../rule.js';
import {
  connectionOf,
  minute,
  noWindow,
  orderOf,
  pageOf,
  paymentOf,
  setAsideOf,
  sweepOf,
  yielding,
} from '../samples.js';

const orders = (...ids: readonly string[]) => ids.map(id => yielding(id, orderOf(id)));

/** An enumeration of ids by the run `sweep-1` that is under way. */
const sweeping: Checkpoint = { mark: minute(0), window: null, sweep: { runId: 'sweep-1', resume: null } };

const meetingOf = (ids: readonly string[], over: Partial<Meeting> = {}): Meeting => ({
  connectionId: 'shop',
  stream: 'orders',
  runId: 'sweep-1',
  at: minute(20),
  ids,
  checkpoint: sweeping,
  ...over,
});

const unmet = (storage: Storage, limit = 10) =>
  storage.unmet({ connectionId: 'shop', stream: 'orders', runId: 'sweep-1', limit });

const because = async (storage: Storage, id: string) => (await stored(storage, 'orders', id)).deletedBecause;

/** A driver that commits something else. */
const committing = (storage: Storage, change: (page: PageCommit) => PageCommit): Storage => ({
  ...storage,
  commit: page => storage.commit(change(page)),
});

export const provingRules = {
  'a deleted record tells by what it was found gone, until it is restored': {
    async holds(storage) {
      await withShop(storage);
      await storage.commit(pageOf(orders('1', '2', '3')));
      await storage.commit(pageOf([yielding('4', orderOf('4'), paymentOf('p4', '4'))]));
      await storage.commit(pageOf([...orders('1'), yielding('4', orderOf('4'))], { runId: 'run-2', gone: ['3'] }));
      await storage.sweep(sweepOf('run-2'));
      assert.deepEqual(
        [await because(storage, '1'), await because(storage, '2'), await because(storage, '3')],
        [null, 'enumeration', 'not found'],
      );
      assert.equal((await stored(storage, 'payments', 'p4')).deletedBecause, 'not yielded');
      await storage.commit(pageOf(orders('3'), { at: minute(40) }));
      const back = await stored(storage, 'orders', '3');
      assert.deepEqual([back.deletedAt, back.deletedBecause], [null, null]);
      await storage.sweep(sweepOf('run-3', { evidence: 'sweep' }));
      assert.equal(await because(storage, '3'), 'sweep');
    },
    broken: storage => ({ ...storage, sweep: ({ evidence: _, ...sweep }) => storage.sweep(sweep) }),
  },

  'ids that were met are kept by the sweep; what they yield is not touched': {
    async holds(storage) {
      await withShop(storage);
      await storage.commit(pageOf(orders('1', '2', '3')));
      await storage.meet(meetingOf(['1']));
      await storage.meet(meetingOf(['3']));
      const before = await storage.lastSequence();
      const swept = await storage.sweep(sweepOf('sweep-1', { evidence: 'sweep' }));
      assert.deepEqual(swept, { deleted: 1, sequence: before + 1 });
      assert.deepEqual(await idsOf(storage, { resource: 'orders' }), ['1', '3']);
      assert.equal((await stored(storage, 'orders', '1')).syncedAt, minute(1));
    },
    broken: storage => ({ ...storage, meet: meeting => storage.meet({ ...meeting, ids: [] }) }),
  },

  'a meeting saves the checkpoint, and belongs to a connection that is there': {
    async holds(storage) {
      await withShop(storage);
      const checkpoint: Checkpoint = {
        ...sweeping,
        sweep: { runId: 'sweep-1', resume: 'page 2' },
        newestAt: minute(3),
      };
      await storage.meet(meetingOf([], { checkpoint }));
      assert.deepEqual(await storage.checkpoint('shop', 'orders'), checkpoint);
      await assert.rejects(storage.meet(meetingOf([], { connectionId: 'nobody' })), { code: 'config' });
    },
    broken: storage => ({ ...storage, meet: meeting => storage.meet({ ...meeting, checkpoint: noWindow }) }),
  },

  'a meeting tells which of the ids are missing: never stored, or gone and listed again': {
    async holds(storage) {
      await withShop(storage);
      await storage.commit(pageOf(orders('1', '2'), { setAside: [setAsideOf('3')] }));
      await storage.commit(pageOf([], { gone: ['2'] }));
      assert.deepEqual(await storage.meet(meetingOf(['1', '2', '3', '4'])), { missing: ['2', '4'] });
    },
    broken: storage => ({
      ...storage,
      meet: meeting => storage.meet({ ...meeting, ids: meeting.ids.filter(id => id !== '2') }),
    }),
  },

  'the ids that were not met are told before the sweep, those set aside among them and those gone not': {
    async holds(storage) {
      await withShop(storage);
      await storage.saveConnection(connectionOf('other'));
      await storage.commit(pageOf(orders('1', '2', '3', '4'), { setAside: [setAsideOf('5')] }));
      await storage.commit(pageOf(orders('6'), { stream: 'refunds' }));
      await storage.commit(pageOf(orders('7'), { connectionId: 'other' }));
      await storage.commit(pageOf([], { gone: ['4'] }));
      await storage.meet(meetingOf(['2']));
      assert.deepEqual(await unmet(storage), ['1', '3', '5']);
      assert.deepEqual(await unmet(storage, 2), ['1', '3']);
    },
    broken: storage => ({ ...storage, unmet: query => storage.unmet({ ...query, limit: 10 }) }),
  },

  'a page that is committed while a sweep is open counts as met, also one of another stream': {
    async holds(storage) {
      await withShop(storage);
      await storage.commit(pageOf(orders('1', '2', '3', '4')));
      await storage.meet(meetingOf(['1']));
      const window = { since: minute(0), until: minute(9), resume: null, runId: 'run-2', full: false };
      await storage.commit(pageOf(orders('2'), { runId: 'run-2', checkpoint: { ...sweeping, window } }));
      await storage.commit({ ...pageOf(orders('3'), { runId: 'run-2' }), stream: 'refunds' });
      await storage.commit(pageOf([], { checkpoint: sweeping, setAside: [setAsideOf('5')] }));
      assert.deepEqual(await unmet(storage), ['4']);
    },
    broken: storage => committing(storage, page => ({ ...page, checkpoint: { ...page.checkpoint, sweep: null } })),
  },

  'what the platform does not find is deleted and leaves what is set aside; another native record keeps what it yields':
    {
      async holds(storage) {
        await withShop(storage);
        const shared = [yielding('1', orderOf('a')), yielding('2', orderOf('a'), orderOf('b'))];
        await storage.commit(pageOf(shared, { setAside: [setAsideOf('3')] }));
        const result = await storage.commit(pageOf([], { gone: ['2', '3', 'never heard of'], at: minute(5) }));
        assert.deepEqual([result.stored, result.deleted], [1, 1]);
        assert.deepEqual(await idsOf(storage, { resource: 'orders' }), ['a']);
        assert.deepEqual(await storage.setAside(), []);
        assert.equal((await stored(storage, 'orders', 'b')).deletedAt, minute(5));
        assert.deepEqual(await unmet(storage), ['1']);
      },
      broken: storage => committing(storage, ({ gone: _, ...page }) => page),
    },
} satisfies StorageRules;
