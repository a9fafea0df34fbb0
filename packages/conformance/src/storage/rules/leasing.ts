import assert from 'node:assert/strict';
import { everyStream, type LeaseRequest, type Storage } from '@cartograph/core';
import { idsOf, withShop } from '../asking.js';
import type { StorageRules } from '../rule.js';
import { connectionOf, minute, noWindow, orderOf, pageOf, replayOf, sweepOf, yielding } from '../samples.js';

const asked = (owner: string, over: Partial<LeaseRequest> = {}): LeaseRequest => ({
  connectionId: 'shop',
  stream: 'orders',
  owner,
  holder: `process of ${owner}`,
  at: minute(0),
  ttlMs: 120_000,
  ...over,
});

/** The token; the lease must be given. */
async function tokenOf(storage: Storage, request: LeaseRequest): Promise<number> {
  const answer = await storage.acquireLease(request);
  assert.ok('token' in answer, `${request.owner} is refused: it is held by ${JSON.stringify(answer)}`);
  return answer.token;
}

const one = yielding('1', orderOf('1'));
const conflict = { code: 'conflict', recovery: 'retry' };
const forgetful = (storage: Storage): Storage => ({
  ...storage,
  commit: ({ fence: _, ...page }) => storage.commit(page),
  sweep: ({ fence: _, ...sweep }) => storage.sweep(sweep),
  meet: ({ fence: _, ...meeting }) => storage.meet(meeting),
  replay: ({ fence: _, ...replay }) => storage.replay(replay),
});

export const leasingRules = {
  'a lease is given to one owner; another is told who has it and until when': {
    async holds(storage) {
      await withShop(storage);
      const token = await tokenOf(storage, asked('a'));
      assert.deepEqual(await storage.acquireLease(asked('b', { at: minute(1) })), {
        heldBy: 'process of a',
        owner: 'a',
        until: minute(2),
      });
      assert.equal(await tokenOf(storage, asked('a', { at: minute(1) })), token);
    },
    broken: storage => ({ ...storage, acquireLease: async () => ({ token: 1 }) }),
  },

  'leases of other streams and other connections do not matter': {
    async holds(storage) {
      await withShop(storage);
      await storage.saveConnection(connectionOf('other'));
      await tokenOf(storage, asked('a'));
      await tokenOf(storage, asked('b', { stream: 'products' }));
      await tokenOf(storage, asked('c', { connectionId: 'other' }));
      await tokenOf(storage, asked('d', { stream: everyStream }));
      await assert.rejects(storage.acquireLease(asked('a', { connectionId: 'nobody' })), { code: 'config' });
    },
    broken: storage => ({
      ...storage,
      acquireLease: ({ stream: _, ...request }) => storage.acquireLease({ ...request, stream: 'any' }),
    }),
  },

  'a lease that expired, was released, or is taken from an owner known to be dead goes to another with a greater token':
    {
      async holds(storage) {
        await withShop(storage);
        const first = await tokenOf(storage, asked('a'));
        const second = await tokenOf(storage, asked('b', { at: minute(2) }));
        await storage.releaseLease({ connectionId: 'shop', stream: 'orders', token: second });
        const third = await tokenOf(storage, asked('c', { at: minute(2) }));
        const fourth = await tokenOf(storage, asked('d', { at: minute(2), insteadOf: 'c' }));
        assert.ok('heldBy' in (await storage.acquireLease(asked('e', { at: minute(2), insteadOf: 'c' }))));
        assert.ok(first < second && second < third && third < fourth);
      },
      broken: storage => ({ ...storage, releaseLease: async () => {} }),
    },

  'a lease that another took over is neither renewed nor released by the one before': {
    async holds(storage) {
      await withShop(storage);
      const late = { connectionId: 'shop', stream: 'orders', token: await tokenOf(storage, asked('a')) };
      await tokenOf(storage, asked('b', { at: minute(2) }));
      await assert.rejects(storage.renewLease({ ...late, at: minute(3) }), conflict);
      await storage.releaseLease(late);
      assert.ok('heldBy' in (await storage.acquireLease(asked('c', { at: minute(3) }))));
    },
    broken: storage => ({ ...storage, renewLease: async () => {} }),
  },

  'renewing moves the end of a lease, and so does every write that carries its token': {
    async holds(storage) {
      await withShop(storage);
      const fence = await tokenOf(storage, asked('a'));
      const until = async () => {
        const answer = await storage.acquireLease(asked('b'));
        return 'until' in answer ? answer.until : null;
      };
      await storage.renewLease({ connectionId: 'shop', stream: 'orders', token: fence, at: minute(1) });
      assert.equal(await until(), minute(3));
      await storage.commit(pageOf([one], { fence, at: minute(2) }));
      assert.equal(await until(), minute(4));
      const met = { connectionId: 'shop', stream: 'orders', runId: 'run-1', ids: ['1'], checkpoint: noWindow };
      await storage.meet({ ...met, fence, at: minute(3) });
      assert.equal(await until(), minute(5));
      await storage.sweep(sweepOf('run-1', { fence, at: minute(4) }));
      assert.equal(await until(), minute(6));
    },
    broken: forgetful,
  },

  'a write whose token is not the latest is refused, and nothing of it is kept': {
    async holds(storage) {
      await withShop(storage);
      await storage.commit(pageOf([one]));
      const fence = await tokenOf(storage, asked('a'));
      const whole = await tokenOf(storage, asked('a', { stream: everyStream }));
      await tokenOf(storage, asked('b', { at: minute(2) }));
      await tokenOf(storage, asked('b', { at: minute(2), stream: everyStream }));
      const late = { fence, checkpoint: { mark: minute(3), window: null } };
      await assert.rejects(storage.commit(pageOf([yielding('2', orderOf('2'))], late)), conflict);
      await assert.rejects(storage.sweep(sweepOf('run-2', late)), conflict);
      const met = { connectionId: 'shop', stream: 'orders', runId: 'run-2', at: minute(3), ids: ['1'] };
      await assert.rejects(storage.meet({ ...met, ...late }), conflict);
      const anew = { native: one.native, records: [orderOf('1', { note: 'late' })] };
      await assert.rejects(storage.replay(replayOf([anew], { fence: whole })), conflict);
      assert.deepEqual(await idsOf(storage, { resource: 'orders' }), ['1']);
      assert.equal((await storage.record('shop', 'orders', '1'))?.note, null);
      assert.deepEqual(await storage.checkpoint('shop', 'orders'), noWindow);
      assert.equal(await storage.lastSequence(), 1);
    },
    broken: forgetful,
  },

  'an owner whose lease expired may go on as long as nobody else took it': {
    async holds(storage) {
      await withShop(storage);
      const fence = await tokenOf(storage, asked('a'));
      await assert.doesNotReject(storage.commit(pageOf([one], { fence, at: minute(9) })));
      assert.ok('heldBy' in (await storage.acquireLease(asked('b', { at: minute(10) }))));
    },
    broken: storage => ({
      ...storage,
      async commit(page) {
        await tokenOf(storage, asked('somebody', { at: page.at }));
        return storage.commit(page);
      },
    }),
  },

  'a connection that goes stops those who write through it, also when another of its name is added': {
    async holds(storage) {
      await withShop(storage);
      const fence = await tokenOf(storage, asked('a'));
      await storage.deleteConnection('shop', minute(1));
      await withShop(storage);
      await assert.rejects(storage.commit(pageOf([one], { fence })), conflict);
      assert.ok((await tokenOf(storage, asked('b'))) > fence);
    },
    broken: forgetful,
  },
} satisfies StorageRules;
