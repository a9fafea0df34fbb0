import { type Call, createRouter, html, type Route } from '../../http.js';
import type { Gate } from '../auth/gate.js';
import type { Handshake } from '../auth/handshake.js';
import { noRoute, Refused, refusal, webServerNotFound } from '../protocol/errors.js';
import { type Destined, readPath } from '../protocol/path.js';
import { print } from '../protocol/print.js';
import { project, readFields } from '../protocol/projection.js';
import type { Shop } from '../shop/shop.js';
import type { Scope } from '../shop/stores.js';
import { createAsyncDesk } from './async.js';
import type { Desk, Endpoint } from './endpoint.js';

export interface FrontRules {
  readonly shop: Shop;
  readonly desk: Desk;
  readonly endpoints: readonly Endpoint[];
  readonly gate: Gate;
  readonly basePath: string;
  readonly handshake: Handshake;
  /** Whether queued writes are ever taken. */
  readonly hasConsumer: boolean;
  /** Most writes that one request may queue. */
  readonly mostQueued: number;
}

/** Where every request comes in: finds its endpoint in the scope of its path, at once or by the queue. */
export function createFront({
  shop,
  desk,
  gate,
  basePath,
  ...rules
}: FrontRules): (request: Request) => Promise<Response> {
  /** The request as it came, by the one with the shortened path: signatures are over the whole address. */
  const originals = new WeakMap<Request, Request>();
  const checked = (request: Request, right: string | null) =>
    right === null ? null : gate(originals.get(request) ?? request, right);
  const perform = ([, , answer]: Endpoint, call: Call, scope: Scope): Promise<Response> =>
    refusing(async () => toResponse(await answer(call, scope), call));

  const queue = createAsyncDesk({
    shop,
    desk,
    writes: rules.endpoints,
    gate: checked,
    answer: (endpoint, request, params, scope) => {
      const url = new URL(request.url);
      return perform(endpoint, { request, url, params, query: new URLSearchParams() }, scope);
    },
    isRunning: rules.hasConsumer,
    mostItems: rules.mostQueued,
  });
  const endpoints = [...rules.endpoints, ...queue.endpoints];
  const toRoute = (endpoint: Endpoint, scope: Scope): Route => [
    endpoint[0],
    async call => checked(call.request, endpoint[1]) ?? perform(endpoint, call, scope),
  ];

  const routers = new Map<string, ReturnType<typeof createRouter>>();
  const routerFor = ({ scope, mode }: Destined) => {
    const key = `${mode} ${scope?.id}`;
    const known =
      routers.get(key) ??
      createRouter(mode === 'sync' ? endpoints.map(endpoint => toRoute(endpoint, scope)) : queue.routes(mode, scope));
    routers.set(key, known);
    return known;
  };

  return async request => {
    const url = new URL(request.url);
    if (![url.pathname, url.search].every(isDecodable)) return html('<h1>Bad Request</h1>', 400);
    if (/%2f/i.test(url.pathname)) return webServerNotFound();
    const token = url.pathname.startsWith(basePath)
      ? rules.handshake.answer(request, url.pathname.slice(basePath.length))
      : null;
    if (token) return token;
    const destined = readPath(url.pathname, basePath);
    if (!destined) return noRoute();
    if (destined.mode !== 'sync' && request.method === 'GET')
      return refusal(400, 'Specified request cannot be processed.');
    const routed = new Request(new URL(destined.path + url.search, url.origin), request);
    originals.set(routed, request);
    const response = await refusing(async () => (await routerFor(destined)(routed)) ?? noRoute());
    if (destined.mode === 'sync') await queue.work();
    return response;
  };
}

/** A refusal that was thrown becomes the answer. */
async function refusing(answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof Refused) return error.response;
    throw error;
  }
}

function toResponse(answer: unknown, call: Call): Response {
  if (answer instanceof Response) return answer;
  const fields = call.query.get('fields');
  if (fields === null) return print(answer);
  const tree = readFields(fields);
  return print(tree ? project(answer, tree) : []);
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
