import {
  compareDocuments,
  type DocumentName,
  type DocumentPage,
  type DocumentQuery,
  type DocumentWrite,
  matchesDocument,
} from '@cartograph/core';
import { compareText } from '../shared/text.js';
import { beginsAnew } from '../shared/view.js';
import type { Rows } from './rows.js';
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
    .map(row => ({ row, parsed: { ...row, body: JSON.parse(row.body) } }))
    .filter(({ parsed }) => where === null || matchesDocument(where, parsed))
    .toSorted((one, other) => {
      const order = sort === null ? 0 : compareDocuments(sort.field, one.parsed, other.parsed);
      return (sort?.descending ? -order : order) || compareText(one.row.id, other.row.id);
    });
  const bodies = found.slice(offset, offset + limit).map(({ row }) => row.body);
  return { documents: Buffer.from(`[${bodies.join(',')}]`), count: bodies.length, total: found.length };
}
