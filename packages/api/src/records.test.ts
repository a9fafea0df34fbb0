import { reconcile } from '@cartograph/sync';
import { beforeAll, expect, test } from 'vitest';
import { createSyncedWorld, type World } from './testing/world.js';

let world: World;
beforeAll(async () => {
  world = await createSyncedWorld();
});

async function someOrders(connection: string) {
  const { body } = await world.get(`/v1/orders?connection=${connection}&limit=3`);
  return body.data as { id: string }[];
}

test.each(['iconic', 'bigcommerce', 'magento'])(
  'an order of %s is shown with all that belongs to it',
  async connection => {
    for (const { id } of await someOrders(connection)) {
      const { status, body } = await world.get(
        `/v1/orders/${connection}/${encodeURIComponent(id)}?include=native,lineage,proof,payments,refunds,fulfillments`,
      );
      expect(status).toBe(200);
      expect(body.data).toEqual(await world.storage.record(connection, 'orders', id));
      expect(body.native).toEqual(await world.storage.nativeOf(connection, 'orders', id));
      expect(body.lineage.find((field: { path: string }) => field.path === 'number').value).toBe(body.data.number);
      expect(['proven', 'explained']).toContain(body.proof.result);
      for (const resource of ['payments', 'refunds', 'fulfillments'] as const) {
        const own = [];
        for await (const one of world.storage.records({ resource, connectionId: connection, orderId: id }))
          own.push(one);
        expect(
          body[resource].toSorted((one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1)),
        ).toEqual(own.toSorted((one, other) => (one.id < other.id ? -1 : 1)));
      }
    }
  },
);

test('the proof of each record is the one that a reconciliation finds', async () => {
  for (const connection of await world.storage.connections()) {
    const { tallies, unproven } = await reconcile(world.storage, connection);
    for (const resource of ['orders', 'refunds', 'payments', 'payouts'] as const) {
      const results: string[] = [];
      for await (const { id } of world.storage.records({ resource, connectionId: connection.id })) {
        const { body } = await world.get(`/v1/${resource}/${connection.id}/${encodeURIComponent(id)}?include=proof`);
        results.push(body.proof.result);
        const isUnproven = unproven.some(record => record.resource === resource && record.id === id);
        expect(body.proof.result === 'unproven').toBe(isUnproven);
      }
      const own = tallies.filter(tally => tally.resource === resource);
      const proven = own.reduce((sum, tally) => sum + tally.proven, 0);
      expect(results.filter(result => result === 'proven')).toHaveLength(proven);
    }
  }
}, 60_000);

test('a record that is not there is not found, whatever its id', async () => {
  for (const id of ['0', '%2e%2e%2f', '%25', 'a%20b', "'%20OR%201=1", '%F0%9F%92%A3'])
    expect(await world.get(`/v1/orders/magento/${id}`)).toMatchObject({ status: 404, body: { parameter: 'id' } });
  expect(await world.get('/v1/orders/nobody/1')).toMatchObject({ status: 404, body: { parameter: 'connection' } });
});

test('only an order has payments, and only money has a proof', async () => {
  const { body } = await world.get('/v1/products?limit=1');
  const { connectionId, id } = body.data[0];
  expect(await world.get(`/v1/products/${connectionId}/${id}?include=proof`)).toMatchObject({
    status: 400,
    body: { parameter: 'include', allowed: ['native', 'lineage'] },
  });
});

test('the reconciliation, the runs and what was set aside are told for each connection', async () => {
  const { body } = await world.get('/v1/reconciliation');
  expect(body.data.map((one: { connectionId: string }) => one.connectionId)).toEqual([
    'bigcommerce',
    'iconic',
    'magento',
  ]);
  expect(body.data).toEqual(
    await Promise.all((await world.storage.connections()).map(one => reconcile(world.storage, one))),
  );
  const runs = await world.get('/v1/runs?connection=magento');
  expect(runs.body.data).toEqual(await world.storage.runs('magento', 100));
  expect((await world.get('/v1/set-aside')).body).toMatchObject({ data: [], total: 0 });
  expect((await world.get('/v1/drift')).body).toMatchObject({ data: expect.any(Array) });
});

test('a reconciliation that nothing has outdated is not worked out again', async () => {
  let reads = 0;
  const records = (query: never) => {
    reads += 1;
    return world.storage.records(query);
  };
  const counting = { ...world.storage, records };
  const { createReconciler } = await import('./reconciler.js');
  const reconcileOnce = createReconciler(counting as typeof world.storage);
  const [connection] = await world.storage.connections();
  if (!connection) throw new Error('there is no connection');
  const [one, other] = await Promise.all([reconcileOnce(connection), reconcileOnce(connection)]);
  expect(one).toBe(other);
  const after = reads;
  await reconcileOnce(connection);
  expect(reads).toBe(after);
});
