import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import { authenticate, charge } from './auth/authenticate.js';
import { createLimiter } from './auth/limiter.js';
import { type CodatOptions, createCodatApi } from './codat/codat.js';
import { keptOrigins } from './codat/cors-settings.js';
import { CodatError, refuse } from './codat/error.js';
import { docsPage, docsStyle } from './docs/page.js';
import { json } from './http/json.js';
import { Problem, problemOf, problemResponse } from './http/problem.js';
import { createObserver } from './observe.js';
import { describeApi } from './openapi/document.js';
import type { Route, Services } from './route.js';
import { changeRoutes } from './routes/changes.js';
import { connectionRoutes } from './routes/connections.js';
import { connectorRoutes } from './routes/connectors.js';
import { metricsRoute } from './routes/health.js';
import { listRoutes } from './routes/lists.js';
import { recordRoutes } from './routes/records.js';
import { salesRoutes } from './routes/sales.js';
import { stateRoutes } from './routes/state.js';
import { webhookDeliveryRoutes } from './routes/webhook-deliveries.js';
import { webhookSecretRoutes } from './routes/webhook-secrets.js';
import { webhookRoutes } from './routes/webhooks.js';
import { visibleTo } from './visible.js';
import { createWebhooks } from './webhooks/webhooks.js';

export interface ApiOptions extends CodatOptions {
  /** Origins whose pages may ask from a browser; none unless told. */
  readonly corsOrigins?: readonly string[];
  /** 1 MiB unless told. */
  readonly mostBodyBytes?: number;
}

type Variables = { requestId: string; route: string };
type App = Hono<{ Variables: Variables }>;

const dataHeaders = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'; style-src 'self'; frame-ancestors 'none'",
  'cache-control': 'no-store',
};

/** The REST API over a store: a function from a request to its answer. The port belongs to whoever calls it. */
export function createApi(options: ApiOptions): (request: Request) => Promise<Response> {
  const observer = createObserver();
  const webhooks = options.webhooks ?? createWebhooks(options);
  const routes: readonly Route[] = [
    ...listRoutes(options),
    ...recordRoutes(options),
    ...changeRoutes(options),
    ...salesRoutes(options),
    ...connectionRoutes(options),
    ...connectorRoutes(options),
    ...stateRoutes(options),
    ...webhookRoutes(webhooks),
    ...webhookSecretRoutes(webhooks, options),
    ...webhookDeliveryRoutes(webhooks, options),
    metricsRoute(options, observer),
  ];
  const app: App = new Hono();
  watch(app, options, observer);
  guard(app, options);
  serveOpenly(app, options, routes);
  const limiter = createLimiter();
  for (const route of routes) serve(app, options, route, limiter);
  for (const path of new Set(routes.map(route => route.path))) refuseOthers(app, routes, path);
  const codat = createCodatApi({ ...options, webhooks }, limiter);
  app.use(async (context, next) => {
    const answer = await codat(context.req.raw);
    if (answer === null) return next();
    context.set('route', 'codat');
    return answer;
  });
  app.notFound(() => {
    throw new Problem('not-found', 'There is nothing at this address: /docs shows what there is');
  });
  return async request => app.fetch(request);
}

/** Every request has an id, is counted and logged, and ends in an answer. */
function watch(app: App, { host }: Services, observer: ReturnType<typeof createObserver>): void {
  app.use(async (context, next) => {
    const requestId = randomUUID();
    const started = performance.now();
    context.set('requestId', requestId);
    context.set('route', 'none');
    await next();
    for (const [name, value] of Object.entries(dataHeaders)) context.res.headers.set(name, value);
    context.res.headers.set('x-request-id', requestId);
    const { method, path } = context.req;
    const { status } = context.res;
    const milliseconds = performance.now() - started;
    observer.note(method, context.get('route'), status, milliseconds / 1000);
    host.logger.info({ requestId, method, path, status, milliseconds: Math.round(milliseconds) }, 'answered');
  });
  app.onError((error, context) => {
    const requestId = context.get('requestId');
    const problem = problemOf(error);
    if (problem.body.status === 500) host.logger.error({ requestId, error }, 'a request failed');
    return problemResponse(problem, requestId);
  });
}

const mebibyte = 1 << 20;

const exposeHeaders = ['x-request-id', 'ratelimit-limit', 'ratelimit-remaining', 'ratelimit-reset', 'retry-after'];

function guard(app: App, { storage, corsOrigins = [], mostBodyBytes = mebibyte }: ApiOptions): void {
  const origins = keptOrigins(storage);
  const allowed = async (origin: string) =>
    corsOrigins.includes(origin) || (await origins.read()).allowedOrigins.includes(origin) ? origin : null;
  const allow = cors({ origin: allowed, exposeHeaders });
  // Only browsers say where their page is from.
  app.use((context, next) => (context.req.header('origin') === undefined ? next() : allow(context, next)));
  // Looking whether a GET has a body costs as much as all else that is done before its route.
  app.on(
    ['POST', 'PUT', 'PATCH', 'DELETE'],
    '*',
    bodyLimit({
      maxSize: mostBodyBytes,
      onError({ req }) {
        const why = `A body has ${mostBodyBytes} bytes at most`;
        if (!req.path.startsWith('/v1/')) return refuse(new CodatError(413, why));
        throw new Problem('too-large', why);
      },
    }),
  );
}

/** What needs no key. */
function serveOpenly(app: App, { storage }: Services, routes: readonly Route[]): void {
  const document = describeApi(routes);
  const page = docsPage(document);
  app.get('/healthz', () => json({ status: 'ok' }));
  app.get('/readyz', async () => {
    await storage.lastSequence();
    return json({ status: 'ready' });
  });
  app.get('/v1/openapi.json', () => json(document));
  app.get('/docs', context => context.html(page));
  app.get('/docs/style.css', () => new Response(docsStyle, { headers: { 'content-type': 'text/css; charset=utf-8' } }));
}

const honoPath = (path: string): string => path.replace(/\{(\w+)\}/g, ':$1');

function serve(app: App, { storage, host }: Services, route: Route, limiter: ReturnType<typeof createLimiter>): void {
  app.on(route.method, honoPath(route.path), async context => {
    context.set('route', route.path);
    const request = context.req.raw;
    const key = await authenticate(storage, request, route.scope);
    const allowance = charge(limiter, key, host.now());
    const response = await route.handle({
      request,
      query: new URL(request.url).searchParams,
      path: context.req.param(),
      key,
      connections: await visibleTo(key, storage),
    });
    for (const [name, value] of Object.entries(allowance)) response.headers.set(name, value);
    return response;
  });
}

function refuseOthers(app: App, routes: readonly Route[], path: string): void {
  const methods = routes.filter(route => route.path === path).map(({ method }) => method.toUpperCase());
  app.all(honoPath(path), () => {
    throw new Problem(
      'method-not-allowed',
      `${path} takes ${methods.join(', ')}`,
      { allowed: methods },
      { allow: methods.join(', ') },
    );
  });
}
