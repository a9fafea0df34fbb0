import { jsonOf } from '../http/json.js';
import type { CodatCall } from './call.js';
import { invalid } from './error.js';

export interface Page {
  readonly number: number;
  readonly size: number;
  readonly query: string;
  readonly orderBy: string;
}

const mostOnPage = 5000;

export const readPage = (query: CodatCall['query']): Page => ({
  number: whole(query, 'page', 1, Number.MAX_SAFE_INTEGER / mostOnPage),
  size: whole(query, 'pageSize', 100, mostOnPage),
  query: query.get('query') ?? '',
  orderBy: query.get('orderby') ?? '',
});

function whole(query: CodatCall['query'], name: string, otherwise: number, most: number): number {
  const text = query.get(name.toLowerCase());
  if (text === undefined) return otherwise;
  const number = /^\d{1,15}$/.test(text) ? Number(text) : 0;
  if (number >= 1 && number <= most) return number;
  throw invalid(`${name} is a whole number from 1 to ${Math.floor(most)}`);
}

/** A page in Codat's envelope; `results` are JSON already. Links are paths: without the server, and without its prefix. */
export function pageResponse(path: string, page: Page, results: Uint8Array, total: number): Response {
  const href = (number: number) => ({ href: `${path}?${linkQuery(page, number)}` });
  const next = page.number * page.size < total ? { next: href(page.number + 1) } : {};
  const previous = page.number > 1 ? { previous: href(page.number - 1) } : {};
  return jsonOf({
    results,
    pageNumber: page.number,
    pageSize: page.size,
    totalResults: total,
    _links: { self: { href: path }, current: href(page.number), ...next, ...previous },
  });
}

function linkQuery({ size, query, orderBy }: Page, number: number): string {
  const parts = { page: String(number), pageSize: String(size), query, orderBy };
  return Object.entries(parts)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
}
