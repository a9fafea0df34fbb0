import { beforeAll, describe, expect, test } from 'vitest';
import { createIconicSimulator } from '../simulator.js';
import { connect, type ItemJson, type OrderJson, type TestClient } from '../testing.js';

interface OrderPage {
  readonly items: readonly OrderJson[];
  readonly pagination: Readonly<Record<string, unknown>>;
}

const simulator = createIconicSimulator({ orders: 250 });
let client: TestClient;
let everything: OrderJson[];

beforeAll(async () => {
  client = await connect(simulator);
  everything = await client.all<OrderJson>('/v2/orders?sort=createdAt&sortDir=asc');
});

const numbersOf = (orders: readonly OrderJson[]) => orders.map(order => order.number);
const find = (query: string) => client.all<OrderJson>(`/v2/orders?sort=createdAt&sortDir=asc&${query}`);

describe('paging', () => {
  test('says whether there is more, never how many', async () => {
    const first = await client.read<OrderPage>('/v2/orders?limit=100&offset=0');
    const last = await client.read<OrderPage>('/v2/orders?limit=100&offset=200');
    const beyond = await client.read<OrderPage>('/v2/orders?limit=100&offset=900');
    expect(first.pagination).toEqual({ limit: 100, offset: 0, hasNext: true });
    expect([last.items.length, last.pagination]).toEqual([50, { limit: 100, offset: 200, hasNext: false }]);
    expect([beyond.items, beyond.pagination.hasNext]).toEqual([[], false]);
  });

  test('reaches every order once', () => {
    expect(everything.map(order => String(order.id))).toEqual(simulator.truth().orders);
  });

  test('takes a limit beyond 100 for 100', async () => {
    const page = await client.read<OrderPage>('/v2/orders?limit=500&offset=0');
    expect([page.items.length, page.pagination.limit]).toEqual([100, 100]);
  });

  test('of older deployments gives the total instead', async () => {
    const older = await connect(createIconicSimulator({ orders: 7, olderPaging: true }));
    const page = await older.read<OrderPage>('/v2/orders?limit=5&offset=5');
    expect([page.items.length, page.pagination]).toEqual([2, { limit: 5, offset: 5, totalCount: 7 }]);
  });

  test.each([
    ['offset=0', 'limit'],
    ['limit=10', 'offset'],
    ['limit=0&offset=0', 'limit'],
    ['limit=ten&offset=0', 'limit'],
    ['limit=10&offset=-1', 'offset'],
    ['limit=10&offset=0&updateDateStart=soon', 'updateDateStart'],
    ['limit=10&offset=0&sort=number', 'sort'],
    ['limit=10&offset=0&orderNumbers=1', 'orderNumbers'],
  ])('is refused for "%s"', async (query, parameter) => {
    const response = await client.request(`/v2/orders?${query}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      title: 'Validation Failed',
      violations: [{ propertyPath: parameter }],
    });
  });
});

describe('filters', () => {
  test('by creation include both ends', async () => {
    const [from, to] = [everything[10]?.createdAt ?? '', everything[20]?.createdAt ?? ''];
    const range = `dateStart=${encodeURIComponent(from)}&dateEnd=${encodeURIComponent(to)}`;
    expect(numbersOf(await find(range))).toEqual(numbersOf(everything.slice(10, 21)));
  });

  test('by update find orders with at least one unit updated in the range, both ends included', async () => {
    const target = everything.find(order => new Set(order.items.map(item => item.updatedAt)).size > 1);
    const [oldest = ''] = (target?.items ?? []).map(item => item.updatedAt ?? '').sort();
    const moment = encodeURIComponent(oldest);
    const found = await find(`updateDateStart=${moment}&updateDateEnd=${moment}`);
    expect(numbersOf(found)).toContain(target?.number);
    for (const order of found) expect(order.items.map(item => item.updatedAt)).toContain(oldest);
  });

  test('by day run from midnight to midnight in Sydney', async () => {
    const day = '2026-01-15';
    const found = await find(`dateStart=${day}&dateEnd=${day}`);
    expect(numbersOf(found)).toEqual(numbersOf(everything.filter(order => order.createdAt.startsWith(day))));
    expect(found).not.toEqual([]);
  });

  test.each<[string, (order: OrderJson, index: number) => boolean]>([
    ['section=status_returned', order => order.items.some(item => item.status === 'returned')],
    ['paymentMethods[]=paypal_payment', order => Object(order).paymentMethod === 'paypal_payment'],
    ['warehouses%5B%5D=Sydney%20DC', order => order.items.some(item => item.warehouseName === 'Sydney DC')],
    ['outlet=1', order => order.items.some(item => item.isOutlet === true)],
    [
      'section=group_kpi_rejection_rate',
      order => order.items.some(item => item.status === 'canceled' && item.failureReason.type === 'canceled'),
    ],
    ['section=group_kpi_return_rate', order => order.items.some(item => item.status === 'returned')],
    ['packed=not_packed', order => Object(order).packedItemsCount === 0],
  ])('such as %s keep what fits', async (query, fits) => {
    const expected = everything.filter(fits);
    expect(numbersOf(await find(query))).toEqual(numbersOf(expected));
    expect(expected.length).toBeGreaterThan(0);
    expect(expected.length).toBeLessThan(everything.length);
  });

  test('by the time until they are shipped part all orders in two', async () => {
    const [fast, slow] = [await find('delivery=shippedUnder24h'), await find('delivery=notShippedUnder24h')];
    expect([...fast, ...slow].map(({ id }) => id).sort()).toEqual(everything.map(({ id }) => id).sort());
    const [order] = fast;
    const history = await client.read<{ status: string; createdAt: string }[]>(`/v2/order/${order?.id}/history`);
    const shipped = history.filter(({ status }) => status === 'shipped').map(row => Date.parse(row.createdAt));
    expect(Math.min(...shipped) - Date.parse(order?.createdAt ?? '')).toBeLessThanOrEqual(86_400_000);
  });

  test('by seller, by reason and by printing', async () => {
    expect(await find('sellerIds[]=1')).toEqual([]);
    expect(await find('printedStatus=1')).toEqual([]);
    const reasons = await client.read<{ id: number; name: string }[]>('/v2/orders-failure-reasons');
    const reason = reasons.find(({ name }) => name === 'Customer changed mind');
    const canceled = everything.filter(order =>
      order.items.some(item => item.status === 'canceled' && item.failureReason.name === reason?.name),
    );
    expect(canceled.length).toBeGreaterThan(0);
    expect(numbersOf(await find(`cancelationReasonIds[]=${reason?.id}`))).toEqual(numbersOf(canceled));
  });

  test('by number and by id are lists', async () => {
    const [first, second] = everything;
    expect(numbersOf(await find(`orderNumbers[]=${first?.number}&orderNumbers[]=${second?.number}`))).toEqual([
      first?.number,
      second?.number,
    ]);
    expect(numbersOf(await find(`orderIds[]=${second?.id}`))).toEqual([second?.number]);
  });
});

test('orders sort by update in both directions', async () => {
  const updates = (orders: OrderJson[]) => orders.map(order => Date.parse(order.updatedAt));
  const rising = updates(await client.all<OrderJson>('/v2/orders?sort=updatedAt&sortDir=asc'));
  const falling = updates(await client.all<OrderJson>('/v2/orders?sort=updatedAt&sortDir=desc'));
  expect(rising).toEqual([...rising].sort((left, right) => left - right));
  expect(falling).toEqual([...rising].reverse());
});

test('vouchers come only when asked for', async () => {
  const bare = everything.flatMap(order => order.items.flatMap(item => item.vouchers));
  const detailed = (await find('includeVoucherDetails=1')).flatMap(order => order.items.flatMap(item => item.vouchers));
  expect(bare).toEqual([]);
  expect(detailed.length).toBeGreaterThan(0);
});

test('one order is found by its id, never by its number', async () => {
  const [order] = everything;
  expect(await client.read<OrderJson>(`/v2/orders/${order?.id}`)).toMatchObject({ number: order?.number });
  expect((await client.request(`/v2/orders/${order?.number}`)).status).toBe(404);
});

test('the search suggests values, and fails on a missing parameter', async () => {
  const number = everything[0]?.number ?? '';
  const { results } = await client.read<{ results: unknown[] }>(`/v2/orders/search?key=order_nr&query=${number}`);
  expect(results).toEqual([{ label: number, value: number, sublabel: null }]);
  const failed = await client.request('/v2/orders/search?query=2');
  expect([failed.status, failed.headers.get('content-type')]).toEqual([500, 'text/html; charset=UTF-8']);
});

describe('units', () => {
  test('are listed with their count, and filtered by status and order', async () => {
    const page = await client.read<OrderPage>('/v2/order-items?limit=5&offset=0');
    expect(page.pagination).toEqual({ limit: 5, offset: 0, totalCount: simulator.truth().orderItems?.length });
    const canceled = await client.all<ItemJson>('/v2/order-items?status[]=canceled');
    expect(new Set(canceled.map(item => item.status))).toEqual(new Set(['canceled']));
    const [order] = everything;
    const own = await client.all<ItemJson>(`/v2/order-items?orderIds[]=${order?.id}`);
    expect(own.map(item => item.id)).toEqual(order?.items.map(item => item.id));
  });

  test('are found by the id that the shop has for them, and by who took them back', async () => {
    const [first] = everything.flatMap(order => order.items);
    expect(await client.all(`/v2/order-items?srcIds[]=${first?.srcId}`)).toMatchObject([{ id: first?.id }]);
    const returned = everything.flatMap(order => order.items).filter(item => item.status === 'returned');
    const sides = await Promise.all(
      ['seller', 'region'].map(side => client.all<ItemJson>(`/v2/order-items?returnedBy=${side}`)),
    );
    expect(
      sides
        .flat()
        .map(({ id }) => id)
        .sort(),
    ).toEqual(returned.map(({ id }) => id).sort());
  });

  test('cannot be filtered for a pending payment', async () => {
    const response = await client.request('/v2/order-items?limit=5&offset=0&status[]=payment_pending');
    expect(response.status).toBe(400);
  });

  test('have a history that ends with their status', async () => {
    const order = everything.find(candidate => candidate.statusList.returned);
    const rows = await client.read<{ orderItemId: number; status: string }[]>(`/v2/order/${order?.id}/history`);
    for (const item of order?.items ?? []) {
      expect(rows.filter(row => row.orderItemId === item.id).at(-1)?.status).toBe(item.status);
    }
  });

  test('that were sent back have a return parcel', async () => {
    const items = everything.flatMap(order => order.items);
    const [returned, delivered] = ['returned', 'delivered'].map(status => items.find(item => item.status === status));
    const rows = await client.read<{ orderItemId: number; trackingCode: string | null }[]>(
      `/v2/order-items/returns?orderItemIds[]=${returned?.id}&orderItemIds[]=${delivered?.id}`,
    );
    expect(rows.map(row => [row.orderItemId, row.trackingCode !== null])).toEqual([
      [returned?.id, true],
      [delivered?.id, false],
    ]);
    expect((await client.request('/v2/order-items/returns')).status).toBe(400);
  });

  test('travel in parcels of at most four, each with a tracking code and a package of its own', async () => {
    const order = everything.find(candidate => candidate.items.length > 4 && candidate.statusList.delivered);
    const units = order?.items ?? [];
    const codeOf = (item: ItemJson) => Object(item.shipment).trackingCode as string;
    const codes = new Set(units.map(codeOf).filter(code => code !== ''));
    expect(codes.size).toBeGreaterThan(1);
    const ids = units.map(item => `orderItemIds[]=${item.id}`).join('&');
    const packages = await client.read<{ id: number; orderItemIds: number[] }[]>(`/v2/order-items/packages?${ids}`);
    expect(new Set(packages.map(({ id }) => id)).size).toBe(codes.size);
    for (const { orderItemIds } of packages) {
      expect(orderItemIds.length).toBeLessThanOrEqual(4);
      const together = units.filter(item => orderItemIds.includes(item.id));
      expect(new Set(together.map(codeOf)).size).toBe(1);
    }
  });
});
