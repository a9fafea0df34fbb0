import {
  defaultSort,
  type Filter,
  type ListPage,
  type ListQuery,
  type QueryField,
  queryFields,
} from '@cartograph/core';
import { isRange, isWithin, positionKey, rangeOf } from '../shared/key-range.js';
import { comparePositions, mergeSources } from '../shared/merge.js';
import type { RecordRow, Rows } from './rows.js';

/** A record with what storage adds, as it is shown. */
type Shown = Readonly<Record<string, unknown>>;

interface Candidate {
  readonly row: RecordRow;
  readonly body: Shown;
}

export function listRecords({ records, connections }: Rows, query: ListQuery): ListPage {
  const { resource, filters = [], sort, limit, after = null, includeDeleted = false } = query;
  const wanted = new Set(query.connections ?? connections.rows().map(({ id }) => id));
  const sorting = fieldOf(query, sort?.field ?? defaultSort(resource));
  if (!sorting.sorts) throw new TypeError(`${resource} cannot be sorted by "${sorting.name}"`);
  const checks = filters.map(filter => checkOf(fieldOf(query, filter.field), filter));
  const candidates = records
    .rows()
    .filter(row => row.resource === resource && wanted.has(row.connectionId))
    .filter(row => includeDeleted || row.deletedAt === null)
    .map((row): Candidate => ({ row, body: bodyOf(row) }))
    .filter(({ body }) => checks.every(holds => holds(body)));
  const descending = sort?.descending ?? true;
  const found = candidates.map(record => ({
    connectionId: record.row.connectionId,
    key: positionKey(sorting.kind, textsOf(sorting, record.body)[0] ?? null, record.row.id),
    record,
  }));
  const rest = found.filter(
    one => after === null || (comparePositions(one, after) < 0 === descending && comparePositions(one, after) !== 0),
  );
  const page = mergeSources([{ found: rest, stoppedAt: null }], { descending, limit });
  const shown = page.records.map(({ body }) => chosen(body, query.fields));
  const [before, behind] = query.around?.(page.next) ?? ['', ''];
  return {
    records: Buffer.from(`${before}${JSON.stringify(shown)}${behind}`),
    count: shown.length,
    next: page.next,
  };
}

function fieldOf({ resource }: ListQuery, name: string): QueryField {
  const field = queryFields[resource][name];
  if (field === undefined) throw new TypeError(`${resource} cannot be asked for "${name}"`);
  return field;
}

function bodyOf({
  body,
  connectionId,
  platform,
  syncedAt,
  deletedAt,
  deletedBecause,
  mapperVersion,
}: RecordRow): Shown {
  return { connectionId, platform, syncedAt, deletedAt, deletedBecause, mapperVersion, ...JSON.parse(body.toString()) };
}

const chosen = (record: Shown, fields: readonly string[] | undefined): Shown =>
  fields === undefined ? record : Object.fromEntries(fields.map(name => [name, record[name] ?? null]));

function checkOf(field: QueryField, filter: Filter): (record: Shown) => boolean {
  if (!isRange(filter)) return record => textsOf(field, record).some(text => filter.values.includes(text));
  if (filter.operator === 'exists') return record => textsOf(field, record).length > 0 === filter.value;
  const range = rangeOf(field.kind, [filter]);
  return record => textsOf(field, record).some(text => isWithin(positionKey(field.kind, text, ''), range));
}

/** Every value that the record has of the field. */
function textsOf({ path }: QueryField, record: Shown): readonly string[] {
  let values: readonly unknown[] = [record];
  for (const step of path.split('.')) {
    const next = values.map(value => (value as Shown | null)?.[step.replace('[]', '')]);
    values = step.endsWith('[]') ? next.flat() : next;
  }
  return values.filter(value => value !== null && value !== undefined).map(String);
}
