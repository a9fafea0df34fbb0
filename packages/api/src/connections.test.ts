import { beforeEach, expect, test } from 'vitest';
import { createWorld, type World } from './testing/world.js';

let world: World;
const refused = { baseUrl: 'http://magento.test', auth: { method: 'bearer', accessToken: 'wrong' } };

beforeEach(async () => {
  world = await createWorld(8);
});

const connect = (id: string, settings: unknown = world.settingsOf.magento, platform = 'magento') =>
  world.send('POST', '/v1/connections', { id, platform, settings });

test('a shop is connected, read, given other settings, and forgotten; its settings are never shown', async () => {
  const made = await connect('shop');
  expect(made).toMatchObject({
    status: 201,
    body: { data: { id: 'shop', platform: 'magento', completeThrough: null } },
  });
  expect((await world.send('POST', '/v1/connections/shop/check')).body.data.shop.currency).toMatch(/^[A-Z]{3}$/);
  const { status, body } = await world.send('POST', '/v1/connections/shop/sync', { full: true });
  expect(status).toBe(202);
  await world.runner.ended();
  expect((await world.get('/v1/runs')).body.data[0]).toMatchObject({
    id: body.data.runId,
    connectionId: 'shop',
    full: true,
  });
  const read = await world.get('/v1/connections/shop');
  expect(read.body.data.counts.orders).toBeGreaterThan(0);
  expect(read.body.data.completeThrough).toMatch(/Z$/);
  const changed = await world.send('PATCH', '/v1/connections/shop', { settings: world.settingsOf.magento });
  expect(changed).toMatchObject({ status: 200, body: { data: { id: 'shop', pausedBecause: null } } });
  for (const answer of [made, read, changed, await world.get('/v1/connections')])
    expect(JSON.stringify(answer.body)).not.toMatch(/sealed|token/i);
  expect((await world.send('DELETE', '/v1/connections/shop')).status).toBe(204);
  expect((await world.get('/v1/connections/shop')).status).toBe(404);
  expect((await world.get('/v1/orders')).body.data).toEqual([]);
});

test('settings that do not fit, that the shop refuses, or that lead nowhere are not stored', async () => {
  const good = world.settingsOf.magento;
  expect(await connect('shop', { ...good, accessToken: 7 })).toMatchObject({ status: 400 });
  expect(await connect('shop', refused)).toMatchObject({
    status: 422,
    body: { parameter: 'settings' },
  });
  expect(await connect('shop', good, 'shopify')).toMatchObject({
    status: 400,
    body: { parameter: 'platform', allowed: ['iconic', 'bigcommerce', 'magento'] },
  });
  expect(await world.storage.connections()).toEqual([]);
});

test('an id is taken once, and new settings are checked before they take the place of the old ones', async () => {
  await connect('shop');
  expect((await connect('shop')).status).toBe(409);
  const before = await world.storage.connection('shop');
  expect(
    (
      await world.send('PATCH', '/v1/connections/shop', {
        settings: refused,
      })
    ).status,
  ).toBe(422);
  expect(await world.storage.connection('shop')).toEqual(before);
  expect((await world.send('PATCH', '/v1/connections/shop', { settings: {}, colour: 'red' })).body.parameter).toBe(
    'colour',
  );
});

test('a connection that is paused is not read before it is resumed', async () => {
  await connect('shop');
  const change = (body: unknown) => world.send('PATCH', '/v1/connections/shop', body);
  expect(await change({ paused: true })).toMatchObject({
    status: 200,
    body: { data: { pausedBecause: expect.stringContaining('paused') } },
  });
  expect(await world.send('POST', '/v1/connections/shop/sync')).toMatchObject({
    status: 409,
    body: { detail: expect.stringContaining('resume it first') },
  });
  expect((await change({ settings: world.settingsOf.magento })).body.data.pausedBecause).not.toBeNull();
  expect((await change({ paused: false })).body.data.pausedBecause).toBeNull();
  expect((await world.send('POST', '/v1/connections/shop/sync')).status).toBe(202);
  await world.runner.ended();
  expect((await change({})).status).toBe(400);
});

test('one run of a connection is under way at a time, of streams that there are', async () => {
  await connect('shop');
  expect(await world.send('POST', '/v1/connections/shop/sync', { streams: ['things'] })).toMatchObject({
    status: 400,
    body: { parameter: 'streams' },
  });
  const first = world.send('POST', '/v1/connections/shop/sync');
  const second = world.send('POST', '/v1/connections/shop/sync');
  expect([(await first).status, (await second).status].toSorted()).toEqual([202, 409]);
  await world.runner.ended();
});

test('the connectors tell which settings they take, what they read and what they provide', async () => {
  const { body } = await world.get('/v1/connectors');
  expect(body.data.map(({ id }: { id: string }) => id)).toEqual(['iconic', 'bigcommerce', 'magento']);
  for (const { config, streams, coverage } of body.data) {
    expect(config).toMatchObject({ type: 'object', additionalProperties: false });
    expect(streams.orders).toMatchObject({ yields: expect.arrayContaining(['orders']), everyMs: expect.any(Number) });
    expect(coverage.orders.number.kind).toMatch(/provided|derived/);
  }
});
