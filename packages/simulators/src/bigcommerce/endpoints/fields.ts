import { listOf } from '../query.js';

/** `include_fields` and `exclude_fields` of the catalog; the id always comes. */
export function pickFields(query: URLSearchParams): (body: Record<string, unknown>) => Record<string, unknown> {
  const included = listOf(query, 'include_fields');
  const excluded = listOf(query, 'exclude_fields');
  if (!included && !excluded) return body => body;
  const keep = (name: string) =>
    name === 'id' || ((included?.includes(name) ?? true) && !(excluded?.includes(name) ?? false));
  return body => Object.fromEntries(Object.entries(body).filter(([name]) => keep(name)));
}
