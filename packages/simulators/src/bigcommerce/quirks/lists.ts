import { empty, json } from '../../http.js';
import type { Fetch } from '../../quirks/quirk.js';
import type { Quirks } from '../../quirks/quirks.js';
import type { OwnQuirk } from '../quirks.js';
import { loosen } from './scalars.js';

/** How one quirk changes what a list answers. */
type Layer = (next: Fetch, disturbed: () => void) => Fetch;

const path = (request: Request): string => new URL(request.url).pathname;

/** The same request with some parameters of its query changed. */
function asking(request: Request, changes: Readonly<Record<string, string>>): Request {
  const url = new URL(request.url);
  for (const [name, value] of Object.entries(changes)) url.searchParams.set(name, value);
  return new Request(url, { method: request.method, headers: request.headers });
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.clone().text();
  return text === '' ? null : JSON.parse(text);
}

const withHeaders = (answer: Response, { headers }: Response): Response => {
  for (const [name, value] of headers) if (!name.startsWith('content-')) answer.headers.set(name, value);
  return answer;
};

/** Changes the JSON of good answers. */
const rewriting =
  (change: (body: unknown, request: Request) => unknown): Layer =>
  (next, disturbed) =>
  async request => {
    const response = await next(request);
    if (response.status !== 200) return response;
    const body = await bodyOf(response);
    const changed = change(body, request);
    if (JSON.stringify(changed) === JSON.stringify(body)) return response;
    disturbed();
    return withHeaders(json(changed), response);
  };

/** Answers something else in the place of some answers. */
const replacing =
  (replace: (answer: Response, request: Request) => Promise<Response | null>): Layer =>
  (next, disturbed) =>
  async request => {
    const answer = await next(request);
    const other = await replace(answer, request);
    if (other === null) return answer;
    disturbed();
    return withHeaders(other, answer);
  };

interface List {
  readonly data: readonly unknown[];
  readonly meta?: { readonly pagination?: { readonly total: number; readonly total_pages: number } };
}

const isList = (body: unknown): body is List =>
  typeof body === 'object' && body !== null && 'data' in body && Array.isArray(body.data);

const hasNoRows = (body: unknown): boolean =>
  isList(body) ? body.data.length === 0 : Array.isArray(body) && body.length === 0;

const lastPageRepeated: Layer = (next, disturbed) => async request => {
  const asked = Number(new URL(request.url).searchParams.get('page'));
  for (let page = asked; ; page -= 1) {
    const answer = await next(page > 0 ? asking(request, { page: String(page) }) : request);
    const isBeyond = page > 1 && (answer.status === 204 || (answer.status === 200 && hasNoRows(await bodyOf(answer))));
    if (isBeyond) continue;
    if (page < asked) disturbed();
    return answer;
  }
};

const emptyList200 = replacing(async (answer, request) =>
  answer.status === 204 && /\/v2\//.test(path(request)) ? json([]) : null,
);

const emptyList204 = replacing(async (answer, request) =>
  answer.status === 200 && /\/v3\//.test(path(request)) && hasNoRows(await bodyOf(answer)) ? empty() : null,
);

const noTransactions404 = replacing(async (answer, request) =>
  answer.status === 204 && /\/transactions$/.test(path(request))
    ? json({ status: 404, title: 'The resource was not found.' }, 404)
    : null,
);

/** Half of it or half as much again, by where it is asked. */
const wrong = (count: number, request: Request): number =>
  Math.floor((count * (path(request).length % 2 === 0 ? 1 : 3)) / 2);

const wrongCounts = rewriting((body, request) => {
  if (/\/count$/.test(path(request))) return { ...Object(body), count: wrong(Object(body).count, request) };
  if (!isList(body) || !body.meta?.pagination) return body;
  const { links, ...pagination } = { links: null, ...body.meta.pagination };
  const counts = { total: wrong(pagination.total, request), total_pages: wrong(pagination.total_pages, request) };
  return { ...body, meta: { ...body.meta, pagination: { ...pagination, ...counts } } };
});

const noPagination = rewriting(body => {
  if (!isList(body)) return body;
  const { pagination, ...meta } = { pagination: null, ...body.meta };
  return { ...body, meta };
});

const cap = 50;

const cappedPageSize: Layer = (next, disturbed) => request => {
  const limit = Number(new URL(request.url).searchParams.get('limit'));
  if (limit <= cap) return next(request);
  disturbed();
  return next(asking(request, { limit: String(cap) }));
};

/** From the shop outwards. */
const layers: readonly (readonly [OwnQuirk, Layer])[] = [
  ['capped-page-size', cappedPageSize],
  ['wrong-counts', wrongCounts],
  ['no-pagination', noPagination],
  ['loose-scalars', rewriting(loosen)],
  ['no-transactions-404', noTransactions404],
  ['last-page-repeated', lastPageRepeated],
  ['empty-list-200', emptyList200],
  ['empty-list-204', emptyList204],
];

/** The shop as it answers with the quirks of its lists that are on. */
export const withListQuirks = (shop: Fetch, quirks: Quirks<OwnQuirk>, disturbed: () => void): Fetch =>
  layers.reduce((next, [name, layer]) => (quirks.has(name) ? layer(next, disturbed) : next), shop);
