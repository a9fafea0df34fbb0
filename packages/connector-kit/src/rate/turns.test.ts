import type { Lane } from '@cartograph/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTurns, type Floors } from './turns.js';

/** Who gets the next places while these lanes wait all the time. */
function places(count: number, waiting: readonly Lane[], floors: Partial<Floors> = {}): Lane[] {
  const turns = createTurns(floors);
  const waits = (lane: Lane) => waiting.includes(lane);
  return Array.from({ length: count }, () => {
    const [first] = turns.order().filter(waits);
    if (first === undefined) throw new Error('nobody waits');
    turns.given(first, waits);
    return first;
  });
}

const share = (lane: Lane, given: readonly Lane[]) => given.filter(other => other === lane).length / given.length;

test('the higher lane goes first, and the lower ones get their floors', () => {
  const given = places(1000, ['interactive', 'incremental', 'backfill']);
  expect(share('incremental', given)).toBeCloseTo(0.3, 2);
  expect(share('backfill', given)).toBeCloseTo(0.1, 2);
  expect(share('interactive', given)).toBeCloseTo(0.6, 2);
});

test('a lane alone gets everything', () => {
  expect(share('backfill', places(100, ['backfill']))).toBe(1);
});

test('a floor of nothing is no promise', () => {
  expect(share('backfill', places(100, ['interactive', 'backfill'], { backfill: 0 }))).toBe(0);
});

test('a lane that did not wait is owed nothing when it comes', () => {
  const turns = createTurns();
  for (let place = 0; place < 100; place += 1) turns.given('interactive', lane => lane === 'interactive');
  expect(turns.order()[0]).toBe('interactive');
});

test('incremental leaves the floor of interactive, backfill everything, and nobody anything who is owed a place', () => {
  const turns = createTurns({ interactive: 0.2, incremental: 0.25, backfill: 0.5 });
  expect((['interactive', 'incremental', 'backfill'] as const).map(turns.keepFree)).toEqual([0, 0.2, 1]);
  turns.given('interactive', () => true);
  turns.given('interactive', () => true);
  expect(turns.keepFree('backfill')).toBe(0);
});

test.each([{ interactive: 0.9 }, { backfill: -0.1 }, { incremental: Number.NaN }])('%j are no floors', floors => {
  expect(() => createTurns(floors)).toThrow(RangeError);
});

test('in any stretch of places, a lane that waits gets its floor', () => {
  const parts = fc.record({ interactive: fc.nat(40), incremental: fc.nat(40), backfill: fc.nat(20) });
  const waiting = fc.subarray<Lane>(['interactive', 'incremental', 'backfill'], { minLength: 1 });
  fc.assert(
    fc.property(parts, waiting, fc.nat(300), fc.integer({ min: 1, max: 300 }), (percent, lanes, from, length) => {
      const floors = {
        interactive: percent.interactive / 100,
        incremental: percent.incremental / 100,
        backfill: percent.backfill / 100,
      };
      const given = places(from + length, lanes, floors).slice(from);
      for (const lane of lanes) {
        const least = Math.floor(floors[lane] * length) - lanes.length;
        expect(given.filter(other => other === lane).length).toBeGreaterThanOrEqual(least);
      }
    }),
  );
});
