import type { DocumentCondition, DocumentField, DocumentQuery } from '@cartograph/core';
import { sortable } from '../shared/instants.js';

interface Sql {
  readonly sql: string;
  /** Everything that was handed in stands here, and nothing of it in the text. */
  readonly values: readonly (string | number)[];
}

/** How many there are of a collection at all. */
const known = 'SELECT count FROM document_counts WHERE view = ? AND collection = ? AND connection_id = ?';

/** How the documents of a query are counted, and how the keys of its page are found. */
export function documentsQuery(query: DocumentQuery): { readonly counting: Sql; readonly finding: Sql } {
  const { view, collection, connectionId, where = null, sort = null, offset, limit } = query;
  const condition = where === null ? { sql: '1', values: [] } : conditionSql(where);
  const from = `FROM documents WHERE view = ? AND collection = ? AND connection_id = ? AND ${condition.sql}`;
  const values = [view, collection, connectionId, ...condition.values];
  const sorted = sort === null ? null : valueSql(sort.field);
  const order = sorted === null ? 'id' : `${sorted.sql} ${sort?.descending ? 'DESC' : 'ASC'}, id`;
  return {
    counting: where === null ? { sql: known, values } : { sql: `SELECT count(*) ${from}`, values },
    finding: {
      sql: `SELECT key ${from} ORDER BY ${order} LIMIT ? OFFSET ?`,
      values: [...values, ...(sorted?.values ?? []), limit, offset],
    },
  };
}

function conditionSql(condition: DocumentCondition): Sql {
  if (condition.kind !== 'compare') {
    const terms = condition.terms.map(conditionSql);
    const sql = terms.map(term => term.sql).join(condition.kind === 'and' ? ' AND ' : ' OR ');
    return { sql: `(${sql})`, values: terms.flatMap(({ values }) => values) };
  }
  const { field, operator } = condition;
  const { sql, values } = valueSql(field);
  const wanted = boundValue(field, condition.value);
  if (operator === '~') return { sql: `instr(${sql}, ?) > 0`, values: [...values, wanted] };
  if (operator === '!=') return { sql: `${sql} IS NOT ?`, values: [...values, wanted] };
  return { sql: `${sql} ${operator} ?`, values: [...values, wanted] };
}

const columns = { id: 'id', modifiedAt: 'modified_at' } as const;
const typesOf = {
  text: "('text')",
  date: "('text')",
  number: "('integer', 'real')",
  boolean: "('true', 'false')",
} as const;

const readers = {
  text: 'folded(body ->> ?)',
  date: 'sortable(body ->> ?)',
  number: 'body ->> ?',
  boolean: 'body ->> ?',
} as const;

/** Null where the document has no value of the field's kind. */
function valueSql({ path, kind }: DocumentField): Sql {
  if (typeof path === 'string')
    return { sql: kind === 'text' ? `folded(${columns[path]})` : columns[path], values: [] };
  const place = `$${path.map(key => `.${JSON.stringify(key)}`).join('')}`;
  return { sql: `iif(json_type(body, ?) IN ${typesOf[kind]}, ${readers[kind]}, NULL)`, values: [place, place] };
}

function boundValue({ kind }: DocumentField, value: string | number | boolean): string | number {
  if (kind === 'text') return String(value).toLowerCase();
  if (kind === 'date') return sortable(String(value));
  return Number(value);
}
