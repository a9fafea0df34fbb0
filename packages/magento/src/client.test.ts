import { ResponseError } from '@cartograph/core';
import { expect, test } from 'vitest';
import { createMagentoClient } from './client.js';
import { fieldErrorsOf } from './errors.js';
import { openClient } from './testing/client.js';
import { bearerConfig, refusal, scriptedHost } from './testing/scripted.js';

const order = { entity_id: 1, increment_id: '000000001', grand_total: 12.5, fraud_score: { of: 'a module' } };

test('a record is what the shop sent, with the fields that no type names', async () => {
  const host = scriptedHost(() => order);
  expect(await createMagentoClient(bearerConfig, host).orders.get(1)).toEqual(order);
});

test('what PHP sends for nothing is no fault', async () => {
  const empty = { ...order, extension_attributes: [], payment: false, items: [], weight: null };
  const host = scriptedHost(() => ({ items: [empty], total_count: 1 }));
  expect((await createMagentoClient(bearerConfig, host).orders.list()).items).toEqual([empty]);
});

test('a record that does not fit is told with its place, unless the client takes records as they are', async () => {
  const wrong = { ...order, items: [{ item_id: { nested: true } }] };
  const answer = () => ({ items: [wrong], total_count: 1 });
  const error = await createMagentoClient(bearerConfig, scriptedHost(answer))
    .orders.list()
    .catch((failure: unknown) => failure);
  expect(error).toBeInstanceOf(ResponseError);
  expect(String(error)).toContain('items');
  const loose = createMagentoClient(bearerConfig, scriptedHost(answer), { validate: false });
  expect((await loose.orders.list()).items).toEqual([wrong]);
});

test('a call has its own scope and headers, and ends with its signal', async () => {
  const seen: (string | null)[] = [];
  const host = scriptedHost(() => order);
  const watched = {
    ...host,
    fetch: (input: string | URL | Request, init?: RequestInit) => {
      const request = new Request(input, init);
      seen.push(new URL(request.url).pathname, request.headers.get('x-trace'));
      return host.fetch(request);
    },
  };
  const client = createMagentoClient(bearerConfig, watched);
  await client.orders.get(1, { storeCode: 'de', headers: { 'x-trace': 't-1' } });
  await client.withStore('fr').orders.get(1);
  await client.withStore('fr').orders.get(1, { storeCode: 'all' });
  expect(seen).toEqual([
    '/eu/rest/de/V1/orders/1',
    't-1',
    '/eu/rest/fr/V1/orders/1',
    null,
    '/eu/rest/all/V1/orders/1',
    null,
  ]);
  const leave = AbortSignal.abort(new Error('enough'));
  await expect(client.orders.get(1, { signal: leave })).rejects.toThrow('enough');
});

test('a write whose answer is lost is not repeated, a reading is', async () => {
  for (const [call, attempts] of [
    [(client: ReturnType<typeof createMagentoClient>) => client.orders.invoice(1), 1],
    [(client: ReturnType<typeof createMagentoClient>) => client.orders.refund(1), 1],
    [(client: ReturnType<typeof createMagentoClient>) => client.orders.get(1), 3],
  ] as const) {
    const host = scriptedHost(() => new Response('', { status: 502 }));
    await call(createMagentoClient(bearerConfig, host, { retries: 2 })).catch(() => {});
    expect(host.seen).toHaveLength(attempts);
  }
});

test('hooks are told what was asked and answered, and no secret', async () => {
  const told: unknown[] = [];
  const { client, config } = openClient(
    { orders: 5 },
    { hooks: { request: event => told.push(event), answer: event => told.push(event) } },
  );
  await client.search('orders').where('customer_email', 'like', '%example%').count();
  expect(told).toMatchObject([
    { method: 'GET', path: '/rest/all/V1/orders', attempt: 1 },
    { method: 'GET', path: '/rest/all/V1/orders', status: 200 },
  ]);
  const { accessToken } = config.auth as { accessToken: string };
  expect(JSON.stringify(told)).not.toContain(accessToken);
});

test('what a refusal says is wrong is told field by field', async () => {
  const missing = (fieldName: string) => ({ message: '"%fieldName" is required.', parameters: { fieldName } });
  const many = Response.json(
    { message: 'One or more input exceptions have occurred.', errors: [missing('email'), missing('firstname')] },
    { status: 400 },
  );
  const faultsOf = (answer: Response) =>
    createMagentoClient(
      bearerConfig,
      scriptedHost(() => answer),
    )
      .orders.get(1)
      .catch(fieldErrorsOf);
  expect(await faultsOf(many)).toEqual([
    { field: 'email', message: '"email" is required.' },
    { field: 'firstname', message: '"firstname" is required.' },
  ]);
  expect(await faultsOf(refusal(400, 'Nothing of %1', ['it']))).toEqual([{ field: '', message: 'Nothing of it' }]);
  expect(fieldErrorsOf(new Error('elsewhere'))).toEqual([]);
});
