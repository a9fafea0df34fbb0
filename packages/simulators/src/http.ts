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

/** The first route that fits, or undefined. Method and path decide; the query does not. */
export function createRouter(routes: readonly Route[]): (request: Request) => Promise<Response> | undefined {
  const compiled = routes.map(([pattern, handler]) => {
    const [method, path = ''] = pattern.split(' ');
    const source = path.replace(/:[a-zA-Z]+/g, name => `(?<${name.slice(1)}>[^/]+)`);
    return { method, expression: new RegExp(`^${source}/?$`), handler };
  });
  return request => {
    const url = new URL(request.url);
    for (const { method, expression, handler } of compiled) {
      const match = request.method === method ? expression.exec(url.pathname) : null;
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
