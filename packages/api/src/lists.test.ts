import { compare, type Order, queryFields, resourceNames, type StoredRecord } from '@cartograph/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { createSyncedWorld, type World } from './testing/world.js';

let world: World;
let orders: readonly StoredRecord<'orders'>[];

beforeAll(async () => {
  world = await createSyncedWorld();
  const all: StoredRecord<'orders'>[] = [];
  for await (const order of world.storage.records({ resource: 'orders' })) all.push(order);
  orders = all;
});

const newestFirst = (found: readonly StoredRecord<'orders'>[]) =>
  found.toSorted((one, other) => {
    const [left, right] = [one, other].map(
      ({ placedAt, id, connectionId }) => `${(placedAt ?? '').replace('Z', '')}\u0001${id}\u0001${connectionId}`,
    );
    return (left ?? '') < (right ?? '') ? 1 : -1;
  });

const names = (found: readonly { connectionId: string; id: string }[]) =>
  found.map(({ connectionId, id }) => `${connectionId} ${id}`);

async function list(path: string): Promise<readonly StoredRecord<'orders'>[]> {
  const { status, body } = await world.get(path);
  expect(body).toMatchObject({ data: expect.any(Array), next: null });
  expect(status).toBe(200);
  return body.data;
}

test('a list shows the orders of all shops as they are stored, newest first', async () => {
  expect(orders.length).toBeGreaterThan(80);
  expect(await list('/v1/orders?limit=1000')).toEqual(newestFirst(orders));
});

test.each(resourceNames)('%s are listed, with how fresh they are and who provides none', async resource => {
  const { status, body } = await world.get(`/v1/${resource}?limit=2`);
  expect(status).toBe(200);
  for (const connection of ['iconic', 'bigcommerce', 'magento']) {
    const hasSome = (await world.storage.counts(connection))[resource] > 0;
    if (connection in body.notProvided) expect(hasSome).toBe(false);
    else expect(body.completeThrough[connection]).toMatch(/^\d{4}-.*Z$/);
  }
});

const first = (accepts: (order: Order) => boolean) => {
  const found = orders.find(accepts);
  if (!found) throw new Error('the simulated shops have no such order');
  return found;
};

describe('a filter finds what a look at every order finds', () => {
  const found = (accepts: (order: StoredRecord<'orders'>) => boolean) => names(newestFirst(orders.filter(accepts)));
  const asked = async (query: string) => names(await list(`/v1/orders?limit=1000&${query}`));

  test('by connections', async () => {
    expect(await asked('connection=iconic,magento')).toEqual(
      found(({ connectionId }) => connectionId !== 'bigcommerce'),
    );
  });
  test('by status, one or several', async () => {
    expect(await asked('status=completed,canceled')).toEqual(
      found(({ status }) => status === 'completed' || status === 'canceled'),
    );
    expect(await asked('paymentStatus[eq]=paid')).toEqual(found(({ paymentStatus }) => paymentStatus === 'paid'));
  });
  test('by SKU of a line', async () => {
    const sku = first(({ lines }) => lines[0]?.sku != null).lines[0]?.sku ?? '';
    expect(await asked(`sku=${encodeURIComponent(sku)}`)).toEqual(
      found(({ lines }) => lines.some(line => line.sku === sku)),
    );
  });
  test('by time, between two instants', async () => {
    const times = orders.flatMap(({ placedAt }) => placedAt ?? []).toSorted();
    const [from = '', to = ''] = [times[20], times[60]];
    const between = found(
      ({ placedAt }) =>
        placedAt !== null && Date.parse(placedAt) >= Date.parse(from) && Date.parse(placedAt) < Date.parse(to),
    );
    expect(await asked(`placedAt[gte]=${from}&placedAt[lt]=${to}`)).toEqual(between);
    const withOffset = new Date(Date.parse(from) + 10 * 3_600_000).toISOString().replace('Z', '%2B10:00');
    expect(await asked(`placedAt[eq]=${withOffset}`)).toEqual(
      found(({ placedAt }) => placedAt !== null && Date.parse(placedAt) === Date.parse(from)),
    );
  });
  test('by amounts, as numbers', async () => {
    expect(await asked('total[gte]=99.5')).toEqual(found(({ totals }) => compare(totals.grand, '99.5') >= 0));
    expect(await asked('total[lt]=99.50')).toEqual(found(({ totals }) => compare(totals.grand, '99.5') < 0));
  });
  test('by what is there', async () => {
    expect(await asked('customerId[exists]=false')).toEqual(found(({ customer }) => customer.id === null));
  });
  test('by several together', async () => {
    const day = '2025-06-01';
    expect(await asked(`placedAt[gte]=${day}&status=completed&currency=AUD&connection=magento`)).toEqual(
      found(
        order =>
          order.connectionId === 'magento' &&
          order.status === 'completed' &&
          order.currency === 'AUD' &&
          (order.placedAt ?? '') >= day,
      ),
    );
  });
});

test('pages follow one another by their cursor, whatever the sort', async () => {
  for (const sort of ['-placedAt', 'placedAt', 'total', '-sourceModifiedAt', '-syncedAt']) {
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { body } = await world.get(`/v1/orders?limit=7&sort=${sort}&fields=number${cursor && `&cursor=${cursor}`}`);
      expect(body.data.length).toBeLessThanOrEqual(7);
      seen.push(...names(body.data));
      cursor = body.next;
    }
    expect(seen.toSorted()).toEqual(names(orders).toSorted());
  }
});

test('a list shows the fields that it is asked for, and the names of the record', async () => {
  const [order] = await list(
    `/v1/orders?fields=totals,number&id=${orders[0]?.id}&connection=${orders[0]?.connectionId}`,
  );
  expect(order).toEqual({
    id: orders[0]?.id,
    connectionId: orders[0]?.connectionId,
    totals: orders[0]?.totals,
    number: orders[0]?.number,
  });
});

describe('what does not fit is refused with the name of the parameter and what it takes', () => {
  test.each([
    ['/v1/orders?colour=red', 'colour', 'status'],
    ['/v1/orders?status=paid', 'status', 'completed'],
    ['/v1/orders?status[gte]=open', 'status[gte]', 'status[in]'],
    ['/v1/orders?__proto__=1', '__proto__', 'status'],
    ['/v1/orders?constructor[eq]=1', 'constructor[eq]', 'status'],
    ['/v1/orders?limit=0', 'limit', '1…1000'],
    ['/v1/orders?limit=1001', 'limit', '1…1000'],
    ['/v1/orders?limit=1e2', 'limit', '1…1000'],
    ['/v1/orders?sort=note', 'sort', '-placedAt'],
    ['/v1/orders?fields=id,secret', 'fields', 'totals'],
    ['/v1/orders?includeDeleted=yes', 'includeDeleted', 'true'],
    ['/v1/orders?connection=nobody', 'connection', 'iconic'],
    ['/v1/orders/iconic/1?include=everything', 'include', 'native'],
    ['/v1/changes?resource=things', 'resource', 'orders'],
    ['/v1/metrics/sales?by=year', 'by', 'month'],
    ['/v1/metrics/sales?from=2026-02-30', 'from', 'YYYY-MM-DD'],
  ])('%s', async (path, parameter, allowed) => {
    const { status, headers, body } = await world.get(path);
    expect(status).toBe(400);
    expect(headers.get('content-type')).toBe('application/problem+json');
    expect(body).toMatchObject({ status: 400, parameter, detail: expect.stringContaining(parameter) });
    expect(body.allowed).toContain(allowed);
  });

  test.each([
    '/v1/orders?placedAt[gte]=yesterday',
    '/v1/orders?placedAt[gte]=2026-02-30',
    '/v1/orders?placedAt[gte]=2026-01-01T25:00:00Z',
    '/v1/orders?total[gte]=1e9',
    '/v1/orders?total=NaN',
    '/v1/orders?number=',
    '/v1/orders?number=%00',
    '/v1/orders?status=open&status=completed',
    '/v1/orders?limit=1&limit=2',
    '/v1/orders?connection=iconic&connection=magento',
    '/v1/orders?cursor=abc',
    '/v1/orders?cursor=eyJhIjoxfQ',
    `/v1/orders?sku=${'a,'.repeat(60)}a`,
    `/v1/orders?number=${'x'.repeat(501)}`,
    '/v1/orders?guest=1',
    '/v1/orders?customerId[exists]=maybe',
  ])('%s', async path => {
    const { status, body } = await world.get(path);
    expect(status).toBe(400);
    expect(body.detail).toContain(body.parameter);
  });

  test('a cursor of another query', async () => {
    const { body } = await world.get('/v1/orders?limit=1&status=completed');
    const other = await world.get(`/v1/orders?limit=1&status=open&cursor=${body.next}`);
    expect(other).toMatchObject({ status: 400, body: { parameter: 'cursor' } });
  });
});

test('text of an attack is a value like any other', async () => {
  for (const attack of [
    "' OR 1=1 --",
    '"; DROP TABLE records; --',
    '$(id)',
    '%',
    '../../etc/passwd',
    '\u{1f4a3}',
    '{"$gt":""}',
  ]) {
    expect(await list(`/v1/orders?number=${encodeURIComponent(attack)}`)).toEqual([]);
    expect(await list(`/v1/orders?sku=${encodeURIComponent(attack)}`)).toEqual([]);
  }
  expect(await list('/v1/orders?limit=1000')).toHaveLength(orders.length);
});

test('every field of the table can be filtered by, and every sort is one', async () => {
  for (const resource of resourceNames) {
    for (const field of Object.values(queryFields[resource])) {
      const { status } = await world.get(`/v1/${resource}?${field.name}[exists]=true&limit=1`);
      expect(status).toBe(200);
      if (field.sorts) expect((await world.get(`/v1/${resource}?sort=${field.name}&limit=1`)).status).toBe(200);
    }
  }
});
