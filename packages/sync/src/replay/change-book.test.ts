import type { RecordChange } from '@cartograph/core';
import { describe, expect, test } from 'vitest';
import { ChangeBook } from './change-book.js';
import { compare } from './compare.js';

describe('two records differ', () => {
  test.each<[string, unknown, unknown, unknown[]]>([
    ['in nothing', { a: 1, lines: [{ b: null }] }, { a: 1, lines: [{ b: null }] }, []],
    ['in a field', { a: 1, b: 2 }, { a: 1, b: '2' }, [{ path: 'b', before: 2, after: '2' }]],
    [
      'in a field of lines',
      { lines: [{ b: 1 }, { b: 2 }] },
      { lines: [{ b: 1 }, { b: 3 }] },
      [{ path: 'lines[].b', before: 2, after: 3 }],
    ],
    ['in a line more', { lines: [] }, { lines: [{ b: 1 }] }, [{ path: 'lines[]', before: undefined, after: { b: 1 } }]],
    [
      'in an object that came',
      { a: { b: null } },
      { a: { b: { c: 1 } } },
      [{ path: 'a.b', before: null, after: { c: 1 } }],
    ],
    ['in a key that went', { a: { b: 1 } }, { a: {} }, [{ path: 'a.b', before: 1, after: undefined }]],
  ])('%s', (_, before, after, differences) => {
    expect([...compare(before, after)]).toEqual(differences);
  });
});

describe('changes are added up', () => {
  const change = (resource: 'orders' | 'payments', id: string, before: object | null, after: object | null) =>
    ({ resource, id, before, after }) as unknown as RecordChange;

  test('by resource, in the order of the model, and by field, the most frequent first', () => {
    const book = new ChangeBook();
    book.enter(change('payments', 'p1', { amount: '1' }, null));
    book.enter(
      change(
        'orders',
        '1',
        { note: null, lines: [{ sku: null }, { sku: null }] },
        { note: null, lines: [{ sku: 'A' }, { sku: 'B' }] },
      ),
    );
    book.enter(change('orders', '2', { note: 'a', lines: [{ sku: null }] }, { note: 'b', lines: [{ sku: 'C' }] }));
    book.enter(change('orders', '3', null, { note: 'c' }));
    expect(book.resources()).toEqual([
      {
        resource: 'orders',
        added: 1,
        changed: 2,
        deleted: 0,
        fields: [
          { path: 'lines[].sku', records: 2, example: { id: '1', before: null, after: 'A' } },
          { path: 'note', records: 1, example: { id: '2', before: 'a', after: 'b' } },
        ],
      },
      { resource: 'payments', added: 0, changed: 0, deleted: 1, fields: [] },
    ]);
  });
});
