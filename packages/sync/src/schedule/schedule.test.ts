import type { Checkpoint } from '@cartograph/core';
import { expect, test } from 'vitest';
import type { Stop } from '../stop.js';
import { freshnessOf } from './freshness.js';
import { tasksOf } from './plan.js';
import { holdAfter } from './recovery.js';

const minute = 60_000;
const day = 24 * 60 * minute;
const noon = '2026-02-01T12:00:00.000Z';
const noonMs = Date.parse(noon);
const stream = { everyMs: 5 * minute, sweepEveryMs: day, incremental: 'modified', lagMs: minute } as const;
const read: Checkpoint = { mark: noon, window: null, completedAt: noon, enumeratedAt: noon };
const window = { since: noon, until: noon, resume: 'page 2', runId: 'r1', full: false };
const tasks = (checkpoint: Checkpoint | null, holds = new Map()) =>
  tasksOf('orders', stream, checkpoint, holds).map(({ kind, pace, dueMs }) => [kind, pace, dueMs]);

test('a stream is read and swept when its cadences say so', () => {
  expect(tasks(read)).toEqual([
    ['read', 'quick', noonMs + 5 * minute],
    ['sweep', 'long', noonMs + day],
  ]);
});

test('what was never read, or broke off, is due at once; a first reading takes long and needs no sweep', () => {
  expect(tasks(null)).toEqual([['read', 'long', 0]]);
  expect(tasks({ ...read, window })[0]).toEqual(['read', 'quick', 0]);
  expect(tasks({ ...read, window: { ...window, full: true } })).toEqual([['read', 'long', 0]]);
  expect(tasks({ ...read, sweep: { runId: 'r1', resume: 'page 2' } })[1]).toEqual(['sweep', 'long', 0]);
  const slice = { since: noon, until: noon, resume: null };
  expect(tasks({ ...read, backfill: { runId: 'r1', startedAt: noon, slice, met: true } })).toEqual([
    ['read', 'long', 0],
  ]);
});

test('a store of an earlier version is read and swept at once', () => {
  expect(tasks({ mark: noon, window: null }).map(([, , dueMs]) => dueMs)).toEqual([0, 0]);
});

test('what is held waits for its time, each task apart', () => {
  const holds = new Map([['sweep orders', { failures: 1, untilMs: noonMs + 2 * day }]]);
  expect(tasks(read, holds).map(([, , dueMs]) => dueMs)).toEqual([noonMs + 5 * minute, noonMs + 2 * day]);
});

const stop = (more: Partial<Stop>): Stop => ({
  reason: 'no answer',
  recovery: 'retry',
  code: 'transport',
  retryAfterMs: null,
  endsTheRun: true,
  ...more,
});

test('waits double from half a minute to an hour, spread by up to a half', () => {
  const waits = (random: number) => {
    let hold = holdAfter(stop({}), undefined, 0, () => random);
    const all = [hold.untilMs];
    for (let failure = 0; failure < 8; failure += 1) {
      hold = holdAfter(stop({}), hold, 0, () => random);
      all.push(hold.untilMs);
    }
    return all.map(ms => ms / 1000);
  };
  expect(waits(1)).toEqual([30, 60, 120, 240, 480, 960, 1920, 3600, 3600]);
  expect(waits(0)).toEqual([15, 30, 60, 120, 240, 480, 960, 1800, 1800]);
});

test('no attempt comes before the platform wants it, and a refusal is left for a day', () => {
  expect(holdAfter(stop({ retryAfterMs: day * 2 }), undefined, 0, () => 1).untilMs).toBe(day * 2);
  expect(holdAfter(stop({ recovery: 'stop', code: 'request' }), undefined, noonMs, () => 1).untilMs).toBe(noonMs + day);
});

test('freshness tells a quiet shop from a sync that does not come', () => {
  const at = (minutes: number) =>
    freshnessOf(stream, { ...read, newestAt: '2026-01-01T00:00:00Z' }, noonMs + minutes * minute);
  expect(at(3)).toEqual({
    completedAt: noon,
    lagMs: 3 * minute,
    state: 'fresh',
    newestAt: '2026-01-01T00:00:00Z',
    open: null,
  });
  expect([at(11).state, at(12).state, at(51).state, at(52).state]).toEqual(['fresh', 'late', 'late', 'stalled']);
  expect(freshnessOf(stream, null, noonMs)).toMatchObject({ completedAt: null, lagMs: null, state: null, open: null });
});

test('a first backfill is not fresh until something of it was read to its end', () => {
  const slice = { since: noon, until: noon, resume: null };
  const open: Checkpoint = { mark: noon, window: null, backfill: { runId: 'r1', startedAt: noon, slice, met: true } };
  expect(freshnessOf(stream, open, noonMs)).toMatchObject({ state: null, open: 'backfill' });
  expect(freshnessOf(stream, { ...open, completedAt: noon }, noonMs)).toMatchObject({
    state: 'fresh',
    open: 'backfill',
  });
});
