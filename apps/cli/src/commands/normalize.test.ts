import type { MagentoSimulator, Simulator } from '@cartograph/simulators';
import { describe, expect, test } from 'vitest';
import { createSimulator } from '../sandbox/simulators.js';
import { createUser } from '../testing/user.js';

interface Normalized {
  readonly records: readonly { resource: string; record: { id: string; currency: string } }[];
  readonly setAside: readonly { stream: string; id: string; path: string; reason: string }[];
}

const origin = 'http://shop.example';

/** An order without its lines cannot become a record. */
const included = 'include=consignments.line_items,fees&consignment_structure=object';

const ask = async (simulator: Simulator, path: string, init: RequestInit) =>
  (await simulator.fetch(new Request(origin + path, init))).json() as Promise<Record<string, unknown>>;

/** A list of orders as the platform itself sends it. */
const orders: Readonly<Record<string, () => Promise<unknown>>> = {
  iconic: async () => {
    const simulator = createSimulator('iconic', { orders: 5 });
    const { clientId, clientSecret } = simulator.config(origin);
    const body = new URLSearchParams({
      client_id: String(clientId),
      client_secret: String(clientSecret),
      grant_type: 'client_credentials',
    });
    const { access_token: token } = await ask(simulator, '/oauth/client-credentials', { method: 'POST', body });
    return ask(simulator, '/v2/orders?limit=5&offset=0', { headers: { authorization: `Bearer ${token}` } });
  },
  bigcommerce: async () => {
    const simulator = createSimulator('bigcommerce', { orders: 5 });
    const { storeHash, accessToken } = simulator.config(origin);
    const headers = { 'x-auth-token': String(accessToken) };
    return ask(simulator, `/stores/${storeHash}/v2/orders?${included}`, { headers });
  },
  magento: async () => {
    const simulator = createSimulator('magento', { orders: 5 }) as MagentoSimulator;
    const { accessToken } = simulator.configs(origin).bearer.auth as Record<string, string>;
    const headers = { authorization: `Bearer ${accessToken}` };
    return ask(simulator, '/rest/V1/orders?searchCriteria[pageSize]=5', { headers });
  },
};

const idsIn = ({ records }: Normalized) =>
  records.filter(({ resource }) => resource === 'orders').map(({ record }) => record.id);

const normalized = (out: string): Normalized => JSON.parse(out);

describe.each(Object.keys(orders))('native orders of %s, in the envelope that the platform sends', platform => {
  const read = orders[platform] ?? expect.unreachable();

  test('become records of the model, from a file and from standard input alike', async () => {
    const [user, payload] = [createUser(), await read()];
    const file = user.file('orders.json', payload);
    const fromFile = normalized((await user.run('normalize', platform, 'orders', file)).out);
    expect(idsIn(fromFile)).toHaveLength(5);
    expect(fromFile.setAside).toEqual([]);
    const { out } = await user.start(['normalize', platform, 'orders', '-', '--json'], JSON.stringify(payload)).done;
    expect(normalized(out)).toEqual(fromFile);
    expect(user.stored()).toBe('');
  });

  test('lose none of their neighbors to a corrupt one, which is set aside with its reason', async () => {
    const [user, payload] = [createUser(), await read()];
    const [first, ...rest] = listIn(payload);
    const date = { not: 'a date' };
    const corrupt = { ...(first as object), created_at: date, createdAt: date, date_created: date };
    const result = await user.json<Normalized>(
      'normalize',
      platform,
      'orders',
      user.file('x.json', [corrupt, ...rest]),
    );
    expect(idsIn(result)).toHaveLength(4);
    expect(result.setAside).toMatchObject([{ stream: 'orders', path: expect.stringMatching(/created/i) }]);
    expect(result.setAside[0]?.reason).toMatch(/created/i);
  });

  test('may be a single one', async () => {
    const [user, payload] = [createUser(), await read()];
    const file = user.file('order.json', listIn(payload)[0]);
    expect(idsIn(await user.json<Normalized>('normalize', platform, 'orders', file))).toHaveLength(1);
  });

  test.each([[null], [7], ['"order"'], [[]], [{}], [[null, 'x']]])('that are %j cause no crash', async payload => {
    const user = createUser();
    const result = await user.json<Normalized>('normalize', platform, 'orders', user.file('x.json', payload));
    expect(result.records).toEqual([]);
  });
});

/** The first list in an envelope, or the payload where it is one. */
const listIn = (payload: unknown): unknown[] =>
  Array.isArray(payload) ? payload : (Object.values(payload as object).find(Array.isArray) ?? []);

test('what is known of the shop can be handed in', async () => {
  const user = createUser();
  const file = user.file('orders.json', await orders.iconic?.());
  const words = ['normalize', 'iconic', 'orders', file, '--shop'];
  const { records } = await user.json<Normalized>(...words, user.file('shop.json', { currency: 'NZD' }));
  const plain = await user.json<Normalized>('normalize', 'iconic', 'orders', file);
  expect(records).toHaveLength(plain.records.length);
  const sentence = await user.failure(...words, user.file('bad.json', { currency: 7 }));
  expect(sentence).toMatch(/bad\.json does not describe a shop: "currency" /);
  expect(await user.failure(...words, user.file('list.json', ['AUD']))).toMatch(
    /list\.json does not describe a shop: Invalid input: expected object, received array$/,
  );
  expect(await user.failure(...words, user.file('null.json', 'null'))).toMatch(/null\.json does not describe a shop: /);
});

test.each([
  [
    'an unknown platform',
    ['shopify', 'orders'],
    /^there is no connector "shopify"; there is iconic, bigcommerce, magento$/,
  ],
  ['an unknown stream', ['magento', 'carts'], /^Magento has no stream "carts"; it has documents, orders, /],
  ['a name that every object has', ['magento', 'constructor'], /^Magento has no stream "constructor"/],
])('%s is refused', async (_, words, sentence) => {
  const user = createUser();
  expect(await user.failure('normalize', ...words, user.file('x.json', []))).toMatch(sentence);
});

test.each([
  ['a missing file', undefined, /^cannot read .*x\.json: there is no such file$/],
  ['an empty file', '', /x\.json is not JSON: it is empty; correct it, or name another file$/],
  ['a malformed file', '[{"id": 1},]', /x\.json is not JSON: Unexpected token '\]'; correct it/],
])('%s is named in one sentence', async (_, content, sentence) => {
  const user = createUser();
  const file = content === undefined ? `${user.database}.x.json` : user.file('x.json', content);
  expect(await user.failure('normalize', 'magento', 'orders', file)).toMatch(sentence);
});
