import { createRouter } from '../http.js';
import { chooseQuirks } from '../quirks/quirks.js';
import type { RequestCounts, SendingSimulator, SimulatorOptions } from '../simulator.js';
import { createAuth } from './auth.js';
import { createFeeds } from './feeds.js';
import { createJobs } from './jobs.js';
import { bare, Refusal } from './problems.js';
import { editInBulk, editInSilence, withEdits } from './quirks/edits.js';
import { withListQuirks } from './quirks/lists.js';
import { poisonedIn, refuseProducts, withPoison } from './quirks/poison.js';
import { own } from './quirks.js';
import { createRateLimit, type RetryAfter } from './rate-limit.js';
import { createResults } from './results.js';
import { routesOf } from './routes.js';
import { createSeeded } from './seeded.js';
import { createServing } from './served.js';
import { approveProfile } from './shop/account.js';
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
const shortLife = 25;
/** Further pages of lists before which `edits-while-paging` edits. */
const editedPages = 5;
const tokenPath = '/oauth/client-credentials';

const orRefuse = (answer: Promise<Response>): Promise<Response> =>
  answer.catch((error: unknown) => {
    if (error instanceof Refusal) return error.response;
    // A path with a broken percent escape.
    if (error instanceof URIError) return bare(404);
    throw error;
  });

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
  const feeds = createFeeds({ seeded: shop.seeded, now, tell });
  const ask = (method: string, path: string, body?: unknown) => {
    const sent = body === undefined ? null : JSON.stringify(body);
    return orRefuse(routed(new Request(`http://shop${path}`, { method, body: sent })));
  };
  const world: World = {
    shop,
    results: createResults(shop),
    webhooks,
    jobs,
    feeds,
    manifests: [],
    serve,
    now,
    act,
    ask,
    admitClient: client => auth.admitClient(client),
    revokeTokens: () => auth.revokeAll(),
  };
  const auth = createAuth(credentials, shop.seeded, now, quirks.has('token-dies') ? shortLife : undefined);
  const quota = options.requestsPerSecond ?? (elapsedMs ? 30 : Number.POSITIVE_INFINITY);
  const limit = createRateLimit(quota, retryAfter, now);
  const route = createRouter(routesOf(world, credentials.clientSecret, olderPaging));

  const routed = async (request: Request): Promise<Response> => (await route(request)) ?? bare(404);
  const answer = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url);
    if (pathname === tokenPath) return request.method === 'POST' ? auth.issue(request) : bare(405);
    if (!auth.admits(request)) {
      if (quirks.has('token-dies')) disturbed();
      return bare(401);
    }
    if (poisoned) refuseProducts(pathname, serving, poisoned);
    if (feeds.isDue()) await feeds.finishDue();
    return limit() ?? (await route(request)) ?? bare(404);
  };

  const live = (events: number) => {
    for (let event = 0; event < events; event += 1) {
      advancedMs += advanceShop(shop, happened, now()) * 60_000;
      happened += 1;
      reviewProducts(shop);
      approveProfile(shop.account, shop.time);
    }
  };
  const lists = withListQuirks(request => orRefuse(answer(request)), quirks, disturbed);
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
      webhooks.sendDue();
    },
    fetch: quirks.around(dated, { seed, now, sleep: options.sleep, counts }),
  };
}
