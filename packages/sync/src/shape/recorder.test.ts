import type { Drift } from '@cartograph/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ShapeRecorder } from './recorder.js';

const whole = { whole: true, full: true };
const later = { whole: true, full: false };
const times = <Body>(count: number, body: (number: number) => Body): Body[] =>
  Array.from({ length: count }, (_, index) => body(index));

/** The recorder after these; where it tells nothing at the end, the shape is as it was. */
function feed(recorder: ShapeRecorder, bodies: readonly unknown[]) {
  for (const [index, body] of bodies.entries()) {
    recorder.record({ stream: 'orders', id: `n${index + 1}`, modifiedAt: null, body });
  }
  return {
    take: () => recorder.take(),
    finish: (how: Parameters<ShapeRecorder['finish']>[0]) => recorder.finish(how) ?? { shape: '', drifts: [] },
  };
}

/** The shape of a stream that was read whole. */
const taught = (...bodies: readonly unknown[]): string => feed(new ShapeRecorder(null), bodies).finish(whole).shape;

/** What a later run finds. */
const driftIn = (shape: string, ...bodies: readonly unknown[]): readonly Drift[] =>
  feed(new ShapeRecorder(shape), bodies).finish(later).drifts;

const brief = (drifts: readonly Drift[]) => drifts.map(({ kind, path, before, after }) => [kind, path, before, after]);

describe('a stream that is read whole for the first time', () => {
  test('teaches, and whatever differs within it is no drift', () => {
    const recorder = feed(new ShapeRecorder(null), [{ id: 1 }, { id: 'one', note: null }]);
    expect(recorder.take()?.drifts).toEqual([]);
    expect(recorder.finish(whole).drifts).toEqual([]);
  });

  test('without a record teaches nothing, and there is nothing to keep', () => {
    expect(new ShapeRecorder(null).finish(whole)).toBeNull();
    expect(new ShapeRecorder(taught({ id: 1 })).finish(later)).toBeNull();
  });

  test('is known at its end, even when the rest of a window that broke off was empty', () => {
    const half = feed(new ShapeRecorder(null), [{ id: 1 }]).take();
    const rest = new ShapeRecorder(half?.shape ?? null).finish({ whole: false, full: true });
    expect(driftIn(rest?.shape ?? '', { id: 'one' })).toHaveLength(1);
  });

  test('is only known to its end: what the rest of a window that broke off brings is no drift', () => {
    const half = feed(new ShapeRecorder(null), [{ id: 1 }]).take();
    const rest = feed(new ShapeRecorder(half?.shape ?? null), [{ id: 2, note: 'late' }]);
    expect(rest.finish({ whole: false, full: true }).drifts).toEqual([]);
  });

  test('since its mark is known when that was enough', () => {
    const learnt = (count: number) =>
      feed(
        new ShapeRecorder(null),
        times(count, id => ({ id })),
      ).finish(later).shape;
    expect(driftIn(learnt(10), { id: 1, note: '' })).toEqual([]);
    expect(driftIn(learnt(50), { id: 1, note: '' })).toHaveLength(1);
  });
});

describe('a new field', () => {
  const shape = taught({ id: 1, lines: [{ sku: 'A' }], parts: [] });

  test('is told with its path, its record, and an example that holds nothing of its content', () => {
    expect(driftIn(shape, { id: 1 }, { id: 2, lines: [{ sku: 'A', tax_rate: '10.00' }] })).toEqual([
      { kind: 'newField', path: 'lines[].tax_rate', nativeId: 'n2', before: null, after: 'text of 5 characters' },
    ]);
  });

  test.each([
    [null, 'null'],
    [true, 'boolean'],
    [7.5, 'number'],
    ['x', 'text of 1 character'],
    [[1, 2], 'list of 2'],
    [{ a: 1 }, 'object of 1 field'],
  ])('with %j is shown as %s', (value, after) => {
    expect(brief(driftIn(shape, { id: 1, new: value }))).toEqual([['newField', 'new', null, after]]);
  });

  test('is told once, in this run and in later ones', () => {
    const bodies = times(3, () => ({ id: 1, note: 'x' }));
    const first = feed(new ShapeRecorder(shape), bodies).finish(later);
    expect(first.drifts).toHaveLength(1);
    expect(driftIn(first.shape, ...bodies)).toEqual([]);
  });

  test('is one drift, whatever stands in it, until that was met often enough', () => {
    const refunds = (count: number) => times(count, id => ({ id: 1, refunds: [{ id, items: [{ a: 1 }] }] }));
    const odd = { id: 1, refunds: [{ id: 1, reason: null }] };
    const before = feed(new ShapeRecorder(shape), [...refunds(30), odd]).finish(later);
    expect(before.drifts.map(({ path }) => path)).toEqual(['refunds']);
    const settled = feed(new ShapeRecorder(before.shape), refunds(30)).finish(later);
    expect(brief(driftIn(settled.shape, { id: 1, refunds: [{ id: 1, restock: true }] }))).toEqual([
      ['newField', 'refunds[].restock', null, 'boolean'],
    ]);
  });

  test('in the first items of a list that was always empty is none', () => {
    expect(driftIn(shape, { id: 1, parts: [{ a: 1 }, { a: 2, b: 3 }] })).toEqual([]);
  });
});

describe('a changed type', () => {
  test('is told with what was known', () => {
    const shape = taught({ total: '10.00', note: null }, { total: null, note: null });
    expect(brief(driftIn(shape, { total: 10, note: null }))).toEqual([['newType', 'total', 'text or null', 'number']]);
  });

  test('is told of items and of the body itself', () => {
    expect(brief(driftIn(taught({ tags: ['a'] }), { tags: [7] }, ['body']))).toEqual([
      ['newType', 'tags[]', 'text', 'number'],
      ['newType', '', 'object', 'list of 1'],
    ]);
  });

  test('from null alone is none: nothing was known of it', () => {
    expect(driftIn(taught({ closed_at: null }), { closed_at: '2026-01-01' })).toEqual([]);
  });

  test('to null is told where enough were never null', () => {
    const shape = (count: number) => taught(...times(count, () => ({ total: '10' })));
    expect(driftIn(shape(10), { total: null })).toEqual([]);
    expect(brief(driftIn(shape(50), { total: null }))).toEqual([['newType', 'total', 'text', 'null']]);
  });
});

describe('a new value', () => {
  const statuses = ['open', 'Awaiting Payment', 'shipped'];
  const statusOf = (number: number) => statuses[number % 3] ?? '';

  test('of a field whose few texts are codes is told with those that were known', () => {
    const shape = taught(...times(60, number => ({ lines: [{ status: statusOf(number) }] })));
    expect(
      brief(driftIn(shape, { lines: [{ status: 'open' }, { status: 'lost' }] }, { lines: [{ status: '' }] })),
    ).toEqual([['newValue', 'lines[].status', 'Awaiting Payment, open, shipped', 'lost']]);
  });

  test.each<[string, number, (number: number) => object, object]>([
    ['too few were met', 20, number => ({ status: statusOf(number) }), { status: 'lost' }],
    ['each is another', 60, number => ({ status: `s${number}` }), { status: 'lost' }],
    ['they are no words', 60, () => ({ status: '10.00' }), { status: '20.00' }],
    ['its name is not one of a code', 60, () => ({ name: 'Ann Smith' }), { name: 'Bob Roy' }],
    ['it describes a person', 60, () => ({ billing_address: { state: 'NSW' } }), { billing_address: { state: 'TAS' } }],
  ])('is none where %s', (_, count, body, next) => {
    expect(driftIn(taught(...times(count, body)), next)).toEqual([]);
  });

  test('is told of so many as an enumeration has, and then it is free text', () => {
    const shape = taught(...times(200, number => ({ type: statusOf(number) })));
    const found = driftIn(shape, ...times(100, number => ({ type: `type${number}` })));
    expect(found.map(({ after }) => after)).toEqual(times(13, number => `type${number}`));
  });
});

describe('a field that vanished', () => {
  const half = (number: number) => (number % 2 === 0 ? { gift: 'x' } : {});
  const shape = taught(...times(100, number => ({ id: 1, coupon: 'x', ...half(number) })));

  test('is told when enough records were without it, over as many runs as that takes, and then once', () => {
    const first = feed(
      new ShapeRecorder(shape),
      times(40, () => ({ id: 1, gift: 'x' })),
    ).finish(later);
    expect(first.drifts).toEqual([]);
    const second = feed(
      new ShapeRecorder(first.shape),
      times(40, () => ({ id: 1, gift: 'x' })),
    ).finish(later);
    expect(second.drifts).toEqual([
      { kind: 'vanishedField', path: 'coupon', nativeId: 'n40', before: 'text', after: 'missing 80 times' },
    ]);
    expect(driftIn(second.shape, ...times(99, () => ({ id: 1, gift: 'x' })))).toEqual([]);
  });

  test('is missed the later the seldomer it was there', () => {
    const without = (count: number) => driftIn(shape, ...times(count, () => ({ id: 1, coupon: 'x' })));
    expect(without(60)).toEqual([]);
    expect(without(110).map(({ path }) => path)).toEqual(['gift']);
  });

  test('and comes back is not missed', () => {
    const back = times(90, number => ({ id: 1, gift: 'x', ...(number === 0 ? { coupon: 'x' } : {}) }));
    expect(driftIn(shape, ...back)).toEqual([]);
  });

  test('is told alone, without what stood in it', () => {
    const nested = taught(...times(60, () => ({ id: 1, fee: { amount: '1' } })));
    expect(driftIn(nested, ...times(60, () => ({ id: 1 }))).map(({ path }) => path)).toEqual(['fee']);
  });

  test('is missed in windows alone that were read whole: the other part of one may have it', () => {
    const rest = feed(
      new ShapeRecorder(shape),
      times(90, () => ({ id: 1 })),
    );
    expect(rest.finish({ whole: false, full: true }).drifts).toEqual([]);
  });
});

describe('an object whose keys are data', () => {
  test.each<[string, (number: number) => string]>([
    ['ids', number => String(1000 + number)],
    ['dates', number => `2026-01-${10 + number}`],
    ['addresses', number => `ann${number}@example.com`],
    ['identifiers', number => `6f9619ff-8b86-d011-b42d-00c04fc964${10 + number}`],
  ])('such as %s has one place for all its values', (_, keyOf) => {
    const shape = taught(...times(5, number => ({ prices: { [keyOf(number)]: { amount: '1' } } })));
    expect(brief(driftIn(shape, { prices: { [keyOf(50)]: { amount: 1, tier: 2 } } }))).toEqual(
      [
        ['newField', 'prices{}.tier', null, 'number'],
        ['newType', 'prices{}.amount', 'text', 'number'],
      ]
        .toSorted()
        .reverse(),
    );
  });

  test('that look like names is found by each object having others', () => {
    const shape = taught(...times(500, number => ({ stock: { [`sku-${number}`]: 1 } })));
    expect(shape.length).toBeLessThan(500);
    expect(driftIn(shape, { stock: { cap: 1 } })).toEqual([]);
  });

  test('is not one with many fields that are always there', () => {
    const body = Object.fromEntries(times(200, number => [`field${number}x`, number]));
    expect(driftIn(taught(...times(50, () => body)), { ...body, more: 1 }).map(({ path }) => path)).toEqual(['more']);
  });
});

test('a shape stays small, however wild the records are', () => {
  const wild = (depth: number, seed: number): unknown =>
    depth === 0
      ? []
      : Object.fromEntries(times(12, key => [`k${key}${'abcdefghij'[seed % 10]}`, wild(depth - 1, seed + key)]));
  const recorder = feed(new ShapeRecorder(null), [wild(5, 1), wild(4, 2)]);
  expect(recorder.finish(whole).shape.length).toBeLessThan(400_000);
  let deep: unknown = 1;
  for (let depth = 0; depth < 50_000; depth += 1) deep = [deep];
  expect(driftIn(taught({ id: 1 }), { deep })).toHaveLength(1);
});

test('a shape of another version is learnt anew', () => {
  const other = taught({ id: 1 }).replace('"version":1', '"version":0');
  expect(driftIn(other, { id: 'one' })).toEqual([]);
});

test('records of which each field was met before show no drift, whether the shape was written down in between or not', () => {
  const bodies = fc.array(
    fc.object({
      maxDepth: 3,
      key: fc.constantFrom('id', 'status', '__proto__', '17', 'a b'),
      withNullPrototype: false,
    }),
    { minLength: 1 },
  );
  fc.assert(
    fc.property(bodies, fc.nat(), (all, cut) => {
      const json: unknown[] = JSON.parse(JSON.stringify(all));
      const half = feed(new ShapeRecorder(null), json.slice(0, cut % (json.length + 1)));
      const rest = feed(new ShapeRecorder(half.take()?.shape ?? null), json.slice(cut % (json.length + 1)));
      const written = rest.finish({ whole: false, full: true }).shape;
      expect(driftIn(written, ...json)).toEqual([]);
      expect(written).toBe(taught(...json));
    }),
  );
});
