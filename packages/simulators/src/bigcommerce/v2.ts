import { empty, json } from '../http.js';
import { pageOf } from './query.js';
import { refuse } from './refusal.js';

const defaultLimit = 50;
const maximumLimit = 250;

/** A bare list: no envelope, no totals, and no body at all (204) where there is nothing on the page. */
export function v2List<T>(rows: readonly T[], query: URLSearchParams, render: (row: T) => unknown): Response {
  const { limit, from } = pageOf('v2', query, defaultLimit, maximumLimit);
  const page = rows.slice(from, from + limit);
  return page.length === 0 ? empty() : json(page.map(render));
}

/** V2 does not forgive a filter that it does not know. */
export function allowOnly(query: URLSearchParams, names: ReadonlySet<string>): void {
  for (const name of query.keys()) {
    if (!names.has(name.replace(/\[\]$/, '')))
      throw refuse('v2', 400, `The field '${name}' is not supported by this resource.`);
  }
}
