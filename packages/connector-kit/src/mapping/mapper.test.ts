import { expect, test } from 'vitest';
import { FieldError } from './field-error.js';
import { mapper } from './mapper.js';
import { absent, always, derived, each, nest } from './rows.js';
import { amount, id } from './values.js';

interface Native {
  readonly key: unknown;
  readonly items: readonly { readonly cost: unknown }[];
  readonly place: { readonly town: unknown } | null;
}

const toLine = mapper<{ cost: unknown }, { price: string }>({ price: item => amount(item.cost) });
const toPlace = mapper<{ town: unknown }, { town: string }>({ town: place => id(place.town) });
const toRecord = mapper<
  Native,
  { id: string; lines: { price: string }[]; place: { town: string } | null; count: number; note: null; kind: 'sale' }
>({
  id: native => id(native.key),
  lines: each(toLine, native => native.items),
  place: nest(toPlace, native => native.place),
  count: derived('number of items', native => native.items.length),
  note: absent('there are no notes'),
  kind: always('sale', 'it sells only'),
});

test('a record is made row by row, nested tables included', () => {
  const native = { key: 7, items: [{ cost: '2.50' }, { cost: 3 }], place: { town: 'Perth' } };
  expect(toRecord(native, undefined)).toEqual({
    id: '7',
    lines: [{ price: '2.5' }, { price: '3' }],
    place: { town: 'Perth' },
    count: 2,
    note: null,
    kind: 'sale',
  });
});

test('a nested record that is not there is null', () => {
  expect(toRecord({ key: 7, items: [], place: null }, undefined).place).toBeNull();
});

test('a row that throws names its path', () => {
  const bad = { key: 7, items: [{ cost: '1' }, { cost: 'N/A' }], place: null };
  const failure = (() => {
    try {
      return toRecord(bad, undefined);
    } catch (error) {
      return error;
    }
  })();
  expect(failure).toBeInstanceOf(FieldError);
  expect(failure).toMatchObject({ path: 'lines[1].price', message: '"N/A" is not a decimal' });
});

test('the coverage tells how each field is filled, by path', () => {
  expect(toRecord.coverage).toEqual({
    id: { kind: 'provided' },
    lines: { kind: 'provided' },
    'lines[].price': { kind: 'provided' },
    place: { kind: 'provided' },
    'place.town': { kind: 'provided' },
    count: { kind: 'derived', rule: 'number of items' },
    note: { kind: 'absent', reason: 'there are no notes' },
    kind: { kind: 'derived', rule: 'it sells only' },
  });
});
