import { createHost } from '@cartograph/connector-kit';
import { AuthError, ConfigError, TransportError } from '@cartograph/core';
import { createIconicSimulator } from '@cartograph/simulators';
import { describe, expect, test } from 'vitest';
import { createIconicClient } from './client.js';
import type { IconicConfigInput } from './config.js';

type Answer = (request: Request) => Promise<Response> | Response;

const settings: IconicConfigInput = {
  clientId: 'app-1',
  clientSecret: 's3cret-of-the-app',
  baseUrl: 'http://shop.test',
};

function openClient(
  change: Partial<IconicConfigInput> = {},
  before: Answer = () => new Response(null, { status: 299 }),
) {
  let elapsed = 0;
  const simulator = createIconicSimulator({ orders: 130, elapsedMs: () => elapsed });
  const requests: Request[] = [];
  const host = createHost({
    fetch: async (input, init) => {
      const request = new Request(input, init);
      requests.push(request.clone());
      const answer = await before(request);
      return answer.status === 299 ? simulator.fetch(request) : answer;
    },
    now: () => new Date(Date.parse('2026-07-01T00:00:00Z') + elapsed),
    sleep: async ms => {
      elapsed += ms;
    },
  });
  const own = simulator.config('http://shop.test') as unknown as IconicConfigInput;
  const client = createIconicClient({ ...own, ...change }, host);
  const wait = (ms: number) => {
    elapsed += ms;
  };
  return { client, simulator, requests, wait };
}

const json = (body: unknown, status: number) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

const tokensIn = (requests: readonly Request[]) => requests.filter(({ url }) => url.includes('/oauth/'));

describe('the client', () => {
  test('lists a page of orders with the filters that were given', async () => {
    const { client, requests } = openClient();
    const page = await client.orders.list({ limit: 5, sort: 'updatedAt', sortDir: 'asc', includeVoucherDetails: true });
    expect(page.items).toHaveLength(5);
    expect(page.hasNext).toBe(true);
    expect(requests.at(-1)?.url).toBe(
      'http://shop.test/v2/orders?includeVoucherDetails=1&sort=updatedAt&sortDir=asc&limit=5&offset=0',
    );
  });

  test('iterates over all orders and finds one by its id', async () => {
    const { client, simulator } = openClient();
    const ids: string[] = [];
    for await (const order of client.orders.iterate()) ids.push(String(order.id));
    expect(ids.toSorted()).toEqual([...(simulator.truth().orders ?? [])].toSorted());
    expect(String((await client.orders.get(ids[0] ?? '')).id)).toBe(ids[0]);
  });

  test('reads a product set with its products, stock, prices and images', async () => {
    const { client } = openClient();
    const { items, total } = await client.productSets.list({ limit: 3 });
    expect(total).toBe(120);
    const id = items[0]?.id ?? '';
    expect((await client.productSets.get(id)).id).toBe(id);
    const products = await client.productSets.products.list(id);
    expect((await client.productSets.stock.list(id)).map(row => row.sellerSku)).toEqual(
      products.map(row => row.sellerSku),
    );
    const [prices] = await client.productSets.prices.bySets([id]);
    expect(prices?.items?.map(row => row.productId)).toEqual(products.map(row => row.id));
    expect((await client.productSets.images.bySets([id])).map(row => row.productSetId)).toEqual([id]);
  });

  test('reads the ledger, its statements and what they are made of', async () => {
    const { client, simulator } = openClient();
    const types = await client.transactionTypes.list();
    const { items } = await client.transactions.list({
      limit: 1,
      statementType: 'marketplace',
      sort: 'id',
      sortDir: 'asc',
    });
    expect(types.map(({ id }) => id)).toContain(items[0]?.typeId);
    const ids: string[] = [];
    for (const type of ['marketplace', 'consignment'] as const)
      for await (const statement of client.statements.iterate({ type }))
        if (statement.id !== 0) ids.push(String(statement.id));
    expect(ids.toSorted()).toEqual([...(simulator.truth().statements ?? [])].toSorted());
    expect((await client.statements.get(ids[0] ?? '')).id).toBe(Number(ids[0]));
    expect(await client.statements.current('NZ', 'consignment')).toMatchObject({ currency: 'NZD', paid: false });
    const payouts = await client.itemPayouts.list({ limit: 3 });
    expect(payouts.items.every(({ orderId, orderItemId }) => orderId && orderItemId)).toBe(true);
  });

  test('reads categories, warehouses and payment methods', async () => {
    const { client, simulator } = openClient();
    const [all, open] = [await client.categories.list({ includeInaccessible: true }), await client.categories.list()];
    expect(all.items.map(({ id }) => String(id))).toEqual(simulator.truth().categories);
    expect(open.items.length).toBeLessThan(all.items.length);
    const [warehouse] = await client.warehouses.list();
    expect(await client.warehouses.get(warehouse?.id ?? '')).toEqual(warehouse);
    expect((await client.paymentMethods.list()).map(({ name }) => name)).toEqual(simulator.truth().paymentMethods);
  });

  test('names every wrong setting', () => {
    expect(() => createIconicClient({ ...settings, clientSecret: '', country: 'XX' })).toThrow(ConfigError);
    expect(() => createIconicClient({ ...settings, clientSecret: '', country: 'XX' })).toThrow(
      /"clientSecret" must not be empty.*"country"/,
    );
  });
});

describe('the token', () => {
  test('is fetched once for calls at the same time, with Basic credentials', async () => {
    const { client, requests } = openClient();
    await Promise.all([client.seller.get(), client.seller.get(), client.orders.list(), client.brands.list()]);
    const [request, ...others] = tokensIn(requests);
    expect(others).toEqual([]);
    expect(request?.headers.get('authorization')).toMatch(/^Basic /);
    expect(await request?.text()).toBe('grant_type=client_credentials');
  });

  test('is replaced before it expires', async () => {
    const { client, requests, wait } = openClient();
    await client.seller.get();
    wait(3_500_000);
    await client.seller.get();
    expect(tokensIn(requests)).toHaveLength(2);
  });

  test('is replaced once when the platform refuses it', async () => {
    let refusals = 0;
    const { client, requests } = openClient({}, request =>
      request.url.endsWith('/v2/seller') && refusals++ === 0
        ? new Response(null, { status: 401 })
        : new Response(null, { status: 299 }),
    );
    await client.seller.get();
    expect(tokensIn(requests)).toHaveLength(2);
  });

  test('that is refused again is an error that tells what to check', async () => {
    const { client } = openClient({}, request =>
      request.url.endsWith('/v2/seller') ? new Response(null, { status: 401 }) : new Response(null, { status: 299 }),
    );
    await expect(client.seller.get()).rejects.toThrow(AuthError);
  });

  test('wrong credentials are told from where they are found, without the secret', async () => {
    const { client } = openClient({ clientSecret: 'not-the-secret' });
    const error = await client.seller.get().catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(AuthError);
    expect(String(error)).toMatch(/clientId and clientSecret.*OAuth Applications/);
    expect(String(error)).not.toContain('not-the-secret');
  });

  test('may come from another address', async () => {
    const { client, requests } = openClient({ tokenUrl: 'http://login.test/oauth/client-credentials' });
    await client.seller.get();
    expect(requests.map(({ url }) => url)).toEqual([
      'http://login.test/oauth/client-credentials',
      'http://shop.test/v2/seller',
    ]);
  });

  test('is fetched even when the whole quota waits for it', async () => {
    const { client } = openClient({ requestsPerSecond: 1 });
    await expect(Promise.all([client.seller.get(), client.seller.get()])).resolves.toHaveLength(2);
  });
});

describe('a signed call', () => {
  const booking = {
    sellerId: 5623,
    transactionTypeId: 22,
    accountStatementGroupId: 7,
    value: -12.5,
    currency: 'AUD',
    description: 'Manual adjustment',
  };
  const book = (client: ReturnType<typeof createIconicClient>, sign: boolean) =>
    client.request('POST', '/v2/finance/transaction', { json: booking, sign });

  test('is taken where one without a signature is refused', async () => {
    const { client, requests } = openClient();
    const types = await client.request('GET', '/v2/finance/transaction/types');
    const [{ id }] = types.body as [{ id: number }];
    booking.transactionTypeId = id;
    expect((await book(client, true)).status).toBe(201);
    expect(requests.at(-1)?.headers.get('x-signature')).toMatch(/^[0-9a-f]{64}$/);
    await expect(book(client, false)).rejects.toThrow(AuthError);
  });

  test('has another nonce for every attempt', async () => {
    let attempts = 0;
    const { client, requests } = openClient({}, request =>
      request.method === 'POST' && request.url.endsWith('/transaction') && attempts++ < 2
        ? new Response(null, { status: 429, headers: { 'retry-after': '1' } })
        : new Response(null, { status: 299 }),
    );
    await book(client, true).catch(() => {});
    const nonces = requests.map(({ headers }) => headers.get('x-nonce')).filter(nonce => nonce !== null);
    expect(nonces).toHaveLength(3);
    expect(new Set(nonces).size).toBe(3);
  });
});

describe('an error of the platform', () => {
  test('is a maintenance that ends', async () => {
    const { client } = openClient({}, request =>
      request.url.includes('/v2/')
        ? json({ message: 'We will be back', caused_by: 'maintenance_mode' }, 503)
        : new Response(null, { status: 299 }),
    );
    const error = await client.seller.get().catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(TransportError);
    expect(String(error)).toContain('down for maintenance');
  });

  test('is a right that the role lacks', async () => {
    const { client } = openClient({}, request =>
      request.url.includes('/v2/') ? new Response(null, { status: 403 }) : new Response(null, { status: 299 }),
    );
    await expect(client.seller.get()).rejects.toThrow('does not let this application read /v2/seller');
  });
});
