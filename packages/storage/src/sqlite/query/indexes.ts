import { hash } from 'node:crypto';
import type { QueryField, ResourceName } from '@cartograph/core';
import type { Database } from 'better-sqlite3';
import { itemsOf, positionOf, textOf } from './expressions.js';

/** Made when a query first needs it, so that a store that nobody asks pays for none. */
export interface ListIndex {
  /** Ends with what tells it from other versions of itself; null for one that the table has anyway. */
  readonly name: string | null;
  readonly statements: readonly string[];
  /** What a query reads it by. */
  readonly from: string;
  /** Its question marks are the connection, the value where the index is one of values, and the part where it is apart. */
  readonly where: string;
  readonly position: string;
  /** A record stands in it once, and not under several values. */
  readonly single: boolean;
  /** What is deleted stands apart in it, so that nobody else passes it. */
  readonly apart: boolean;
}

/** The parts of an index in which what is deleted stands apart. */
export const live = 0;
export const deleted = 1;

/** As many as the field table has pairs. */
const described = new Map<string, ListIndex>();

/** Of the records of a resource in the order of a field; where `sought` is told, of those with one value of it. */
export function listIndex(resource: ResourceName, sort: QueryField, sought: QueryField | null): ListIndex {
  const name = `${resource} ${sort.name} ${sought?.name}`;
  const index = described.get(name) ?? describe(resource, sort, sought);
  described.set(name, index);
  return index;
}

function describe(resource: ResourceName, sort: QueryField, sought: QueryField | null): ListIndex {
  if (sought?.name === 'id') return idIndex(resource, sort);
  return sought?.many ? termIndex(resource, sort, sought) : columnIndex(resource, sort, sought);
}

function columnIndex(resource: ResourceName, sort: QueryField, sought: QueryField | null): ListIndex {
  const position = positionOf(sort);
  const values = sought ? [textOf(sought)] : [];
  const part = '(deleted_at IS NOT NULL)';
  const definition = `ON records (${['connection_id', ...values, part, position].join(', ')}) WHERE resource = '${resource}'`;
  const name = nameOf(resource, sort, sought, definition);
  return {
    name,
    statements: [`CREATE INDEX ${name} ${definition}`],
    from: `records INDEXED BY ${name}`,
    where: [`resource = '${resource}'`, ...['connection_id', ...values, part].map(value => `${value} = ?`)].join(
      ' AND ',
    ),
    position,
    single: true,
    apart: true,
  };
}

const idIndex = (resource: ResourceName, sort: QueryField): ListIndex => ({
  name: null,
  statements: [],
  from: 'records INDEXED BY sqlite_autoindex_records_1',
  where: `resource = '${resource}' AND connection_id = ? AND id = ?`,
  position: positionOf(sort),
  single: true,
  apart: false,
});

/** Of values that a record has several of: rows that triggers keep. */
function termIndex(resource: ResourceName, sort: QueryField, sought: QueryField): ListIndex {
  const field = `${resource}.${sought.name}`;
  const added = itemsOf(sought, 'new.');
  const removed = itemsOf(sought, 'old.');
  const all = itemsOf(sought);
  const add = `INSERT OR IGNORE INTO query_terms
    SELECT '${field}', new.connection_id, ${added.value}, ${positionOf(sort, 'new.')}, new.key
    FROM ${added.list} WHERE ${added.value} IS NOT NULL;`;
  const remove = `DELETE FROM query_terms
    WHERE field = '${field}' AND connection_id = old.connection_id AND value IN (SELECT ${removed.value} FROM ${removed.list})
      AND position = ${positionOf(sort, 'old.')};`;
  const name = nameOf(resource, sort, sought, add + remove);
  const trigger = (event: string, row: string, work: string) =>
    `CREATE TRIGGER ${name}_${event.slice(0, 6).toLowerCase()} AFTER ${event} ON records
      WHEN ${row}.resource = '${resource}' BEGIN ${work} END`;
  return {
    name,
    statements: [
      `DELETE FROM query_terms WHERE field = '${field}'`,
      `INSERT OR IGNORE INTO query_terms SELECT '${field}', connection_id, ${all.value}, ${positionOf(sort, 'records.')}, records.key
        FROM records, ${all.list} WHERE resource = '${resource}' AND ${all.value} IS NOT NULL`,
      trigger('INSERT', 'new', add),
      trigger('UPDATE OF body', 'new', remove + add),
      trigger('DELETE', 'old', remove),
    ],
    from: 'query_terms CROSS JOIN records ON records.key = record_key',
    where: `field = '${field}' AND query_terms.connection_id = ? AND query_terms.value = ?`,
    position: 'position',
    single: false,
    apart: false,
  };
}

function nameOf(resource: ResourceName, sort: QueryField, sought: QueryField | null, definition: string): string {
  return `query_${resource}_${sought?.name ?? 'all'}_by_${sort.name}_${hash('sha1', definition).slice(0, 8)}`;
}

/** Makes the indexes that are not there, and drops earlier versions of them. */
export function indexKeeper(database: Database): (index: ListIndex) => void {
  const known = new Set<string>();
  const family = database.prepare<[string], { type: string; name: string }>(
    "SELECT type, name FROM sqlite_schema WHERE name LIKE ? ESCAPE '\\'",
  );
  return ({ name, statements }) => {
    if (name === null || known.has(name)) return;
    const pattern = name.replace(/[^_]*$/, '').replaceAll('_', '\\_');
    const make = () => {
      const found = family.all(`${pattern}%`);
      if (found.some(one => one.name.startsWith(name))) return;
      for (const { type, name: old } of found) database.exec(`DROP ${type} ${old}`);
      for (const statement of statements) database.exec(statement);
    };
    if (!family.all(`${pattern}%`).some(one => one.name.startsWith(name))) database.transaction(make).immediate();
    known.add(name);
  };
}
