import { json } from '../http.js';
import { pageOf } from './query.js';

interface PageLimits {
  readonly fallback: number;
  readonly maximum: number;
}

export const usualLimits: PageLimits = { fallback: 50, maximum: 250 };

/** A relative query string that keeps the filters. */
export function pageLink(query: URLSearchParams, changes: Record<string, string>): string {
  const next = new URLSearchParams([...query].filter(([name]) => !['page', 'limit', 'before', 'after'].includes(name)));
  for (const [name, value] of Object.entries(changes)) next.set(name, value);
  return `?${next}`;
}

export function pageMeta(query: URLSearchParams, total: number, { fallback, maximum }: PageLimits) {
  const { page, limit, from } = pageOf('v3', query, fallback, maximum);
  const pages = Math.ceil(total / limit);
  const to = (number: number) => pageLink(query, { page: String(number), limit: String(limit) });
  return {
    total,
    count: Math.max(0, Math.min(limit, total - from)),
    per_page: limit,
    current_page: page,
    total_pages: pages,
    links: {
      ...(page > 1 ? { previous: to(page - 1) } : {}),
      current: to(page),
      ...(page < pages ? { next: to(page + 1) } : {}),
    },
  };
}

export function v3List<T>(
  rows: readonly T[],
  query: URLSearchParams,
  render: (row: T) => unknown,
  limits: PageLimits = usualLimits,
): Response {
  const { limit, from } = pageOf('v3', query, limits.fallback, limits.maximum);
  return json({
    data: rows.slice(from, from + limit).map(render),
    meta: { pagination: pageMeta(query, rows.length, limits) },
  });
}

/** For lists that come whole. */
export const v3Whole = (data: unknown): Response => json({ data, meta: {} });
