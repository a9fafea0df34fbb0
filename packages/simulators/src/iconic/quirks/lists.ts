import { json } from '../../http.js';
import type { Fetch } from '../../quirks/quirk.js';
import type { Quirks } from '../../quirks/quirks.js';
import type { OwnQuirk } from '../quirks.js';

/** How one quirk changes what a list answers; `disturbed` is told of each answer that it changed. */
type Layer = (next: Fetch, disturbed: () => void) => Fetch;

interface Pagination {
  readonly limit: number;
  readonly offset: number;
  readonly hasNext?: boolean;
  readonly totalCount?: number;
}

interface PageBody {
  readonly items: readonly unknown[];
  readonly pagination: Pagination;
}

const isPage = (body: unknown): body is PageBody =>
  typeof body === 'object' && body !== null && 'items' in body && 'pagination' in body;

/** The same request with some parameters of its query changed. */
function asking(request: Request, changes: Readonly<Record<string, number>>): Request {
  const url = new URL(request.url);
  for (const [name, value] of Object.entries(changes)) url.searchParams.set(name, String(value));
  return new Request(url, { method: request.method, headers: request.headers });
}

const numberIn = (request: Request, name: string): number => Number(new URL(request.url).searchParams.get(name) ?? 0);

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.clone().text();
  return text === '' ? null : JSON.parse(text);
}

/** Changes the JSON of good answers. Undefined leaves an answer as it is. */
const rewriting =
  (change: (body: unknown, request: Request) => unknown): Layer =>
  (next, disturbed) =>
  async request => {
    const response = await next(request);
    if (request.method !== 'GET' || response.status !== 200) return response;
    const changed = change(await bodyOf(response), request);
    if (changed === undefined) return response;
    disturbed();
    return json(changed);
  };

const lastPageRepeated: Layer = (next, disturbed) => async request => {
  const limit = numberIn(request, 'limit');
  for (let offset = numberIn(request, 'offset'); ; offset = Math.max(0, offset - limit)) {
    const answer = await next(offset === numberIn(request, 'offset') ? request : asking(request, { offset }));
    const body = answer.status === 200 && offset > 0 && limit > 0 ? await bodyOf(answer) : null;
    if (!isPage(body) || body.items.length > 0) return answer;
    disturbed();
  }
};

/** Half of it or half as much again, by where it is asked. */
const wrong = (count: number, request: Request): number =>
  Math.floor((count * (new URL(request.url).pathname.length % 2 === 0 ? 1 : 3)) / 2);

const wrongCounts = rewriting((body, request) => {
  if (!isPage(body)) return undefined;
  const { totalCount, hasNext, ...place } = body.pagination;
  const told = totalCount === undefined ? { hasNext: true } : { totalCount: wrong(totalCount, request) };
  return { ...body, pagination: { ...place, ...told } };
});

const otherEnvelopes = rewriting(body => {
  if (Array.isArray(body)) return { items: body };
  if (!isPage(body)) return undefined;
  const { totalCount, hasNext, ...place } = body.pagination;
  const end = place.offset + body.items.length;
  const told = totalCount === undefined ? { totalCount: end + (hasNext ? 1 : 0) } : { hasNext: end < totalCount };
  return { ...body, pagination: { ...place, ...told } };
});

const cap = 20;

const cappedPageSize: Layer = (next, disturbed) => request => {
  if (numberIn(request, 'limit') <= cap) return next(request);
  disturbed();
  return next(asking(request, { limit: cap }));
};

const isAmount = /(?:Price|Amount|Fee|Fees|Balance|Credits|Total|amount)$/;

function withTexts(value: unknown, name = ''): unknown {
  if (typeof value === 'number') return isAmount.test(name) ? String(value) : value;
  if (Array.isArray(value)) return value.map(one => withTexts(one, name));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withTexts(inner, key)]));
}

const withZone = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})\.0{6}\+1[01]:00$/;

function withoutZones(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(withZone, '$1 $2');
  if (Array.isArray(value)) return value.map(withoutZones);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutZones(inner)]));
}

/** From the shop outwards. */
const layers: readonly (readonly [OwnQuirk, Layer])[] = [
  ['capped-page-size', cappedPageSize],
  ['last-page-repeated', lastPageRepeated],
  ['wrong-counts', wrongCounts],
  ['other-envelopes', otherEnvelopes],
  ['text-amounts', rewriting(body => withTexts(body))],
  ['daylight-saving', rewriting(withoutZones)],
];

/** The shop as it answers with the quirks of its lists that are on. */
export const withListQuirks = (shop: Fetch, quirks: Quirks<OwnQuirk>, disturbed: () => void): Fetch =>
  layers.reduce((next, [name, layer]) => (quirks.has(name) ? layer(next, disturbed) : next), shop);
