import { describe, expect, test } from 'vitest';
import { type Json, openShop } from '../testing.js';
import { webhookSignature } from './signature.js';

interface Call {
  readonly headers: Headers;
  readonly text: string;
  readonly body: { scope: string; data: Json; hash: string; store_id: string; producer: string; created_at: number };
}

/** A shop whose webhooks are collected; `answer` says with which status each is taken. */
function listen(more: { profiles?: string[]; answer?: (call: number) => number } = {}) {
  const { answer = () => 200, ...options } = more;
  const calls: Call[] = [];
  let elapsed = 0;
  const shop = openShop({
    orders: 30,
    elapsedMs: () => elapsed,
    deliver: async request => {
      const text = await request.text();
      calls.push({ headers: request.headers, text, body: JSON.parse(text) });
      return new Response(null, { status: answer(calls.length) });
    },
    ...options,
  });
  const subscribe = (scope: string, more: Json = {}) =>
    shop.send<{ data: Json }>('POST', '/v3/hooks', { scope, destination: 'https://listener.example/hook', ...more });
  return {
    ...shop,
    calls,
    subscribe,
    scopes: () => calls.map(({ body }) => body.scope),
    wait: (ms: number) => {
      elapsed += ms;
    },
  };
}

describe('what happens in the shop', () => {
  test('is told to whoever listens for it, signed, and to nobody else', async () => {
    const shop = listen();
    await shop.subscribe('store/order/*', { headers: { 'x-shared': 'secret' } });
    await shop.send('PUT', '/v3/catalog/products/77', { price: 5 });
    await shop.send('PUT', '/v2/orders/100', { status_id: 8 });
    await shop.simulator.settled();
    expect(shop.scopes()).toEqual(['store/order/updated', 'store/order/statusUpdated']);
    const [, call] = shop.calls;
    expect(call?.body).toMatchObject({
      store_id: '1001197568',
      producer: `stores/${shop.storeHash}`,
      data: { type: 'order', id: 100, status: { new_status_id: 8 } },
    });
    const header = (name: string) => String(call?.headers.get(name));
    const { clientSecret } = shop.simulator.application;
    expect(header('webhook-signature')).toBe(
      webhookSignature(clientSecret, header('webhook-id'), Number(header('webhook-timestamp')), call?.text ?? ''),
    );
    expect(header('x-shared')).toBe('secret');
  });

  test.each([
    ['store/product/*', 'PUT', '/v3/catalog/products/77', { name: 'New name' }, { type: 'product', id: 77 }],
    ['store/category/updated', 'PUT', '/v3/catalog/categories/18', { description: 'x' }, { type: 'category', id: 18 }],
    ['store/customer/updated', 'PUT', '/v3/customers', [{ id: 3, notes: 'x' }], { type: 'customer', id: 3 }],
    [
      'store/sku/*',
      'PUT',
      '/v3/catalog/products/77/variants/64',
      { price: 3 },
      { sku: { product_id: 77, variant_id: 64 } },
    ],
    ['store/order/archived', 'DELETE', '/v2/orders/100', undefined, { type: 'order', id: 100 }],
    ['store/channel/1/order/updated', 'PUT', '/v2/orders/100', { staff_notes: 'x' }, { order_id: 100 }],
  ])('%s', async (scope, method, path, body, data) => {
    const shop = listen();
    await shop.subscribe(scope);
    await shop.send(method, path, body);
    await shop.simulator.settled();
    expect(shop.calls.at(-1)?.body.data).toMatchObject(data);
  });

  test('by itself is told as well', async () => {
    const shop = listen();
    await shop.subscribe('store/order/created');
    shop.simulator.advance(20);
    await shop.simulator.settled();
    const ids = shop.calls.map(({ body }) => String(body.data.id));
    expect(ids.length).toBeGreaterThan(3);
    expect(shop.simulator.truth().orders).toEqual(expect.arrayContaining(ids));
  });
});

describe('a destination that does not answer well', () => {
  test('is called again when its time has come, with the same message', async () => {
    const shop = listen({ answer: call => (call === 1 ? 500 : 200) });
    await shop.subscribe('store/customer/updated');
    await shop.send('PUT', '/v3/customers', [{ id: 3, notes: 'x' }]);
    await shop.simulator.settled();
    shop.wait(59_000);
    await shop.read('/v2/time');
    expect(shop.calls).toHaveLength(1);
    shop.wait(1_000);
    await shop.read('/v2/time');
    await shop.simulator.settled();
    expect(shop.calls).toHaveLength(2);
    const ids = shop.calls.map(({ headers }) => headers.get('webhook-id'));
    expect(ids[0]).toBe(ids[1]);
  });

  test('is given up after two days, and its hook is switched off', async () => {
    const shop = listen({ answer: () => 500 });
    const { body } = await shop.subscribe('store/customer/updated');
    await shop.send('PUT', '/v3/customers', [{ id: 3, notes: 'x' }]);
    for (let day = 0; day < 20; day++) {
      await shop.simulator.settled();
      shop.wait(86_400_000);
      await shop.read('/v2/time');
    }
    expect(shop.calls).toHaveLength(12);
    expect(await shop.read(`/v3/hooks/${body.data.id}`)).toMatchObject({ data: { is_active: false } });
  });
});

test('duplicate-webhooks: each call comes twice, under one id and one hash', async () => {
  const shop = listen({ profiles: ['duplicate-webhooks'] });
  await shop.subscribe('store/customer/updated');
  await shop.send('PUT', '/v3/customers', [{ id: 3, notes: 'x' }]);
  await shop.simulator.settled();
  expect(shop.calls).toHaveLength(2);
  expect(new Set(shop.calls.map(({ body }) => body.hash)).size).toBe(1);
  expect(shop.simulator.counts.disturbed).toBe(1);
});

describe('hooks', () => {
  test('are created, listed, switched off and deleted, in both versions', async () => {
    const shop = listen();
    const { body } = await shop.subscribe('store/order/created');
    const { id } = body.data;
    expect(body.data).toMatchObject({
      is_active: true,
      store_hash: shop.storeHash,
      headers: null,
      created_at: expect.any(Number),
    });
    expect(await shop.read('/v3/hooks?scope=store/order/created')).toMatchObject({ data: [{ id }] });
    expect(await shop.read('/v2/hooks')).toMatchObject([{ id }]);
    await shop.send('PUT', `/v3/hooks/${id}`, { is_active: false });
    const products = [{ name: 'X', quantity: 1, price_ex_tax: 1, price_inc_tax: 1 }];
    const order = { billing_address: { country_iso2: 'AU' }, products };
    expect((await shop.send('POST', '/v2/orders', order)).status).toBe(200);
    expect(shop.calls).toEqual([]);
    expect(await shop.read('/v3/hooks/admin')).toMatchObject({ data: { hooks_list: [{ id, status: 'inactive' }] } });
    expect(await shop.send('DELETE', `/v3/hooks/${id}`)).toMatchObject({ status: 200, body: { data: { id } } });
    expect((await shop.send('GET', `/v3/hooks/${id}`)).status).toBe(404);
  });

  test('need a secure destination of their own and a scope, ten of each at most', async () => {
    const { send, subscribe } = listen();
    const hook = (destination: string) => send('POST', '/v3/hooks', { scope: 'store/order/*', destination });
    expect((await hook('http://listener.example')).status).toBe(422);
    expect((await hook('https://listener.example:8443')).status).toBe(422);
    expect((await send('POST', '/v3/hooks', { scope: 'order', destination: 'https://a.example' })).status).toBe(422);
    expect((await subscribe('store/order/*')).status).toBe(200);
    expect((await subscribe('store/order/*')).status).toBe(409);
    for (let number = 2; number <= 10; number++) await hook(`https://listener${number}.example`);
    expect((await hook('https://listener11.example')).status).toBe(422);
  });
});
