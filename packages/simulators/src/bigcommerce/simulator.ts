import { chooseQuirks } from '../quirks/quirks.js';
import type { RequestCounts, Simulator, SimulatorOptions } from '../simulator.js';
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
  /** Paths below the store for which the token lacks the scope (`['/v3/inventory']`): they answer 403. */
  readonly withoutScope?: readonly string[];
}

const base = '/stores/:hash';

export function createBigCommerceSimulator(options: BigCommerceSimulatorOptions = {}): Simulator {
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
  const gateway = createGateway({
    storeHash,
    accessToken,
    withoutScope,
    counts,
    now: shop.clock.now,
    limiter: createRateLimiter(plan, shop.clock.now, quirks.has('shared-quota') ? 2 : 0),
    routes: allRoutes(base, api),
  });
  let happened = 0;
  const live = (events: number) => {
    for (const end = happened + events; happened < end; ) happen(shop, ++happened);
  };
  const lists = withListQuirks(gateway, quirks, disturbed);
  const front = quirks.has('edits-while-paging') ? withEdits(lists, shop, () => live(2), disturbed) : lists;
  return {
    platform: 'bigcommerce',
    counts,
    fetch: quirks.around(front, { seed, now: shop.clock.now, sleep: options.sleep, counts }),
    config: origin => ({ baseUrl: origin, storeHash, accessToken }),
    truth: () => shopTruth(shop, records),
    advance(events) {
      live(events);
      if (quirks.has('same-second-cluster')) editInBulk(shop);
    },
    tamper: tampering.set,
  };
}
