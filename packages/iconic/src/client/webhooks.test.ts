import { ResponseError } from '@cartograph/core';
import { describe, expect, test } from 'vitest';
import { openShop, taken } from '../testing/shop.js';
import { readWebhook, type WebhookEvent } from './webhook-events.js';

const callbackUrl = 'https://hooks.example/a?secret=1&b=2';

describe('webhooks', () => {
  test('are created, listed, changed, switched off and deleted', async () => {
    const { client } = openShop({ orders: 2 });
    const entities = await client.webhooks.entities.list();
    expect(entities.flatMap(({ events }) => events ?? []).map(({ alias }) => alias)).toContain('onOrderCreated');
    const { webhookId } = await client.webhooks.create({ callbackUrl, events: ['onOrderCreated'] });
    const id = webhookId ?? '';
    await client.webhooks.update(id, { callbackUrl, events: ['onFeedCompleted'] });
    await client.webhooks.setEnabled(id, false);
    const read = await client.webhooks.get(id);
    expect([read?.isEnabled, read?.events?.map(({ alias }) => alias)]).toEqual([false, ['onFeedCompleted']]);
    await client.webhooks.delete(id);
    expect([await client.webhooks.get(id), await client.webhooks.list()]).toEqual([null, []]);
  });

  test('need an address and at least one event', async () => {
    const { client, requests } = openShop({ orders: 2 });
    await expect(client.webhooks.create({ callbackUrl: 'shop', events: [] })).rejects.toThrow('"callbackUrl"');
    await expect(client.webhooks.create({ callbackUrl, events: ['created'] })).rejects.toThrow('alias of an event');
    expect(requests).toEqual([]);
  });

  test('are sent, logged by address, and sent again when asked for', async () => {
    const received: Promise<WebhookEvent>[] = [];
    const shop = openShop({
      orders: 800,
      deliver: async request => {
        received.push(request.text().then(readWebhook));
        return new Response(null, { status: received.length === 1 ? 500 : 200 });
      },
    });
    const { client } = shop;
    await client.webhooks.create({ callbackUrl, events: ['onOrderItemsStatusChanged'] });
    const [item] = (await client.orderItems.list({ status: ['shipped'], shipmentType: 'dropshipping', limit: 1 }))
      .items;
    await client.orders.setToDelivered([item?.id ?? 0]);
    await shop.settled();
    expect(await received[0]).toEqual({
      event: 'onOrderItemsStatusChanged',
      payload: { OrderId: item?.orderId, OrderItemIds: [item?.id], NewStatus: 'delivered' },
    });
    const [failed] = await taken(client.webhooks.callbacks.iterate(callbackUrl));
    expect([failed?.status, failed?.event]).toEqual(['fail', expect.stringContaining('OrderItemsStatusChanged')]);
    await client.webhooks.callbacks.retry(failed?.id ?? 0);
    await shop.settled();
    expect((await client.webhooks.callbacks.get(failed?.id ?? 0)).status).toBe('success');
    const { items } = await client.webhooks.callbacks.list(callbackUrl, {
      sort: 'lastCall',
      sortDir: 'desc',
      limit: 1,
    });
    expect(items.map(({ id }) => id)).toEqual([failed?.id]);
  });
});

describe('a webhook’s body', () => {
  test('has ids as numbers, however they were sent', () => {
    const body = {
      event: 'onOrderItemsStatusChanged',
      payload: { OrderId: '7', OrderItemIds: ['71', 72], NewStatus: 'shipped' },
    };
    expect(readWebhook(body)).toMatchObject({ payload: { OrderId: 7, OrderItemIds: [71, 72] } });
  });

  test('of an event without a documented payload is as it came', () => {
    expect(readWebhook('{"event":"onReturnStatusChanged","payload":{"a":1}}')).toEqual({
      event: 'onReturnStatusChanged',
      name: 'onReturnStatusChanged',
      payload: { a: 1 },
    });
    expect(readWebhook({ event: 'onSomethingNew', payload: [] })).toMatchObject({
      event: 'other',
      name: 'onSomethingNew',
    });
  });

  test.each(['', '[]', '{"payload":{}}', '{"event":"onOrderCreated","payload":{}}'])('%j is no webhook', body => {
    expect(() => readWebhook(body)).toThrow(ResponseError);
  });
});
