import { createHmac } from 'node:crypto';
import { AuthError } from '@cartograph/core';
import { expect, test } from 'vitest';
import { readWebhook } from './webhook.js';
import { contentOf } from './webhook-events.js';

const clientSecret = 'test-secret-0123456789abcdef';
const now = new Date(1_700_000_060_000);
const id = 'msg_2KWPBgLlAfxdpx2AI54pPJ85f4W';
const body =
  '{"producer":"stores/z4zn3wo","hash":"0f1b5800def7b505369b08b4a3503a1db2c4b1a6","created_at":1700000000,"store_id":"1001197568","scope":"store/order/updated","data":{"type":"order","id":272}}';
/** Of the platform's documentation. */
const signature = 'v1,FhipzG9KFykJhKEdFJe7tVnsnjCQWf5MZ3rVtEFQ6PI=';

const delivery = (headers: Record<string, string> = {}, content = body) =>
  new Request('https://app.example/hooks', {
    method: 'POST',
    body: content,
    headers: { 'webhook-id': id, 'webhook-timestamp': '1700000000', 'webhook-signature': signature, ...headers },
  });

const signedBody = (content: object) => {
  const text = JSON.stringify(content);
  const made = createHmac('sha256', clientSecret).update(`${id}.1700000000.${text}`).digest('base64');
  return delivery({ 'webhook-signature': `v1,${made}` }, text);
};

test('a signed webhook is an event with what happened, to what, where, and a key that is the same when it comes again', async () => {
  const event = await readWebhook(delivery(), { clientSecret, now });
  expect(event).toEqual({
    kind: 'order',
    data: { type: 'order', id: 272 },
    key: '0f1b5800def7b505369b08b4a3503a1db2c4b1a6',
    scope: 'store/order/updated',
    storeHash: 'z4zn3wo',
    createdAt: new Date('2023-11-14T22:13:20Z'),
  });
  if (event.kind === 'order') expect(event.data.id.toFixed()).toBe('272');
});

test('one of several signatures is enough, so that a secret can be replaced', async () => {
  const headers = { 'webhook-signature': `v1,AAAA ${signature}` };
  expect((await readWebhook(delivery(headers), { clientSecret, now })).kind).toBe('order');
});

test('without a hash the delivery’s id is the key', async () => {
  const request = signedBody({ producer: 'stores/z4zn3wo', scope: 'store/app/uninstalled', data: { id: 1 } });
  expect(await readWebhook(request, { clientSecret, now })).toMatchObject({ key: id, createdAt: null });
});

test.each([
  ['that another secret signed', delivery(), { clientSecret: 'another' }],
  ['whose body was changed', delivery({}, body.replace('272', '273')), { clientSecret }],
  ['that is not signed', delivery({ 'webhook-signature': '' }), { clientSecret }],
  ['whose time was changed', delivery({ 'webhook-timestamp': '1700000001' }), { clientSecret }],
  ['without its own header', delivery(), { clientSecret, headers: { 'x-own': 'secret' } }],
  ['that is no event', signedBody({ hello: true }), { clientSecret }],
])('a webhook %s is refused', async (_what, request, check) => {
  await expect(readWebhook(request, { ...check, now })).rejects.toThrow(AuthError);
});

test('a webhook that is replayed later is refused', async () => {
  await expect(readWebhook(delivery(), { clientSecret, now: new Date(1_700_000_301_000) })).rejects.toThrow(AuthError);
  await expect(readWebhook(delivery(), { clientSecret, now, maxAgeMs: 30_000 })).rejects.toThrow(AuthError);
});

test.each([
  [
    'store/order/statusUpdated',
    { type: 'order', id: 1, status: { previous_status_id: 0, new_status_id: 7 } },
    'orderStatus',
  ],
  ['store/order/refund/created', { type: 'order', id: 1, refund: { refund_id: 4 } }, 'orderRefund'],
  ['store/order/transaction/updated', { type: 'transaction', order_id: '1', transaction_id: '2' }, 'transaction'],
  ['store/channel/1/order/updated', { order_id: 5 }, 'channelOrder'],
  ['store/channel/1/inventory/product/stock_changed', { product_id: 1, variant_id: 2, location_id: 1 }, 'channelStock'],
  ['store/metafield/created', { metafield_id: 1, resource_id: '9' }, 'metafield'],
  ['store/shipment/created', { type: 'shipment', id: 3, orderId: 1 }, 'shipment'],
  ['store/priceList/records/updated', [{ price_list_id: 1, variant_id: 2, currency: 'usd' }], 'priceListRecords'],
  [
    'store/product/inventory/updated',
    { type: 'product', id: 1, inventory: { product_id: 1, method: 'absolute', value: 3 } },
    'productInventory',
  ],
  ['store/something/new', { id: 1 }, 'other'],
  ['store/order/updated', { number: 1 }, 'other'],
] as const)('%s with its data is of a kind', (scope, data, kind) => {
  expect(contentOf(scope, data).kind).toBe(kind);
});
