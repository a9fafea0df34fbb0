import { commerceSchemas, dataTypes, streamsOf } from '@cartograph/codat';
import type { Connector } from '@cartograph/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { createSyncedWorld, createWorld, type World } from '../testing/world.js';
import { connectionOf, createClients } from './testing/clients.js';

type Clients = Awaited<ReturnType<typeof createClients>>;
type Commerce = Clients['commerce'];
interface Place {
  readonly companyId: string;
  readonly connectionId: string;
}

/** Every operation of the client that lists, and the one that gets one of the list. */
const operations: Readonly<
  Record<
    string,
    readonly [
      list: (client: Commerce, place: Place) => Promise<unknown>,
      get: (client: Commerce, place: Place, id: string) => Promise<unknown>,
    ]
  >
> = {
  'commerce-customers': [
    (c, at) => c.customers.list(at),
    (c, at, customerId) => c.customers.get({ ...at, customerId }),
  ],
  'commerce-disputes': [(c, at) => c.disputes.list(at), (c, at, disputeId) => c.disputes.get({ ...at, disputeId })],
  'commerce-locations': [
    (c, at) => c.locations.list(at),
    (c, at, locationId) => c.locations.get({ ...at, locationId }),
  ],
  'commerce-orders': [(c, at) => c.orders.list(at), (c, at, orderId) => c.orders.get({ ...at, orderId })],
  'commerce-payments': [(c, at) => c.payments.list(at), (c, at, paymentId) => c.payments.get({ ...at, paymentId })],
  'commerce-paymentMethods': [
    (c, at) => c.payments.listMethods(at),
    (c, at, paymentMethodId) => c.payments.getMethod({ ...at, paymentMethodId }),
  ],
  'commerce-products': [(c, at) => c.products.list(at), (c, at, productId) => c.products.get({ ...at, productId })],
  'commerce-productCategories': [
    (c, at) => c.products.listCategories(at),
    (c, at, productId) => c.products.getCategory({ ...at, productId }),
  ],
  'commerce-taxComponents': [
    (c, at) => c.taxComponents.list(at),
    (c, at, taxId) => c.taxComponents.get({ ...at, taxId }),
  ],
  'commerce-transactions': [
    (c, at) => c.transactions.list(at),
    (c, at, transactionId) => c.transactions.get({ ...at, transactionId }),
  ],
};

// biome-ignore lint/suspicious/noExplicitAny: what the client answers differs by operation.
type Answer = any;
const asked = async (answer: Promise<unknown>): Promise<Answer> => answer;

describe('Codat’s commerce client', () => {
  let world: World;
  let clients: Clients;

  beforeAll(async () => {
    world = await createSyncedWorld(40);
    clients = await createClients(world);
  });

  const raw = async (path: string): Promise<Answer> =>
    (await world.api(new Request(`http://api.test${path}`, { headers: { authorization: clients.authHeader } }))).json();

  const connectorOf = (platform: string): Connector => {
    const found = world.connectors.find(({ id }) => id === platform);
    if (!found) throw new TypeError(`no connector ${platform}`);
    return found;
  };

  describe.each(['iconic', 'bigcommerce', 'magento'])('of %s', platform => {
    const at = connectionOf(platform);
    const pathOf = (path: string) => `/companies/${at.companyId}/connections/${at.connectionId}/data/${path}`;

    test('gets the company', async () => {
      const answer = await asked(clients.commerce.companyInfo.get(at));
      expect(answer.statusCode).toBe(200);
      expect(answer.companyInfo.baseCurrency).toBeDefined();
      const body = await raw(pathOf('commerce-info'));
      expect(commerceSchemas['commerce-info'].parse(body)).toEqual(body);
    });

    test.each(dataTypes.filter(({ path }) => path in operations))('lists and gets $name', async dataType => {
      const [list, get] = operations[dataType.path] ?? [];
      if (!list || !get) throw new TypeError(`no operation for ${dataType.path}`);
      const answer = await asked(list(clients.commerce, at));
      if (streamsOf(connectorOf(platform), dataType).length === 0) {
        expect(answer.statusCode).toBe(404);
        expect(answer.errorMessage.error).toBe(
          `Datatype ${dataType.name} not supported by platform(s) ${connectorOf(platform).title}`,
        );
        expect((await asked(get(clients.commerce, at, '1'))).statusCode).toBe(404);
        return;
      }
      expect(answer.statusCode).toBe(200);
      const page = Object.values(answer).find((value: Answer) => value?.results !== undefined) as Answer;
      const body = await raw(`${pathOf(dataType.path)}?pageSize=5000`);
      expect(page.totalResults).toBe(body.totalResults);
      expect(page.results.map(({ id }: Answer) => id)).toEqual(body.results.slice(0, 100).map(({ id }: Answer) => id));
      for (const result of body.results) expect(commerceSchemas[dataType.path].parse(result)).toEqual(result);
      for (const { id } of body.results.slice(0, 3)) {
        const one = await asked(get(clients.commerce, at, id));
        expect(one.statusCode).toBe(200);
        expect(
          JSON.parse(
            one.rawResponse.data instanceof ArrayBuffer
              ? Buffer.from(one.rawResponse.data).toString()
              : JSON.stringify(one.rawResponse.data),
          ),
        ).toEqual(body.results.find((result: Answer) => result.id === id));
      }
      const missing = await asked(get(clients.commerce, at, 'no/such #1'));
      expect(missing.statusCode).toBe(404);
      expect(missing.errorMessage.error).toBe(`No data available for ${dataType.name} for ID no/such #1`);
    });

    test('goes through all orders page by page, in the order that it asks for', async () => {
      const seen: Answer[] = [];
      for (let page = 1, links: Answer = { next: {} }; links.next !== undefined; page++) {
        const { orders } = await asked(
          clients.commerce.orders.list({ ...at, page, pageSize: 7, query: 'totalAmount>0', orderBy: '-totalAmount' }),
        );
        expect(orders.links.current.href).toBe(
          `${pathOf('commerce-orders')}?page=${page}&pageSize=7&query=totalAmount%3E0&orderBy=-totalAmount`,
        );
        expect(orders.links.previous === undefined).toBe(page === 1);
        seen.push(...orders.results);
        links = orders.links;
      }
      const all = await raw(`${pathOf('commerce-orders')}?pageSize=5000`);
      const amounts = all.results.map(({ totalAmount }: Answer) => totalAmount).filter((amount: number) => amount > 0);
      expect(seen.map(({ totalAmount }) => totalAmount)).toEqual(
        amounts.toSorted((one: number, other: number) => other - one),
      );
      expect(new Set(seen.map(({ id }) => id)).size).toBe(amounts.length);
    });
  });

  const at = connectionOf('bigcommerce');

  test('is told of a query that does not fit what was asked, in Codat’s words', async () => {
    const { statusCode, errorMessage } = await asked(clients.commerce.orders.list({ ...at, query: 'isCompleted=1' }));
    expect(statusCode).toBe(400);
    expect(errorMessage.error).toBe('Error parsing query - Could not resolve property isCompleted on Dataset');
    expect(errorMessage.service).toBe('PullApi');
    expect(errorMessage.correlationId).toMatch(/^[0-9a-f]{32}$/);
    expect(errorMessage.canBeRetried).toBe('Unknown');
    for (const wrong of [{ query: 'id' }, { query: '{id=1' }, { orderBy: 'nothing' }, { page: 0 }, { pageSize: 5001 }])
      expect((await asked(clients.commerce.orders.list({ ...at, ...wrong }))).statusCode).toBe(400);
  });

  test('is told that a company or a connection is not there, and that a key is wrong', async () => {
    const nobody = '00000000-0000-0000-0000-000000000000';
    const company = await asked(clients.commerce.orders.list({ ...at, companyId: nobody }));
    expect([company.statusCode, company.errorMessage.error]).toEqual([404, `No company was found with ID ${nobody}`]);
    const connection = await asked(clients.commerce.orders.list({ ...at, connectionId: nobody }));
    expect([connection.statusCode, connection.errorMessage.error]).toEqual([
      404,
      `Data connection ${nobody} not found`,
    ]);
    const path = `http://api.test/companies/${at.companyId}/connections/${at.connectionId}/data/commerce-orders`;
    for (const authorization of ['Basic bm90aGluZw==', 'Basic', 'Bearer x']) {
      const answer = await world.api(new Request(path, { headers: { authorization } }));
      expect(answer.status).toBe(401);
      expect(answer.headers.get('content-type')).toBe('application/json');
      expect(await answer.json()).toMatchObject({ statusCode: 401, error: 'Unauthorized' });
    }
  });

  test('sees only the connections of its key, and is told how much it may still ask', async () => {
    const { commerce } = await createClients(world, { scope: 'read', connections: ['magento'], requestsPerMinute: 3 });
    expect((await asked(commerce.orders.list(at))).statusCode).toBe(404);
    const seen = await asked(commerce.orders.list(connectionOf('magento')));
    expect(seen.rawResponse.headers['x-rate-limit-limit']).toBe('3');
    expect(seen.rawResponse.headers['x-rate-limit-remaining']).toBe('1');
    await commerce.orders.list(at);
    const refused = await asked(commerce.orders.list(connectionOf('magento')));
    expect(refused.statusCode).toBe(429);
    expect(Number(refused.rawResponse.headers['retry-after'])).toBeGreaterThan(0);
  });

  test('finds paths and names of parameters in any case', async () => {
    const path = `/COMPANIES/${at.companyId.toUpperCase()}/Connections/${at.connectionId}/data/Commerce-Orders`;
    expect((await raw(`${path}?PAGESIZE=2&orderby=id`)).results.length).toBe(2);
    expect((await raw(`${path}?query=currency%3Daud+%26%26+id!=x`)).totalResults).toBeGreaterThan(0);
  });
});

test('data that was never read to its end is not there yet', async () => {
  const world = await createWorld(10);
  const { commerce } = await createClients(world);
  const { storage, settings, settingsOf, connectors, clock } = world;
  const [connector] = connectors;
  if (!connector) throw new TypeError('no connector');
  await storage.saveConnection({
    ...{ id: 'fresh', platform: connector.id, shop: connector.emptyShop, pausedBecause: null },
    settings: settings.seal('fresh', settingsOf[connector.id]),
    createdAt: clock.now.toISOString(),
  });
  const answer = await asked(commerce.orders.list(connectionOf('fresh')));
  expect([answer.statusCode, answer.errorMessage.error]).toEqual([409, 'The data set has not been requested.']);
});
