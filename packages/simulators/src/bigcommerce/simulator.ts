import { chooseQuirks } from '../quirks/quirks.js';
import type { RequestCounts, SendingSimulator, SimulatorOptions } from '../simulator.js';
import { type Application, createApplication } from './app/application.js';
import { legacyDoor } from './app/legacy.js';
import type { Api } from './endpoints/api.js';
import { allRoutes } from './endpoints/routes.js';
import { createGateway } from './gateway.js';
import { createRateLimiter, type Plan } from './limits.js';
import { editInBulk, withEdits } from './quirks/edits.js';
import { withListQuirks } from './quirks/lists.js';
import { withPoison } from './quirks/poison.js';
import { own } from './quirks.js';
import { createRegistry } from './records/registry.js';
import { happen } from './shop/advance.js';
import type { CurrencyName } from './shop/currencies.js';
import { createShop } from './shop/shop.js';
import { createTampering } from './tampering.js';
import { shopTruth } from './truth.js';
import { storeId } from './views/store.js';
import { createOutbox } from './webhooks/outbox.js';

export interface BigCommerceSimulatorOptions extends SimulatorOptions {
  /** The merchant's plan, which sets the request quota; the largest unless told. */
  readonly plan?: Plan;
  /** Products in the catalog, deleted ones included. */
  readonly products?: number;
  /** What every shopper pays in, instead of the currency of their country. */
  readonly paidIn?: CurrencyName;
  readonly storeHash?: string;
  readonly accessToken?: string;
  /** The application that the token was given to. */
  readonly clientId?: string;
  /** What the application signs with, and what webhooks are signed with. */
  readonly clientSecret?: string;
  /** The auth callback that the application has registered. */
  readonly redirectUri?: string;
  /** Paths below the store for which the token lacks the scope (`['/v3/inventory']`): they answer 403. */
  readonly withoutScope?: readonly string[];
}

export interface BigCommerceSimulator extends SendingSimulator, Pick<Application, 'install' | 'load'> {
  /** The application that a merchant installs. */
  readonly application: { readonly clientId: string; readonly clientSecret: string; readonly redirectUri: string };
  /** An account from before tokens, good for V2 below `/api/v2` by basic authentication. */
  readonly legacyAccount: { readonly username: string; readonly apiToken: string };
}

const base = '/stores/:hash';
const legacyAccount = { username: 'admin', apiToken: 'legacy0123456789abcdef' } as const;
const scopes = ['store_v2_orders', 'store_v2_products', 'store_v2_customers', 'store_v2_information'] as const;

export function createBigCommerceSimulator(options: BigCommerceSimulatorOptions = {}): BigCommerceSimulator {
  const {
    seed = 1,
    orders = 1000,
    products = 120,
    plan = 'enterprise',
    elapsedMs = () => 0,
    withoutScope = [],
    paidIn = null,
  } = options;
  const {
    clientId = 'simclientntb1kcxa1do55wf0h25ps7',
    clientSecret = 'simsecret-0123456789abcdef',
    redirectUri = 'https://application.example/auth',
    storeHash = 'z4zn3wo',
    accessToken = `sim${seed}ntb1kcxa1do55wf0h25ps7h94f`,
  } = options;
  const quirks = chooseQuirks('bigcommerce', own, options.profiles);
  const shop = createShop({
    seed,
    orders,
    products,
    storeHash,
    elapsedMs,
    paidIn,
    silent: quirks.has('silent-children'),
  });
  const tampering = createTampering();
  const counts: RequestCounts = { requests: 0, limited: 0, disturbed: 0 };
  const disturbed = () => {
    counts.disturbed += 1;
  };
  const serve = quirks.has('poisoned-record') ? withPoison(tampering, shop, disturbed) : tampering.serve;
  const records = createRegistry();
  const api: Api = { shop, records, serve, clientId };
  let token = accessToken;
  let grants = 0;
  const application = createApplication({
    clientId,
    clientSecret,
    redirectUri,
    scopes,
    storeHash,
    now: shop.clock.now,
    customers: shop.customers,
    grant: () => {
      token = `${accessToken}${++grants}`;
      return token;
    },
  });
  const gateway = createGateway({
    storeHash,
    accessToken: () => token,
    outside: application.routes,
    withoutScope,
    counts,
    now: shop.clock.now,
    limiter: createRateLimiter(plan, shop.clock.now, quirks.has('shared-quota') ? 2 : 0),
    routes: allRoutes(base, api),
  });
  const outbox = createOutbox({
    deliver: options.deliver,
    hooks: records.hooks,
    news: shop.news,
    now: shop.clock.now,
    storeHash,
    storeId,
    clientSecret,
    twice: quirks.has('duplicate-webhooks') ? disturbed : null,
  });
  let happened = 0;
  const live = (events: number) => {
    for (const end = happened + events; happened < end; ) happen(shop, ++happened);
  };
  const doors = legacyDoor(gateway, { storeHash, accessToken: () => token, now: shop.clock.now, ...legacyAccount });
  const lists = withListQuirks(doors, quirks, disturbed);
  const front = quirks.has('edits-while-paging') ? withEdits(lists, shop, () => live(2), disturbed) : lists;
  const answer = quirks.around(front, { seed, now: shop.clock.now, sleep: options.sleep, counts });
  return {
    platform: 'bigcommerce',
    counts,
    fetch: request => {
      outbox.sendDue();
      return answer(request);
    },
    config: origin => ({ baseUrl: origin, storeHash, accessToken: token }),
    truth: () => shopTruth(shop, records),
    advance(events) {
      live(events);
      if (quirks.has('same-second-cluster')) editInBulk(shop);
      outbox.sendDue();
    },
    tamper: tampering.set,
    settled: outbox.settled,
    install: application.install,
    load: application.load,
    application: { clientId, clientSecret, redirectUri },
    legacyAccount,
  };
}
