import { createRouter, type Route } from '../http.js';
import { chooseQuirks } from '../quirks/quirks.js';
import type { RequestCounts, SendingSimulator, SimulatorOptions } from '../simulator.js';
import { createAuth } from './auth.js';
import { accountRoutes } from './endpoints/account.js';
import { attributeRoutes } from './endpoints/attributes.js';
import { bookingRoutes } from './endpoints/booking.js';
import { brandRoutes } from './endpoints/brands.js';
import { catalogExportRoutes } from './endpoints/catalog-exports.js';
import { categoryRoutes } from './endpoints/categories.js';
import { contentScoreRoutes } from './endpoints/content-score.js';
import { exportRoutes } from './endpoints/exports.js';
import { financeExportRoutes } from './endpoints/finance-exports.js';
import { financeLookupRoutes } from './endpoints/finance-lookups.js';
import { groupRoutes } from './endpoints/groups.js';
import { imageWriteRoutes } from './endpoints/image-writes.js';
import { imageRoutes } from './endpoints/images.js';
import { invoiceRoutes } from './endpoints/invoices.js';
import { lookupRoutes } from './endpoints/lookups.js';
import { orderDetailRoutes } from './endpoints/order-details.js';
import { orderExportRoutes } from './endpoints/order-exports.js';
import { orderItemRoutes } from './endpoints/order-items.js';
import { orderStatusRoutes } from './endpoints/order-statuses.js';
import { orderRoutes } from './endpoints/orders.js';
import { packingRoutes } from './endpoints/packing.js';
import { parcelRoutes } from './endpoints/parcels.js';
import { priceWriteRoutes } from './endpoints/price-writes.js';
import { productExtraRoutes } from './endpoints/product-extras.js';
import { productSetWriteRoutes } from './endpoints/product-set-writes.js';
import { productSetRoutes } from './endpoints/product-sets.js';
import { productWriteRoutes } from './endpoints/product-writes.js';
import { productRoutes } from './endpoints/products.js';
import { qualityControlRoutes } from './endpoints/quality-control.js';
import { samplePayloadRoutes } from './endpoints/sample-payload.js';
import { sharedCatalogRoutes } from './endpoints/shared-catalog.js';
import { statementRoutes } from './endpoints/statements.js';
import { stockWriteRoutes } from './endpoints/stock-writes.js';
import { tagRoutes } from './endpoints/tags.js';
import { templateRoutes } from './endpoints/templates.js';
import { transactionRoutes } from './endpoints/transactions.js';
import { warehouseRoutes } from './endpoints/warehouses.js';
import { webhookRoutes } from './endpoints/webhooks.js';
import { createJobs } from './jobs.js';
import { bare, Refusal } from './problems.js';
import { editInBulk, editInSilence, withEdits } from './quirks/edits.js';
import { withListQuirks } from './quirks/lists.js';
import { poisonedIn, refuseProducts, withPoison } from './quirks/poison.js';
import { own } from './quirks.js';
import { createRateLimit, type RetryAfter } from './rate-limit.js';
import { createResults } from './results.js';
import { createSeeded } from './seeded.js';
import { createServing } from './served.js';
import type { Charging } from './shop/charging.js';
import { makeHappen } from './shop/happenings.js';
import { reviewProducts } from './shop/review.js';
import { createShop, endBeforeClockChange, historyEnd, type Shop } from './shop/shop.js';
import { truthOf } from './truth.js';
import { createWebhooks } from './webhooks.js';
import type { World } from './world.js';

export interface IconicSimulatorOptions extends SimulatorOptions {
  /**
   * Requests a second before 429. The platform has one plan for all sellers: 30, the default wherever `elapsedMs` is
   * given. A clock that stands still never lets a second pass, so without `elapsedMs` nothing is limited by default.
   */
  readonly requestsPerSecond?: number;
  /** What a 429 says about waiting: the platform does not document it. Default: seconds. */
  readonly retryAfter?: RetryAfter;
  /** `/v2/orders` answers with `totalCount` instead of `hasNext`, as older deployments do. */
  readonly olderPaging?: boolean;
  /**
   * What all shoppers pay in, instead of the currency of their country. What the seller is settled is told at the same
   * figures in the country's own.
   */
  readonly paidIn?: Charging;
  /** Product sets in the catalog: 120 unless told. */
  readonly productSets?: number;
  /** The application secret, which also is the key of request signatures. */
  readonly clientSecret?: string;
}

const ordersByDefault = 1000;
const setsByDefault = 120;
/** Requests that a token lasts for with `token-dies`. */
const shortLife = 100;
/** Further pages of lists before which `edits-while-paging` edits. */
const editedPages = 5;
const tokenPath = '/oauth/client-credentials';

const routesOf = (world: World, clientSecret: string, olderPaging: boolean): Route[] => [
  ...invoiceRoutes(world),
  ...orderExportRoutes(world),
  ...orderRoutes(world, olderPaging),
  ...orderItemRoutes(world),
  ...orderDetailRoutes(world),
  ...orderStatusRoutes(world),
  ...packingRoutes(world),
  ...parcelRoutes(world),
  ...imageRoutes(world),
  ...qualityControlRoutes(world),
  ...sharedCatalogRoutes(world),
  ...contentScoreRoutes(world),
  ...samplePayloadRoutes,
  ...productSetRoutes(world),
  ...productRoutes(world),
  ...productExtraRoutes(world),
  ...imageWriteRoutes(world),
  ...groupRoutes(world),
  ...tagRoutes(world),
  ...productSetWriteRoutes(world),
  ...productWriteRoutes(world),
  ...stockWriteRoutes(world),
  ...priceWriteRoutes(world),
  ...categoryRoutes(world),
  ...attributeRoutes,
  ...brandRoutes(world),
  ...financeLookupRoutes(world),
  ...transactionRoutes(world),
  ...statementRoutes(world),
  ...bookingRoutes(world, clientSecret),
  ...exportRoutes(world),
  ...catalogExportRoutes(world),
  ...financeExportRoutes(world),
  ...templateRoutes(world),
  ...accountRoutes(world),
  ...lookupRoutes(world),
  ...warehouseRoutes(world),
  ...webhookRoutes(world),
];

/** A known path with another method is answered 405. */
function withWrongMethods(routes: readonly Route[]): Route[] {
  const paths = new Set(routes.map(([pattern]) => pattern.slice(pattern.indexOf(' ') + 1)));
  const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
  const refusals = [...paths].flatMap(path => methods.map((method): Route => [`${method} ${path}`, () => bare(405)]));
  return [...routes, ...refusals];
}

/** Happenings are some minutes apart, counted from the shop's clock. */
function advanceShop(shop: Shop, number: number, from: number): number {
  const minutes = shop.seeded('happening', -1 - number).int(2, 9);
  makeHappen(shop, number, Math.floor(from / 1000) * 1000 + minutes * 60_000);
  return minutes;
}

export function createIconicSimulator(options: IconicSimulatorOptions = {}): SendingSimulator {
  const { seed = 1, orders = ordersByDefault, elapsedMs, retryAfter = 'seconds', olderPaging = false } = options;
  const quirks = chooseQuirks('iconic', own, options.profiles);
  const { paidIn = null, productSets = setsByDefault } = options;
  const end = quirks.has('daylight-saving') ? endBeforeClockChange : historyEnd;
  const webhooks = createWebhooks({
    deliver: options.deliver,
    now: () => now(),
    seeded: createSeeded(seed),
    twice: quirks.has('duplicate-webhooks') ? () => disturbed() : null,
  });
  const { tell } = webhooks;
  const shop = createShop({ seed, orders, productSets, paidIn, silent: quirks.has('silent-children'), tell, end });
  const counts: RequestCounts = { requests: 0, limited: 0, disturbed: 0 };
  const disturbed = () => {
    counts.disturbed += 1;
  };
  let advancedMs = 0;
  let happened = 0;
  let edited = 0;
  const now = () => end + advancedMs + (elapsedMs?.() ?? 0);
  const credentials = {
    clientId: `app-${shop.seeded('token', -1).hex(16)}`,
    clientSecret: options.clientSecret ?? shop.seeded('token', -2).hex(40),
  };
  const serving = createServing();
  const poisoned = quirks.has('poisoned-record') ? poisonedIn(shop) : null;
  const serve = poisoned ? withPoison(serving, poisoned, disturbed) : serving.serve;
  const act = () => {
    shop.time = Math.max(Math.floor(now() / 1000) * 1000, shop.time);
    shop.version += 1;
    return shop.time;
  };
  const jobs = createJobs(shop.seeded, now);
  const world: World = { shop, results: createResults(shop), webhooks, jobs, serve, now, act };
  const auth = createAuth(credentials, shop.seeded, now, quirks.has('token-dies') ? shortLife : undefined);
  const quota = options.requestsPerSecond ?? (elapsedMs ? 30 : Number.POSITIVE_INFINITY);
  const limit = createRateLimit(quota, retryAfter, now);
  const route = createRouter(withWrongMethods(routesOf(world, credentials.clientSecret, olderPaging)));

  const answer = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url);
    if (pathname === tokenPath) return request.method === 'POST' ? auth.issue(request) : bare(405);
    if (!auth.admits(request)) {
      if (quirks.has('token-dies')) disturbed();
      return bare(401);
    }
    if (poisoned) refuseProducts(pathname, serving, poisoned);
    return limit() ?? (await route(request)) ?? bare(404);
  };
  const answerOrRefuse = (request: Request): Promise<Response> =>
    answer(request).catch((error: unknown) => {
      if (error instanceof Refusal) return error.response;
      // A path with a broken percent escape.
      if (error instanceof URIError) return bare(404);
      throw error;
    });

  const live = (events: number) => {
    for (let event = 0; event < events; event += 1) {
      advancedMs += advanceShop(shop, happened, now()) * 60_000;
      happened += 1;
      reviewProducts(shop);
    }
    webhooks.sendDue();
  };
  const lists = withListQuirks(answerOrRefuse, quirks, disturbed);
  const liveOn = () => {
    edited += 1;
    if (edited > editedPages) return;
    disturbed();
    live(1);
  };
  const front = quirks.has('edits-while-paging') ? withEdits(lists, liveOn) : lists;

  const dated = async (request: Request): Promise<Response> => {
    const response = await front(request);
    response.headers.set('date', new Date(now()).toUTCString());
    webhooks.sendDue();
    return response;
  };

  return {
    platform: 'iconic',
    counts,
    tamper: serving.tamper,
    settled: webhooks.settled,
    config: origin => ({ baseUrl: origin, ...credentials }),
    truth: () => truthOf(world, poisoned),
    advance: events => {
      live(events);
      if (quirks.has('silent-children')) editInSilence(shop, happened, now());
      if (quirks.has('same-second-cluster')) editInBulk(shop, now());
      if (quirks.has('silent-children') || quirks.has('same-second-cluster')) disturbed();
    },
    fetch: quirks.around(dated, { seed, now, sleep: options.sleep, counts }),
  };
}
