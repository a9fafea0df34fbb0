import type {
  DocumentCondition,
  DocumentField,
  DocumentName,
  DocumentPage,
  DocumentQuery,
  DocumentWrite,
} from '@cartograph/core';
import { sortable } from '../shared/instants.js';
import { compareText } from '../shared/text.js';
import { beginsAnew } from '../shared/view.js';
import type { DocumentRow, Rows } from './rows.js';
import { keyOf } from './table.js';

const documentKey = (view: string, { collection, connectionId, id }: DocumentName): string =>
  keyOf(view, collection, connectionId, id);

export function writeDocuments({ connections, documents, viewPositions }: Rows, write: DocumentWrite): void {
  const { view, to, put, remove } = write;
  if (beginsAnew(write, viewPositions.get(view) ?? null)) documents.deleteWhere(row => row.view === view);
  for (const name of remove) documents.delete(documentKey(view, name));
  for (const document of put)
    if (connections.get(document.connectionId)) documents.set(documentKey(view, document), { view, ...document });
  viewPositions.set(view, to);
}

export const readDocument = ({ documents }: Rows, view: string, name: DocumentName): string | null =>
  documents.get(documentKey(view, name))?.body ?? null;

export function readDocuments({ documents }: Rows, query: DocumentQuery): DocumentPage {
  const { view, collection, connectionId, where = null, sort = null, offset, limit } = query;
  const found = documents
    .rows()
    .filter(row => row.view === view && row.collection === collection && row.connectionId === connectionId)
    .map(row => ({ row, parsed: JSON.parse(row.body) }))
    .filter(candidate => where === null || holds(where, candidate))
    .toSorted((one, other) => {
      const order = sort === null ? 0 : compare(valueAt(sort.field, one), valueAt(sort.field, other));
      return (sort?.descending ? -order : order) || compareText(one.row.id, other.row.id);
    });
  const bodies = found.slice(offset, offset + limit).map(({ row }) => row.body);
  return { documents: Buffer.from(`[${bodies.join(',')}]`), count: bodies.length, total: found.length };
}

interface Candidate {
  readonly row: DocumentRow;
  readonly parsed: unknown;
}

type Value = string | number | boolean | null;

function holds(condition: DocumentCondition, candidate: Candidate): boolean {
  if (condition.kind !== 'compare') {
    const { kind, terms } = condition;
    return kind === 'and' ? terms.every(term => holds(term, candidate)) : terms.some(term => holds(term, candidate));
  }
  const { field, operator } = condition;
  const value = valueAt(field, candidate);
  const wanted = comparable(field, condition.value);
  if (value === null || wanted === null) return operator === '!=';
  if (operator === '~') return String(value).includes(String(wanted));
  const order = compare(value, wanted);
  return { '=': order === 0, '!=': order !== 0, '>': order > 0, '<': order < 0, '>=': order >= 0, '<=': order <= 0 }[
    operator
  ];
}

function valueAt(field: DocumentField, { row, parsed }: Candidate): Value {
  if (typeof field.path === 'string') return comparable(field, row[field.path]);
  let value = parsed;
  for (const key of field.path) value = (value as Readonly<Record<string, unknown>> | null | undefined)?.[key];
  return comparable(field, value);
}

const typeOf = { text: 'string', date: 'string', number: 'number', boolean: 'boolean' } as const;

/** So that values of one kind are compared as they are; null where it is of another one. */
function comparable({ kind }: DocumentField, value: unknown): Value {
  if (typeof value !== typeOf[kind]) return null;
  if (kind === 'text') return (value as string).toLowerCase();
  return kind === 'date' ? sortable(value as string) : (value as number | boolean);
}

function compare(one: Value, other: Value): number {
  if (one === null || other === null) return Number(one !== null) - Number(other !== null);
  return typeof one === 'string' ? compareText(one, String(other)) : Number(one) - Number(other);
}
