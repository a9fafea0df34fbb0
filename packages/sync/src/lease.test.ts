import { ConflictError, type Host, type Run, type Storage } from '@cartograph/core';
import { createMemoryStorage } from '@cartograph/storage';
import { beforeEach, expect, test } from 'vitest';
import { withLease } from './lease.js';
import { type SyncOptions, syncConnection } from './sync-connection.js';
import { createLiteralShop, literalConnection, literalConnector, literalHost } from './testing/literal.js';

let shop = createLiteralShop();
let storage: Storage = createMemoryStorage();
let runs = 0;

beforeEach(async () => {
  shop = createLiteralShop();
  storage = createMemoryStorage();
  await storage.saveConnection(literalConnection);
});

const holderOf = (name: string) => ({ owner: name, holder: `${name} on this machine, since noon` });
const run = (options: Partial<SyncOptions> = {}) =>
  syncConnection({
    connection: literalConnection,
    connector: literalConnector(shop),
    config: {},
    storage,
    host: literalHost(),
    runId: `run-${++runs}`,
    ...options,
  });

test('a stream that another process writes is left to it, and the run says who has it; the other streams are read', async () => {
  let second: Run | null = null;
  shop.onPage = async page => {
    if (page !== 1 || second !== null) return;
    second = await run({ holder: holderOf('second') });
  };
  const first = await run({ holder: holderOf('first') });
  expect(first.streams.payments).toMatchObject({ seen: 5, outcome: 'complete' });
  expect(second).toMatchObject({
    streams: {
      payments: {
        outcome: 'incomplete',
        seen: 0,
        reason: expect.stringContaining('is being written by first on this machine, since noon'),
      },
      company: { outcome: 'complete' },
    },
  });
});

test('two runs of one process exclude each other as two processes do', async () => {
  const reasons: (string | null | undefined)[] = [];
  shop.onPage = async page => {
    if (page !== 1 || reasons.length > 0) return;
    reasons.push((await run({ holder: holderOf('process') })).streams.payments?.reason);
  };
  await run({ holder: holderOf('process') });
  expect(reasons).toEqual([expect.stringContaining('is being written by process')]);
});

test('what a dead process held is taken over at once, and what it writes after that is refused', async () => {
  let taken: Run | null = null;
  shop.onPage = async page => {
    if (page !== 1 || taken !== null) return;
    taken = await run({ holder: { ...holderOf('second'), isDead: owner => owner === 'first' } });
  };
  const first = await run({ holder: holderOf('first') });
  expect(taken).toMatchObject({ streams: { payments: { outcome: 'complete' } } });
  expect(first.streams.payments).toMatchObject({
    outcome: 'incomplete',
    reason: expect.stringContaining('took over payments'),
  });
  expect((await storage.checkpoint('shop', 'payments'))?.window).toBeNull();
});

/** Time that goes by as far as somebody sleeps. */
function sleepingHost(): Host & { present: number } {
  const host = {
    ...literalHost(),
    present: Date.parse('2026-02-01T12:00:00Z'),
    now: () => new Date(host.present),
    sleep: async (ms: number) => {
      await new Promise(resolve => setImmediate(resolve));
      host.present += ms;
    },
  };
  return host;
}

test('a lease is renewed while a page is slow, and given back in the end', async () => {
  const host = sleepingHost();
  const context = { connection: literalConnection, storage, host, runId: 'r1' };
  await withLease({ ...context, holder: holderOf('first') }, 'payments', async () => {
    const began = host.present;
    while (host.present < began + 10 * 60_000) await new Promise(resolve => setImmediate(resolve));
    const other = withLease({ ...context, holder: holderOf('second') }, 'payments', async () => {});
    await expect(other).rejects.toThrow(ConflictError);
  });
  await expect(withLease({ ...context, holder: holderOf('second') }, 'payments', async () => 'free')).resolves.toBe(
    'free',
  );
});

test('a lease is given back when the work fails, and the failure is the one that is told', async () => {
  const context = {
    connection: literalConnection,
    storage,
    host: literalHost(),
    runId: 'r1',
    holder: holderOf('first'),
  };
  const failing = withLease(context, 'payments', async () => {
    throw new Error('no answer');
  });
  await expect(failing).rejects.toThrow('no answer');
  await withLease({ ...context, holder: holderOf('second') }, 'payments', async () => {});
});
