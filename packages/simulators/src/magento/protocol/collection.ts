import type { Body } from '../bodies/body.js';
import type { Scope } from '../shop/stores.js';
import type { Cell } from './conditions.js';

/** A list that a reader can page through. */
export interface Collection<Row> {
  /** Name in `truth` and `tamper`. */
  readonly name: string;
  /** In order of the primary key. */
  rows(scope: Scope): readonly Row[];
  id(row: Row): string;
  readonly primaryKey: string;
  /** Columns that cost nothing to read. */
  readonly columns: Readonly<Record<string, (row: Row) => Cell>>;
  /** Columns that are read from the record as it is served. */
  readonly bodyColumns: readonly string[];
  body(row: Row, scope: Scope): Body;
  /** The record with an id, where ids are not numbers that rise. */
  find?(id: string): Row | undefined;
  /** Rows whose fractions are printed with all their digits. */
  hasNoise?(row: Row): boolean;
}

/** The value of a column; undefined means null. */
export function cellOf<Row>(collection: Collection<Row>, row: Row, field: string, scope: Scope): Cell {
  const cheap = Object.hasOwn(collection.columns, field) ? collection.columns[field] : undefined;
  if (cheap) return cheap(row);
  const body = collection.body(row, scope);
  return toCell(body[field] ?? attributeOf(body, field));
}

export const hasColumn = <Row>(collection: Collection<Row>, field: string): boolean =>
  Object.hasOwn(collection.columns, field) || collection.bodyColumns.includes(field);

function attributeOf(body: Body, code: string): unknown {
  const attributes = body.custom_attributes;
  if (!Array.isArray(attributes)) return undefined;
  return attributes.find((attribute: Body) => attribute.attribute_code === code)?.value;
}

function toCell(value: unknown): Cell {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'string' || typeof value === 'number' ? value : undefined;
}

/** The record with an id. Ids rise in every collection whose ids are numbers, so it is found by halving. */
export function rowById<Row>(collection: Collection<Row>, id: string): Row | undefined {
  if (collection.find) return collection.find(id);
  const rows = collection.rows(null);
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const row = rows[middle] as Row;
    if (Number(collection.id(row)) < Number(id)) low = middle + 1;
    else high = middle;
  }
  const row = rows[low];
  return row !== undefined && collection.id(row) === id ? row : undefined;
}
