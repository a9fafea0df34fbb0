import { chooseQuirks } from '../quirks/quirks.js';
import type { RequestCounts, Simulator } from '../simulator.js';
import { createAdminTokens } from './auth/admin-tokens.js';
import { createCredentials } from './auth/credentials.js';
import { createGate } from './auth/gate.js';
import { createHandshake } from './auth/handshake.js';
import { createIntegrations } from './auth/integrations.js';
import { createOAuth } from './auth/oauth.js';
import { createLife } from './life.js';
import type { MagentoSimulatorOptions } from './options.js';
import { type Collection, rowById } from './protocol/collection.js';
import { readInput, readJson } from './protocol/input.js';
import { createLimit } from './protocol/limit.js';
import { createListing } from './protocol/listing.js';
import { noisy } from './protocol/print.js';
import { asText, bodyChanges } from './quirks/bodies.js';
import { createEdits, editInBulk } from './quirks/edits.js';
import { listingRules } from './quirks/lists.js';
import { withLocalMessages } from './quirks/messages.js';
import { createPoison } from './quirks/poison.js';
import { own } from './quirks.js';
import type { Desk, Endpoint } from './routes/endpoint.js';
import { createEndpoints } from './routes/endpoints.js';
import { createFront } from './routes/front.js';
import { createSalesCollections } from './routes/sales-collections.js';
import { createShopCollections } from './routes/shop-collections.js';
import { laterNumbers } from './sales/ledger.js';
import { createOperations } from './sales/operations.js';
import { createShop } from './shop/shop.js';
import { truthWithoutList } from './truth.js';

const secondMs = 1000;

/** Web API input limits: records of one kind in one request, and writes that one request may queue. */
const mostItems = 20;
const mostQueued = 5000;

export interface Activation {
  readonly origin: string;
  readonly callbackUrl: string;
  readonly identityUrl: string;
}

/** A Magento shop's REST API with a seeded shop behind it. */
export interface MagentoSimulator extends Simulator {
  /** The settings for each way to sign in. */
  configs(origin: string): Readonly<Record<'oauth1' | 'bearer' | 'admin', Record<string, unknown>>>;
  /**
   * The merchant activates an integration: the shop, reached at `origin`, posts a new consumer to the callback, and gives the
   * address at which it opens the app's page for the merchant. Rejects when the callback does not take it.
   */
  activate(integration: Activation): Promise<URL>;
}

export function createMagentoSimulator(options: MagentoSimulatorOptions = {}): MagentoSimulator {
  const { seed = 1, orders = 1000, elapsedMs = () => 0, basePath = '', floatNoise = true } = options;
  const quirks = chooseQuirks('magento', own, options.profiles);
  const shop = createShop(seed, orders, elapsedMs, options.paidIn ?? null);
  const credentials = createCredentials(seed);
  const limit = createLimit(options.limit, shop.clock.now);
  const counts: RequestCounts = { requests: 0, limited: 0, disturbed: 0 };
  const disturbed = () => {
    counts.disturbed += 1;
  };
  const adminTokens = createAdminTokens(
    credentials,
    shop.clock.now,
    quirks.has('token-dies') ? { requests: 25, disturbed } : null,
  );
  const integrations = createIntegrations(seed, credentials);
  const check = createOAuth({
    integrations,
    methods: options.signatureMethods ?? ['HMAC-SHA256'],
    now: options.signingTime ?? null,
  });
  const handshake = createHandshake(integrations, check, shop.clock.now);
  const gate = createGate({
    check,
    integrations,
    adminTokens,
    acceptsIntegrationBearer: options.integrationBearer ?? true,
    denied: options.denied ?? [],
  });
  const changes = new Map<string, (body: unknown) => unknown>();
  const changed = bodyChanges(quirks.has, disturbed);

  const serve: Desk['serve'] = (collection, row, scope) => {
    const id = collection.id(row);
    const refused = poison?.refusal(collection.name, id);
    if (refused) return refused;
    const body = changed(collection.body(row, scope), id, collection.name);
    const change = changes.get(`${collection.name}/${id}`);
    const served = change ? change(structuredClone(body)) : body;
    return collection.hasNoise?.(row) ? noisy(served) : served;
  };
  const rules = listingRules(options, { has: quirks.has, seed, disturbed });
  const hasInputLimits = rules.maxPageSize !== null;
  const list = createListing(rules, shop.version, serve);
  const edits = quirks.has('edits-while-paging') ? createEdits(shop, () => life(1), disturbed) : null;
  const desk: Desk = {
    serve,
    list: collection => (call, scope) => {
      edits?.beforeList();
      const answer = list(collection, call.query, scope);
      const isText = quirks.has('numbers-as-text') && !(answer instanceof Response);
      return isText ? { ...answer, total_count: asText(answer.total_count) } : answer;
    },
    one: (collection, id, scope, missing) => {
      const row = rowById(collection, id);
      return row === undefined ? missing() : serve(collection, row, scope);
    },
    write: (parameters, answer) => async (call, scope) => {
      const input = readInput(
        await readJson(call.request),
        parameters,
        hasInputLimits ? mostItems : Number.POSITIVE_INFINITY,
      );
      const { params, query } = call;
      const answered = await answer({ input, params, query, scope, at: shop.clock.move(secondMs) });
      shop.touch();
      return answered;
    },
  };

  const sales = createSalesCollections(shop, floatNoise);
  const rest = createShopCollections(shop, floatNoise);
  const enumerable = [
    sales.orders,
    sales.invoices,
    sales.creditMemos,
    sales.shipments,
    sales.transactions,
    ...Object.values(rest),
  ] as readonly Collection<unknown>[];
  const operations = createOperations(laterNumbers(orders), quirks.has('silent-children') ? disturbed : null);
  const life = createLife(shop, operations);
  const poison = quirks.has('poisoned-record')
    ? createPoison(enumerable, (collection, id) => changes.has(`${collection}/${id}`), disturbed)
    : null;
  if (quirks.has('same-second-cluster')) editInBulk(shop);

  const endpoints: Endpoint[] = [
    ['POST /V1/integration/admin/token', null, ({ request }) => adminTokens.issue(request)],
    ...createEndpoints({
      shop,
      desk,
      sales,
      rest,
      operations,
      basePath,
      hasInventory: options.inventory ?? true,
    }),
  ];
  const answer = createFront({
    shop,
    desk,
    endpoints,
    gate,
    basePath,
    handshake,
    hasConsumer: options.asyncConsumer ?? true,
    mostQueued: hasInputLimits ? mostQueued : Number.POSITIVE_INFINITY,
  });

  const configs: MagentoSimulator['configs'] = origin => {
    const { consumerKey, consumerSecret, accessToken, accessTokenSecret, username, password } = credentials;
    const baseUrl = origin + basePath;
    return {
      oauth1: { baseUrl, auth: { method: 'oauth1', consumerKey, consumerSecret, accessToken, accessTokenSecret } },
      bearer: { baseUrl, auth: { method: 'bearer', accessToken } },
      admin: { baseUrl, auth: { method: 'admin', username, password } },
    };
  };

  /** What a reader can have: poisoned records are refused. */
  const isServed = (collection: string, id: string) => !poison?.holds(collection, id);
  const servedIds = (collection: Collection<unknown>): string[] =>
    collection
      .rows(null)
      .map(collection.id)
      .filter(id => isServed(collection.name, id));
  const front = quirks.has('localized-messages') ? withLocalMessages(answer, disturbed) : answer;

  return {
    platform: 'magento',
    counts,
    configs,
    async activate({ origin, callbackUrl, identityUrl }) {
      const base = `${origin}${basePath}/`;
      const post = handshake.post(callbackUrl, base);
      const consumerKey = new URLSearchParams(await post.clone().text()).get('oauth_consumer_key') ?? '';
      const answered = await options.deliver?.(post);
      if (!answered?.ok) throw new Error(`The callback answered ${answered?.status ?? 'nothing'}`);
      const page = new URL(identityUrl);
      page.searchParams.set('oauth_consumer_key', consumerKey);
      page.searchParams.set('success_call_back', `${base}admin/integration/loginSuccessCallback`);
      return page;
    },
    config: origin => configs(origin)[options.auth ?? (quirks.has('token-dies') ? 'admin' : 'oauth1')],
    fetch: quirks.around(
      async request => {
        const response = limit() ?? (await front(request));
        response.headers.set('date', new Date(shop.clock.now()).toUTCString());
        return response;
      },
      { seed, now: shop.clock.now, sleep: options.sleep, counts },
    ),
    truth: () => ({
      ...Object.fromEntries(enumerable.map(collection => [collection.name, servedIds(collection)])),
      ...truthWithoutList(shop, isServed),
    }),
    advance(events) {
      life(events);
      edits?.refill();
      if (!quirks.has('same-second-cluster')) return;
      editInBulk(shop);
      disturbed();
    },
    tamper(collection, id, change) {
      const key = `${collection}/${id}`;
      const before = changes.get(key);
      changes.set(key, before ? body => change(before(body)) : change);
    },
  };
}
