import { json } from '../http.js';
import { pageOf } from './query.js';
import { refuse } from './refusal.js';
import { pageLink, pageMeta, usualLimits, v3List } from './v3.js';

/** A cursor is its row's id in base64 (`id:7`). */
const cursorOf = (id: number): string => btoa(`id:${id}`);

function idOf(cursor: string): number {
  try {
    const [name, id] = atob(cursor).split(':');
    if (name === 'id' && id && /^\d+$/.test(id)) return Number(id);
  } catch {
    // Not base64: as unreadable as any other wrong cursor.
  }
  throw refuse('v3', 422, 'The cursor is not valid.');
}

/**
 * Page and cursor paging of one list. The first page shows both ways, later pages only their own. Cursors go by id, so that
 * a row which is no longer listed leads on as well; where rows are sorted otherwise, by position in the list as it is now.
 */
export function v3CursorList<T extends { readonly id: number }>(
  rows: readonly T[],
  query: URLSearchParams,
  render: (row: T) => unknown,
): Response {
  const { page, limit } = pageOf('v3', query, usualLimits.fallback, usualLimits.maximum);
  const after = query.get('after');
  const before = query.get('before');
  if (after !== null && before !== null) throw refuse('v3', 422, 'Use either before or after.');
  if (page > 1 && after === null && before === null) return v3List(rows, query, render);

  let from = 0;
  if (after !== null) {
    const id = idOf(after);
    const position = rows.findIndex(row => (query.has('sort') ? row.id === id : row.id >= id));
    from = position < 0 ? rows.length : rows[position]?.id === id ? position + 1 : position;
  }
  if (before !== null) from = Math.max(0, rows.findIndex(row => row.id === idOf(before)) - limit);
  const shown = rows.slice(from, from + limit);
  const [first] = shown;
  const last = shown.at(-1);
  const cursors = {
    count: shown.length,
    per_page: limit,
    start_cursor: first ? cursorOf(first.id) : '',
    end_cursor: last ? cursorOf(last.id) : '',
    links: {
      ...(first && from > 0 ? { previous: pageLink(query, { limit: String(limit), before: cursorOf(first.id) }) } : {}),
      current: pageLink(query, { limit: String(limit), ...(after === null ? {} : { after }) }),
      ...(last && from + limit < rows.length
        ? { next: pageLink(query, { limit: String(limit), after: cursorOf(last.id) }) }
        : {}),
    },
  };
  const meta =
    after === null && before === null
      ? { pagination: pageMeta(query, rows.length, usualLimits), cursor_pagination: cursors }
      : { cursor_pagination: cursors };
  return json({ data: shown.map(render), meta });
}
