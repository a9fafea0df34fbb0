import { add, type Decimal, type ExplainedField, type ModelRecord, type ShopContext } from '@cartograph/core';
import { expect, test } from 'vitest';
import { FieldError } from '../mapping/field-error.js';
import { mapper } from '../mapping/mapper.js';
import { absent, derived, each, nest } from '../mapping/rows.js';
import { amount, text } from '../mapping/values.js';
import { explainRecords } from './explain.js';
import { recorder } from './recorder.js';

interface Native {
  readonly key: string;
  readonly state?: string;
  readonly town?: string;
  readonly rows: readonly { readonly sku: string; readonly cost: string; readonly fee?: string }[];
}

interface Line {
  readonly native: Native['rows'][number];
  readonly total: Decimal;
}

interface Source {
  readonly native: Native;
  readonly lines: readonly Line[];
  readonly status: { readonly open: boolean };
  readonly owed: Decimal;
}

const toLine = mapper<Line, object, ShopContext>({
  sku: ({ native }: Line) => native.sku,
  total: ({ total }: Line) => total,
});

const toPlace = mapper<Native, object, ShopContext>({ town: (native: Native) => text(native.town) });

const toSortedLine = mapper<{ readonly row: Native['rows'][number]; readonly cost: Decimal }, object, ShopContext>({
  id: ({ row }: { readonly row: Native['rows'][number] }) => row.sku,
  cost: ({ cost }: { readonly cost: Decimal }) => cost,
});

const toRecord = mapper<Source, object, ShopContext>({
  id: ({ native }: Source) => native.key,
  open: derived('all but done', ({ status }: Source) => status.open),
  owed: ({ owed }: Source) => owed,
  currency: (_: Source, shop: ShopContext) => shop.currency,
  note: absent('there are no notes'),
  place: nest(toPlace, ({ native }: Source) => native),
  lines: each(toLine, ({ lines }: Source) => lines),
  skus: ({ native }: Source) => native.rows.map(({ sku }) => sku),
  parts: ({ lines }: Source) => lines.map(({ native, total }) => ({ of: native.sku, total })),
});

/** As connectors do it: what several rows need is computed once, before any of them runs. */
function normalize(native: Native, shop: ShopContext): ModelRecord[] {
  const lines = native.rows.map(row => ({ native: row, total: add(amount(row.cost), amount(row.fee ?? '0')) }));
  const owed = lines.reduce((sum, { total }) => add(sum, total), '0');
  const record = toRecord({ native, lines, status: { open: native.state !== 'done' }, owed }, shop);
  return [{ resource: 'orders', record } as ModelRecord];
}

const shop: ShopContext = { name: null, currency: 'AUD', timeZone: null };
const native: Native = {
  key: 'A1',
  state: 'done',
  rows: [
    { sku: 'hat', cost: '20.00', fee: '1.50' },
    { sku: 'bag', cost: '9.5' },
  ],
};

const explain = (body: Native = native): Readonly<Record<string, ExplainedField>> =>
  Object.fromEntries(
    explainRecords({ body, shop, sent: body }, normalize).flatMap(({ fields }) =>
      fields.map(field => [field.path, field]),
    ),
  );

const pathsOf = (field: ExplainedField | undefined) => field?.sources.map(({ path }) => path);

test('a field tells the native field that its row read, with the value as it was sent', () => {
  expect(explain()['lines[1].sku']).toEqual({
    path: 'lines[1].sku',
    value: 'bag',
    sources: [{ path: 'rows[1].sku', value: 'bag' }],
    provision: { kind: 'provided' },
  });
});

test('what was computed before the rows ran leads back to the native fields that change it', () => {
  const fields = explain();
  expect(pathsOf(fields['lines[0].total'])).toEqual(['rows[0].cost', 'rows[0].fee']);
  expect(pathsOf(fields.owed)).toEqual(['rows[0].cost', 'rows[0].fee', 'rows[1].cost', 'rows[1].fee']);
  expect(fields.open).toMatchObject({ value: false, sources: [{ path: 'state', value: 'done' }] });
});

test('of a list that a row wrote out each part has its own', () => {
  const fields = explain();
  expect(pathsOf(fields['parts[0].of'])).toEqual(['rows[0].sku']);
  expect(pathsOf(fields['parts[1].total'])).toEqual(['rows[1].cost', 'rows[1].fee']);
});

test('a field that the platform did not send is named without a value', () => {
  expect(explain()['place.town']).toMatchObject({ value: null, sources: [{ path: 'town', value: undefined }] });
});

test('an empty list tells which list was found empty', () => {
  expect(explain({ ...native, rows: [] }).skus).toMatchObject({ value: [], sources: [{ path: 'rows', value: [] }] });
});

test('what only changes the order of a list is no origin of what stands in it', () => {
  const toSorted = mapper<Native, object, ShopContext>({
    id: (body: Native) => body.key,
    lines: each(toSortedLine, (body: Native) =>
      body.rows
        .toSorted((left, right) => (left.sku < right.sku ? -1 : 1))
        .map(row => ({ row, cost: amount(row.cost) })),
    ),
  });
  const [record] = explainRecords({ body: native, shop, sent: native }, body => [
    { resource: 'orders', record: toSorted(body, shop) } as ModelRecord,
  ]);
  const fields = Object.fromEntries(record?.fields.map(field => [field.path, field]) ?? []);
  expect(fields['lines[0].id']?.value).toBe('bag');
  expect(pathsOf(fields['lines[0].cost'])).toEqual(['rows[1].cost']);
});

test('the first of an empty list may be asked for', () => {
  const toFirst = mapper<Native, object, ShopContext>({
    id: (body: Native) => body.key,
    first: ({ rows: [row] }: Native) => [row?.sku ?? 'none'],
  });
  const [record] = explainRecords({ body: { ...native, rows: [] }, shop, sent: { ...native, rows: [] } }, body => [
    { resource: 'orders', record: toFirst(body, shop) } as ModelRecord,
  ]);
  expect(record?.fields[1]).toMatchObject({ path: 'first[0]', value: 'none' });
});

test('a value is shown as it was sent, before it was parsed', () => {
  const [record] = explainRecords({ body: native, shop, sent: { key: ' A1 ' } }, normalize);
  expect(record?.fields[0]).toMatchObject({ path: 'id', value: 'A1', sources: [{ path: 'key', value: ' A1 ' }] });
});

test('what is known of the shop is named as its own', () => {
  expect(explain().currency).toMatchObject({ value: 'AUD', sources: [{ path: 'shop.currency', value: 'AUD' }] });
});

test('rules and reasons come along', () => {
  const { open, note } = explain();
  expect(open?.provision).toEqual({ kind: 'derived', rule: 'all but done' });
  expect(note).toEqual({
    path: 'note',
    value: null,
    sources: [],
    provision: { kind: 'absent', reason: 'there are no notes' },
  });
});

test('what is handed in is read only, and mappers run bare again afterwards, also after a failure', () => {
  const frozen = Object.freeze({ ...native, rows: Object.freeze(native.rows.map(row => Object.freeze(row))) });
  expect(pathsOf(explain(frozen)['lines[0].sku'])).toEqual(['rows[0].sku']);
  const broken = { ...native, rows: [{ sku: 'hat', cost: 'N/A' }] };
  expect(() => explain(broken)).toThrow('"N/A" is not a decimal');
  expect(recorder).toBeNull();
});

test('a row that fails while it is recorded names its path', () => {
  const failing = mapper<Native, object, ShopContext>({ lines: each(toLine, () => [null as unknown as Line]) });
  const explaining = () =>
    explainRecords({ body: native, shop, sent: native }, body => [
      { resource: 'orders', record: failing(body, shop) } as ModelRecord,
    ]);
  expect(explaining).toThrow(FieldError);
  expect(explaining).toThrow(expect.objectContaining({ path: 'lines[0].sku' }));
});
