import { beforeEach, describe, expect, test } from 'vitest';
import type { SendingSimulator } from '../../simulator.js';
import { createIconicSimulator, type IconicSimulatorOptions } from '../simulator.js';
import { connect, type TestClient } from '../testing.js';

interface CallbackJson {
  readonly id: number;
  readonly status: string;
  readonly event: string;
  readonly payload: string;
  readonly lastCallAt: string | null;
}

interface Message {
  readonly event: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

const url = 'https://cartograph.example/hooks/9f2c';
const callbacksPath = `/v2/webhook/callbacks/${encodeURIComponent(url)}`;
const minute = 60_000;

let elapsedMs: number;
/** What the receiver answers; it notes what it was sent. */
let answer: number;
let received: Request[];
let simulator: SendingSimulator;
let client: TestClient;

async function open(options: IconicSimulatorOptions = {}) {
  elapsedMs = 0;
  answer = 200;
  received = [];
  simulator = createIconicSimulator({
    orders: 50,
    elapsedMs: () => elapsedMs,
    requestsPerSecond: Number.POSITIVE_INFINITY,
    deliver: async request => {
      received.push(request);
      return new Response(null, { status: answer });
    },
    ...options,
  });
  client = await connect(simulator);
}

beforeEach(() => open());

const subscribe = async (...events: string[]) => {
  const { body } = await client.send('POST', '/v2/webhook', { callbackUrl: url, events });
  return (body as { webhookId: string }).webhookId;
};
const addProduct = (sellerSku: string) =>
  client.send('POST', '/v2/product-set/50001/products', { sellerSku, variation: sellerSku });
const messages = async () => {
  await simulator.settled();
  return Promise.all(received.map(async request => (await request.clone().json()) as Message));
};
const callbacks = async () => {
  await simulator.settled();
  return client.all<CallbackJson>(callbacksPath);
};

describe('a webhook', () => {
  test('is listed with what it listens to, until it is deleted', async () => {
    const id = await subscribe('onOrderCreated');
    expect(await client.all('/v2/webhooks')).toEqual([
      {
        publicId: id,
        sellerId: 5623,
        callbackUrl: url,
        creationSource: 'api',
        createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
        updatedAt: expect.any(String),
        isEnabled: true,
        events: [{ name: 'OrderCreated', alias: 'onOrderCreated' }],
      },
    ]);
    expect(await client.all('/v2/webhooks?publicIds[]=none')).toEqual([]);
    expect(await client.send('DELETE', `/v2/webhook/${id}`)).toEqual({ status: 204, body: null });
    expect(await client.all('/v2/webhooks')).toEqual([]);
    expect((await client.send('DELETE', `/v2/webhook/${id}`)).status).toBe(404);
    expect((await client.send('DELETE', '/v2/webhook/mine')).status).toBe(400);
  });

  test('is updated in part', async () => {
    const id = await subscribe('onOrderCreated');
    const answered = await client.send('PUT', `/v2/webhook/${id}`, { events: ['onFeedCompleted'] });
    expect(answered).toEqual({ status: 200, body: { webhookId: id, updatedAt: expect.any(String) } });
    expect(await client.all('/v2/webhooks')).toMatchObject([
      { callbackUrl: url, events: [{ alias: 'onFeedCompleted' }] },
    ]);
  });

  test.each<[string, object]>([
    ['an address that is none', { callbackUrl: 'here', events: ['onOrderCreated'] }],
    ['no address', { events: ['onOrderCreated'] }],
    ['an event that nobody knows', { callbackUrl: url, events: ['onOrderCreated', 'onFullMoon'] }],
    ['no events', { callbackUrl: url, events: [] }],
  ])('is refused for %s', async (_, body) => {
    expect((await client.send('POST', '/v2/webhook', body)).status).toBe(422);
  });

  test('listens to every event that is listed', async () => {
    const { items } = await client.read<{ items: { events: { alias: string }[] }[] }>('/v2/webhook-entities');
    const aliases = items.flatMap(({ events }) => events.map(({ alias }) => alias));
    await subscribe(...aliases);
    const [webhook] = await client.all<{ events: { alias: string }[] }>('/v2/webhooks');
    expect(webhook?.events.map(({ alias }) => alias)).toEqual(aliases);
  });
});

describe('what happens', () => {
  test('is sent as JSON with the event and its payload, and only what was asked for', async () => {
    await subscribe('onProductCreated');
    await addProduct('NEW-1');
    await client.send('PUT', '/v2/product-set/50001', { name: 'Other' });
    expect(await messages()).toEqual([{ event: 'onProductCreated', payload: { SellerSkus: ['NEW-1'] } }]);
    expect([received[0]?.method, received[0]?.url]).toEqual(['POST', url]);
  });

  test('in the shop itself is sent too, with ids to read it by', async () => {
    await subscribe('onOrderCreated', 'onOrderItemsStatusChanged');
    simulator.advance(20);
    client = await connect(simulator);
    const sent = await messages();
    const created = sent.filter(({ event }) => event === 'onOrderCreated');
    expect(created.length).toBeGreaterThan(0);
    for (const { payload } of created) {
      expect(await client.read(`/v2/orders/${payload.OrderId}`)).toMatchObject({ number: payload.OrderNr });
    }
    const changed = sent.filter(({ event }) => event === 'onOrderItemsStatusChanged');
    expect(changed.length).toBeGreaterThan(0);
    for (const { payload } of changed) {
      const order = await client.read<{ orderItemIds: number[] }>(`/v2/orders/${payload.OrderId}`);
      expect(order.orderItemIds).toEqual(expect.arrayContaining((payload.OrderItemIds as unknown[]).map(Number)));
    }
  });

  test('is not sent to a webhook that is switched off, nor to one that is gone', async () => {
    const id = await subscribe('onProductCreated');
    await client.send('POST', `/v2/webhook/${id}/status`, { isEnabled: false });
    await addProduct('NEW-1');
    await client.send('POST', `/v2/webhook/${id}/status`, { isEnabled: true });
    await client.send('DELETE', `/v2/webhook/${id}`);
    await addProduct('NEW-2');
    expect(await messages()).toEqual([]);
  });

  test('next to a product that was added is its approval by quality control', async () => {
    await subscribe('onProductQcStatusChanged');
    await addProduct('NEW-1');
    simulator.advance(1);
    expect(await messages()).toEqual([{ event: 'onProductQcStatusChanged', payload: { SellerSkus: ['NEW-1'] } }]);
    expect(await client.read('/v2/product/seller-sku/NEW-1')).toMatchObject({
      approvalStatus: 'approved',
      shopSku: expect.any(String),
    });
  });
});

describe('a callback', () => {
  test('succeeds with 200, and is logged with its payload as text', async () => {
    await subscribe('onProductCreated');
    await addProduct('NEW-1');
    const [callback] = await callbacks();
    expect(callback).toMatchObject({ status: 'success', event: 'onProductCreated', lastCallAt: expect.any(String) });
    expect(JSON.parse(callback?.payload ?? '')).toEqual({ SellerSkus: ['NEW-1'] });
    expect(await client.read(`/v2/webhook/callback/${callback?.id}`)).toEqual(callback);
  });

  test('that is answered otherwise is tried again after a minute, then after five', async () => {
    await subscribe('onProductCreated');
    answer = 201;
    await addProduct('NEW-1');
    const attempts: number[] = [];
    for (const wait of [0, 0.9, 0.2, 4.8, 0.3]) {
      elapsedMs += wait * minute;
      await client.request('/v2/health');
      await simulator.settled();
      attempts.push(received.length);
    }
    expect(attempts).toEqual([1, 1, 2, 2, 3]);
    answer = 200;
    elapsedMs += 10 * minute;
    await client.request('/v2/health');
    expect((await callbacks())[0]?.status).toBe('success');
  });

  test('is abandoned after thirty days', async () => {
    await subscribe('onProductCreated');
    answer = 500;
    await addProduct('NEW-1');
    for (let day = 0; day < 40; day += 1) {
      await simulator.settled();
      elapsedMs += 24.5 * 60 * minute;
      client = await connect(simulator);
    }
    expect(await callbacks()).toEqual([]);
  });

  test('is sent again when that is asked for, unless it has succeeded', async () => {
    await subscribe('onProductCreated');
    answer = 500;
    await addProduct('NEW-1');
    const [failed] = await callbacks();
    expect(failed?.status).toBe('fail');
    answer = 200;
    const retry = () => client.send('POST', `/v2/webhook/callback/${failed?.id}/retry/`);
    expect((await retry()).status).toBe(204);
    expect((await callbacks())[0]?.status).toBe('success');
    expect((await retry()).status).toBe(422);
    expect((await client.request('/v2/webhook/callback/999')).status).toBe(404);
    expect((await client.request('/v2/webhook/callback/first')).status).toBe(400);
  });

  test('cannot be queued where there is nowhere to send it to', async () => {
    simulator = createIconicSimulator({ orders: 2 });
    client = await connect(simulator);
    await subscribe('onProductCreated');
    await addProduct('NEW-1');
    expect(await callbacks()).toMatchObject([{ status: 'queueing_failed', lastCallAt: null }]);
  });

  test('is made twice in a shop that duplicates webhooks', async () => {
    await open({ profiles: ['duplicate-webhooks'] });
    await subscribe('onProductCreated');
    await addProduct('NEW-1');
    expect(await messages()).toEqual(Array(2).fill({ event: 'onProductCreated', payload: { SellerSkus: ['NEW-1'] } }));
    expect([await callbacks(), simulator.counts.disturbed]).toMatchObject([[{ status: 'success' }], 1]);
  });
});
