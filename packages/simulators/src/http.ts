/** A JSON answer; `headers` win over the defaults. */
export const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });

export const html = (body: string, status: number, headers: Record<string, string> = {}): Response =>
  new Response(body, { status, headers: { 'content-type': 'text/html; charset=UTF-8', ...headers } });

export const empty = (status = 204, headers: Record<string, string> = {}): Response =>
  new Response(null, { status, headers });

/** What a route sees: the request, the named parts of its path and its decoded query. */
export interface Call {
  readonly request: Request;
  readonly url: URL;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
}

export type Handler = (call: Call) => Response | Promise<Response>;

/** `['GET /v2/orders/:id', handler]`: a colon names a part of the path. */
export type Route = readonly [pattern: string, handler: Handler];

interface Compiled {
  readonly expression: RegExp;
  readonly handler: Handler;
}

/** How many parts a path has; a slash at its end makes none. */
const partsOf = (path: string): number => path.replace(/\/$/, '').split('/').length;

/** By method and number of parts, in the order of the list. */
function compile(routes: readonly Route[]): ReadonlyMap<string, readonly Compiled[]> {
  const compiled = new Map<string, Compiled[]>();
  for (const [pattern, handler] of routes) {
    const [method = '', path = ''] = pattern.split(' ');
    const source = path.replace(/:[a-zA-Z]+/g, name => `(?<${name.slice(1)}>[^/]+)`);
    const key = `${method} ${partsOf(path)}`;
    const known = compiled.get(key) ?? [];
    known.push({ expression: new RegExp(`^${source}/?$`), handler });
    compiled.set(key, known);
  }
  return compiled;
}

/** The first route that fits, or undefined. Method and path decide; the query does not. */
export function createRouter(routes: readonly Route[]): (request: Request) => Promise<Response> | undefined {
  const compiled = compile(routes);
  return request => {
    const url = new URL(request.url);
    for (const { expression, handler } of compiled.get(`${request.method} ${partsOf(url.pathname)}`) ?? []) {
      const match = expression.exec(url.pathname);
      if (match) {
        const params = Object.fromEntries(
          Object.entries(match.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]),
        );
        return Promise.resolve(handler({ request, url, params, query: url.searchParams }));
      }
    }
    return undefined;
  };
}

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** The methods that some route has for a path. */
export function createMethodLookup(routes: readonly Route[]): (path: string) => readonly string[] {
  const compiled = compile(routes);
  return path =>
    methods.filter(method =>
      (compiled.get(`${method} ${partsOf(path)}`) ?? []).some(({ expression }) => expression.test(path)),
    );
}
