import { expect, test } from 'vitest';
import { type Run, readRun, type StreamRun } from './run.js';

const counts = { requests: 4, seen: 3, stored: 2, unchanged: 1, setAside: 0, deleted: 1, pages: 2 };
const window = { since: '2026-01-01T00:00:00Z', until: '2026-01-02T00:00:00Z' };
const run = (streams: Record<string, unknown>) => ({
  id: 'r1',
  connectionId: 'shop',
  full: false,
  startedAt: '2026-01-02T00:00:00Z',
  finishedAt: null,
  requests: 4,
  limited: 0,
  streams,
});

test('a run of today is read as it was stored', () => {
  const orders: StreamRun = { ...counts, ...window, kind: 'sweep', restored: 1, outcome: 'complete', reason: null };
  const stored: Run = { ...run({}), owner: 'process 1', streams: { orders } };
  expect(readRun(JSON.parse(JSON.stringify(stored)))).toEqual(stored);
});

test('what an earlier version called failed or interrupted is incomplete, for the reason that it gave', () => {
  const earlier = { ...counts, ...window };
  const { streams } = readRun(
    run({
      orders: { ...earlier, outcome: 'failed', error: 'no answer' },
      products: { ...earlier, outcome: 'interrupted', error: 'interrupted; the next run goes on from here' },
      customers: { ...earlier, since: null, outcome: 'complete', error: null },
    }),
  );
  const kept = { ...counts, ...window, restored: 0 };
  expect(streams).toEqual({
    orders: { ...kept, kind: 'incremental', outcome: 'incomplete', reason: 'no answer' },
    products: {
      ...kept,
      kind: 'incremental',
      outcome: 'incomplete',
      reason: 'interrupted; the next run goes on from here',
    },
    customers: { ...kept, since: null, kind: 'full', outcome: 'complete', reason: null },
  });
});
