import { Agent } from 'node:https';
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { Management } from '@aligent/bigcommerce-api';

/** Pages of orders by a client that others made, up to the last; each gives the rows of a page. */
type Pages = (config: never) => AsyncIterable<readonly unknown[]>;

interface BigCommerceSettings {
  readonly baseUrl: string;
  readonly storeHash: string;
  readonly accessToken: string;
}

interface MagentoSettings {
  readonly baseUrl: string;
  readonly auth: Readonly<Record<string, string>>;
}

const load = createRequire(import.meta.url);

/** These clients know one address; the connections that they ask the agent for lead to the shop, unencrypted. */
function agentTo(shop: string): Agent {
  const { hostname, port } = new URL(shop);
  return Object.assign(new Agent({ keepAlive: true }), { createConnection: () => connect(Number(port), hostname) });
}

/** https://www.npmjs.com/package/node-bigcommerce; it has no types. */
async function* nodeBigCommerce({ baseUrl, storeHash, accessToken }: BigCommerceSettings) {
  const Client: new (settings: object) => { get(path: string): Promise<readonly { id: number }[] | ''> } =
    load('node-bigcommerce');
  const settings = { clientId: 'client', storeHash, accessToken, apiVersion: 'v2', agent: agentTo(baseUrl) };
  const client = new Client(settings);
  for (let last = 0; ; ) {
    const rows = await client.get(`/orders?sort=id:asc&limit=250&min_id=${last + 1}`);
    if (rows === '') return;
    yield rows;
    last = rows.at(-1)?.id ?? 0;
  }
}

/** https://www.npmjs.com/package/@aligent/bigcommerce-api */
async function* aligent({ baseUrl, storeHash, accessToken }: BigCommerceSettings) {
  const client = new Management.Client({ storeHash, accessToken, agent: agentTo(baseUrl) });
  for (let last = 0; ; ) {
    const rows = await client.v2.get('/orders', { query: { sort: 'id', limit: 250, min_id: last + 1 } });
    if (rows === null) return;
    yield rows;
    last = rows.at(-1)?.id ?? 0;
  }
}

/** https://www.npmjs.com/package/magento-api-rest */
async function* magentoApiRest({ baseUrl, auth }: MagentoSettings) {
  const { default: Client } = load('magento-api-rest') as {
    default: new (
      settings: object,
    ) => { get(path: string, query: object): Promise<{ data: { items: readonly unknown[]; total_count: number } }> };
  };
  const { accessTokenSecret, ...others } = auth;
  const client = new Client({ url: baseUrl, tokenSecret: accessTokenSecret, sha: 256, type: 'all/V1', ...others });
  for (let page = 1, total = 1; (page - 1) * 100 < total; page++) {
    const { data } = await client.get('orders', { $perPage: 100, $page: page, $sort: { entity_id: 'asc' } });
    yield data.items;
    total = data.total_count;
  }
}

/** The platforms' known clients on npm that list orders, by their packages. The Iconic has none; magento2-rest-client lists no orders. */
export const known: Readonly<Record<string, Readonly<Record<string, Pages>>>> = {
  iconic: {},
  bigcommerce: { 'node-bigcommerce': nodeBigCommerce, '@aligent/bigcommerce-api': aligent },
  magento: { 'magento-api-rest': magentoApiRest },
};
