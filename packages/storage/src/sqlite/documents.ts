import type { DocumentName, DocumentPage, DocumentQuery, DocumentWrite, ViewPosition } from '@cartograph/core';
import type { Database } from 'better-sqlite3';
import { sortable } from '../shared/instants.js';
import { beginsAnew } from '../shared/view.js';
import { documentsQuery } from './documents-query.js';

export function documentStatements(database: Database) {
  // SQLite's own `lower` knows the letters of ASCII alone.
  database.function('folded', { deterministic: true }, text => String(text).toLowerCase());
  database.function('sortable', { deterministic: true }, instant => sortable(String(instant)));
  const position = database.prepare<[string], ViewPosition>(
    'SELECT version, sequence FROM view_positions WHERE view = ?',
  );
  const savePosition = database.prepare('INSERT OR REPLACE INTO view_positions VALUES (?, ?, ?)');
  const one = database
    .prepare<[string, string, string, string], string>(
      'SELECT body FROM documents WHERE view = ? AND collection = ? AND connection_id = ? AND id = ?',
    )
    .pluck();
  const put = database.prepare(`
    INSERT INTO documents (view, collection, connection_id, id, modified_at, body)
    SELECT $view, $collection, id, $id, $modifiedAt, $body FROM connections WHERE id = $connectionId
    ON CONFLICT DO UPDATE SET modified_at = excluded.modified_at, body = excluded.body`);
  const remove = database.prepare(
    'DELETE FROM documents WHERE view = ? AND collection = ? AND connection_id = ? AND id = ?',
  );
  const forget = database.prepare('DELETE FROM documents WHERE view = ?');
  const show = database
    .prepare<[string], Buffer>(`
      SELECT CAST('[' || coalesce(group_concat(body, ','), '') || ']' AS BLOB)
      FROM json_each(?) AS wanted CROSS JOIN documents ON documents.key = wanted.value`)
    .pluck();
  // What is found is counted and shown as it was when it was found, whatever another process writes in between.
  const read = database.transaction((query: DocumentQuery): DocumentPage => {
    const { counting, finding } = documentsQuery(query);
    const total =
      database
        .prepare<unknown[], number>(counting.sql)
        .pluck()
        .get(...counting.values) ?? 0;
    const keys = database
      .prepare<unknown[], number>(finding.sql)
      .pluck()
      .all(...finding.values);
    return { documents: show.get(JSON.stringify(keys)) ?? Buffer.from('[]'), count: keys.length, total };
  });
  const storedPosition = (view: string): ViewPosition | null => position.get(view) ?? null;

  return {
    position: storedPosition,
    /** To be called inside a transaction. */
    write(write: DocumentWrite): void {
      const { view, to } = write;
      if (beginsAnew(write, storedPosition(view))) forget.run(view);
      for (const { collection, connectionId, id } of write.remove) remove.run(view, collection, connectionId, id);
      for (const document of write.put) put.run({ view, ...document, modifiedAt: sortable(document.modifiedAt) });
      savePosition.run(view, to.version, to.sequence);
    },
    one: (view: string, { collection, connectionId, id }: DocumentName): string | null =>
      one.get(view, collection, connectionId, id) ?? null,
    query: (query: DocumentQuery): DocumentPage => read.deferred(query),
  };
}
