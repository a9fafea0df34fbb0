import { nativeTypes } from '@cartograph/webhooks';
import { Webhook } from 'standardwebhooks';
import { beforeEach, expect, test } from 'vitest';
import { createClients } from './codat/testing/clients.js';
import type { OpenApiDocument } from './openapi/document.js';
import { createHookWorld, type HookWorld } from './testing/hooks.js';
import { problems, type Schema } from './testing/schema.js';
import { type Answer, connectAndRead } from './testing/world.js';

let world: HookWorld;
const url = 'https://one.hook/';

beforeEach(async () => {
  world = await createHookWorld();
});

const create = async (wish: object = {}): Promise<Answer['body']> =>
  (await world.send('POST', '/v1/webhooks', { url, ...wish })).body.data;

/** Asks with a key that is for these connections only. */
async function restricted(...connections: string[]) {
  const { token } = await world.addKey({ connections });
  return async (method: string, path: string, body?: unknown) => {
    const init = { method, headers: { authorization: `Bearer ${token}` } };
    const response = await world.api(
      new Request(
        `http://api.test/v1/webhooks${path}`,
        body === undefined ? init : { ...init, body: JSON.stringify(body) },
      ),
    );
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : JSON.parse(text) };
  };
}

test('a webhook is made, told of what happens, and signed so that the official verifier takes it', async () => {
  const made = await world.send('POST', '/v1/webhooks', { url, eventTypes: ['run.completed'], description: 'Runs' });
  expect(made.status).toBe(201);
  const { id, secret } = made.body.data;
  expect(made.body.data).toMatchObject({
    ...{
      format: 'native',
      url,
      description: 'Runs',
      eventTypes: ['run.completed'],
      connections: null,
      disabled: false,
    },
    ...{ position: { change: 0, event: 0 }, failingSince: null, nextAttemptAt: null, previousUntil: null },
  });
  expect(secret).toMatch(/^whsec_[\w+/=]{44}$/);
  await connectAndRead(world, 'magento', 'shop');
  // The verifier compares with the clock of the machine.
  world.clock.now = new Date();
  const [message, ...more] = await world.tell();
  expect(more).toEqual([]);
  expect(message?.body).toMatchObject({ type: 'run.completed', data: { connectionId: 'shop', complete: true } });
  expect(new Webhook(secret).verify(message?.text ?? '', Object.fromEntries(message?.headers ?? []))).toEqual(
    message?.body,
  );

  const [delivery] = (await world.get(`/v1/webhooks/${id}/deliveries`)).body.data;
  expect(delivery).toMatchObject({
    type: 'run.completed',
    status: 'delivered',
    attempts: [{ status: 204, error: null }],
  });
  const one = await world.get(`/v1/webhooks/${id}/deliveries/${delivery.id}`);
  expect(one.body.data).toEqual({ ...delivery, message: message?.body });
  const position = { change: await world.storage.lastSequence(), event: await world.storage.lastEvent() };
  expect((await world.get(`/v1/webhooks/${id}`)).body.data.position).toEqual(position);
});

test('a consumer of everything is told of every record, and what became of the connection', async () => {
  await create();
  await connectAndRead(world, 'magento', 'shop');
  await world.send('DELETE', '/v1/connections/shop');
  const received = await world.tell();
  const told = received.flatMap(({ body }) => body.data.records ?? []);
  expect(told.map(({ sequence }: { sequence: number }) => sequence)).toEqual(
    Array.from({ length: await world.storage.lastSequence() }, (_, index) => index + 1),
  );
  expect(received.map(({ body }) => body.type).filter(type => !type.startsWith('record.'))).toEqual([
    ...['connection.created', 'connection.connected', 'run.completed', 'connection.deleted'],
  ]);
});

test('messages are as the document describes them', async () => {
  const document: OpenApiDocument = (await world.get('/v1/openapi.json')).body;
  expect(Object.keys(document.webhooks)).toEqual([...nativeTypes, 'webhook.test']);
  const { id } = await create();
  await connectAndRead(world, 'magento', 'shop');
  const connection = await world.storage.connection('shop');
  if (!connection) throw new TypeError('no connection');
  for (const pausedBecause of ['refused', null]) await world.storage.saveConnection({ ...connection, pausedBecause });
  const settings = { baseUrl: 'http://magento.test', auth: { method: 'bearer', accessToken: 'wrong' } };
  await world.send('PATCH', '/v1/connections/shop', { settings });
  const { platform } = await createClients(world);
  const company = await platform.companies.create({ name: 'Toft stores' });
  await platform.companies.delete({ companyId: company.id });
  await world.tell();
  await world.send('DELETE', '/v1/connections/shop');
  await world.send('POST', `/v1/webhooks/${id}/test`);
  await world.tell();
  const seen = new Set(world.received.map(({ body }) => body.type));
  expect([...nativeTypes, 'webhook.test'].filter(type => !seen.has(type))).toEqual(['record.updated']);
  for (const { body } of world.received) {
    const described = document.webhooks[body.type]?.post.requestBody as { content: Record<string, { schema: Schema }> };
    const schema = described.content['application/json']?.schema;
    expect([body.type, schema && problems(document, body, schema)]).toEqual([body.type, []]);
  }
});

test('a secret is shown once, and rotated with both signing for a while', async () => {
  const { id, secret } = await create();
  const path = `/v1/webhooks/${id}/secret`;
  expect((await world.get(path)).body.data).toMatchObject({ secret: null, previousUntil: null });
  const rotated = (await world.send('POST', path, { overlapHours: 1 })).body.data;
  expect(rotated).toMatchObject({
    secret: expect.stringMatching(/^whsec_/),
    previousUntil: '2026-01-31T10:30:00.000Z',
  });
  expect(rotated.secret).not.toBe(secret);
  expect((await world.get(path)).body.data).toEqual({ ...rotated, secret: null });
  await world.send('POST', `/v1/webhooks/${id}/test`);
  expect(world.received[0]?.headers.get('webhook-signature')?.split(' ')).toHaveLength(2);
  expect((await world.send('POST', path)).body.data.previousUntil).toMatch(/^2026-02-01/);
  expect((await world.send('POST', path, { overlapHours: 0 })).body.data.previousUntil).toBeNull();
  expect((await world.send('POST', path, { overlapHours: 1000 })).status).toBe(400);
  const shown = JSON.stringify([await world.get('/v1/webhooks'), await world.get(`/v1/webhooks/${id}`), world.log]);
  expect(shown).not.toMatch(/whsec_|sealed/);
});

test('what failed is in the log with its reason, and is sent again when that is asked for', async () => {
  const { id } = await create({ eventTypes: ['connection.created'] });
  world.answers.set(url, 500);
  await connectAndRead(world, 'magento', 'shop');
  await world.tell();
  const webhook = (await world.get(`/v1/webhooks/${id}`)).body.data;
  expect(webhook.failingSince).toBe(world.clock.now.toISOString());
  expect(webhook.nextAttemptAt).not.toBeNull();
  const [pending] = (await world.get(`/v1/webhooks/${id}/deliveries?status=pending`)).body.data;
  expect(pending.attempts).toEqual([
    { at: expect.any(String), status: 500, error: 'it answered 500', milliseconds: 0 },
  ]);
  expect((await world.get(`/v1/webhooks/${id}/deliveries?status=delivered`)).body.data).toEqual([]);

  world.answers.clear();
  const changed = await world.send('PATCH', `/v1/webhooks/${id}`, { disabled: false, description: 'Mended' });
  expect(changed.body.data).toMatchObject({ description: 'Mended', failingSince: null });
  const [message] = await world.tell();
  expect(message?.headers.get('webhook-id')).toBe(pending.id);

  const again = (await world.send('POST', `/v1/webhooks/${id}/replay`, { message: pending.id })).body.data;
  expect(again.delivery).toMatchObject({ id: pending.id, status: 'delivered' });
  expect(again.delivery.attempts).toHaveLength(3);
});

test('what happened from a change, a time or a failure on is told again', async () => {
  const { id } = await create({ eventTypes: ['record.created'], resources: ['customers'] });
  await connectAndRead(world, 'magento', 'shop');
  const replay = (body: object) => world.send('POST', `/v1/webhooks/${id}/replay`, body);
  const first = (await world.tell()).flatMap(({ body }) => body.data.records);
  expect(first.length).toBeGreaterThan(0);
  const since = { time: '2026-01-01T00:00:00+02:00' };
  for (const from of [{ sequence: first[0].sequence }, { sequence: 1 }, since]) {
    expect((await replay(from)).body.data.delivery).toBeNull();
    expect((await world.tell()).flatMap(({ body }) => body.data.records)).toEqual(first);
  }
  expect((await replay({ failed: true })).status).toBe(409);
  for (const wrong of [
    {},
    { sequence: 0 },
    { time: 'yesterday' },
    { sequence: 1, time: since.time },
    { failed: false },
  ])
    expect([wrong, (await replay(wrong)).status]).toEqual([wrong, 400]);
  expect((await replay({ message: 'nothing' })).status).toBe(404);
});

test('a test tells at once whether a webhook is heard', async () => {
  const { id } = await create({ disabled: true });
  expect((await world.send('POST', `/v1/webhooks/${id}/test`)).body.data).toMatchObject({
    type: 'webhook.test',
    status: 'delivered',
  });
  world.answers.set(url, 410);
  expect((await world.send('POST', `/v1/webhooks/${id}/test`)).body.data).toMatchObject({
    status: 'failed',
    attempts: [{ error: 'it answered 410' }],
  });
  expect(await world.tell()).toEqual([]);
});

test('what does not fit is refused, with its name and what is taken', async () => {
  const { id } = await create();
  for (const [wish, parameter] of [
    [{ url: 'ftp://one.hook' }, 'url'],
    [{ url: 'https://user:password@one.hook/' }, 'url'],
    [{ url, eventTypes: ['order.created'] }, 'eventTypes.0'],
    [{ url, resources: ['baskets'] }, 'resources.0'],
    [{ url, connections: ['nobody'] }, 'connections'],
    [{ url, companyTags: ['untold'] }, 'companyTags.0'],
    [{ url, companies: ['1'] }, 'companies.0'],
    [{ url, other: 1 }, 'other'],
  ] as const)
    expect(await world.send('POST', '/v1/webhooks', wish)).toMatchObject({ status: 400, body: { parameter } });
  expect(await world.send('PATCH', `/v1/webhooks/${id}`, { eventTypes: ['read.completed'] })).toMatchObject({
    status: 400,
    body: { parameter: 'eventTypes', allowed: nativeTypes },
  });
  expect((await world.get(`/v1/webhooks/${id}/deliveries?status=lost`)).status).toBe(400);
  for (const more of ['', '/secret', '/deliveries', '/deliveries/1'])
    expect((await world.get(`/v1/webhooks/nobody${more}`)).status).toBe(404);
  expect((await world.send('DELETE', `/v1/webhooks/${id}`)).status).toBe(204);
  expect((await world.send('DELETE', `/v1/webhooks/${id}`)).status).toBe(404);
  const { token } = await world.addKey({ scope: 'write' });
  const answer = await world.get('/v1/webhooks', { authorization: `Bearer ${token}` });
  expect(answer.status).toBe(403);
});

test('a key that is for some connections makes webhooks of these alone, and knows of no others', async () => {
  for (const id of ['one', 'two']) await connectAndRead(world, 'magento', id);
  const [all, two] = [await create(), await create({ connections: ['two'] })];
  const ask = await restricted('one');
  const made = await ask('POST', '', { url: 'https://restricted.hook/' });
  expect(made.body.data.connections).toEqual(['one']);
  expect((await ask('POST', '', { url, connections: ['two'] })).status).toBe(400);
  const { id } = made.body.data;
  expect((await ask('GET', '')).body.data.map((webhook: { id: string }) => webhook.id)).toEqual([id]);
  for (const other of [all, two])
    for (const [method, more] of [
      ['GET', ''],
      ['GET', '/secret'],
      ['GET', '/deliveries'],
      ['POST', '/test'],
      ['DELETE', ''],
    ] as const)
      expect((await ask(method, `/${other.id}${more}`)).status).toBe(404);
  expect((await ask('PATCH', `/${id}`, { connections: null })).body.data.connections).toEqual(['one']);
  expect((await ask('PATCH', `/${id}`, { connections: ['two'] })).status).toBe(400);
  for (const connection of ['two', 'one']) await world.send('DELETE', `/v1/connections/${connection}`);
  await world.tell();
  const told = world.received.filter(one => one.url === 'https://restricted.hook/');
  const connections = told.flatMap(
    ({ body }) =>
      body.data.connectionId ?? body.data.records.map((record: { connectionId: string }) => record.connectionId),
  );
  expect(new Set(connections)).toEqual(new Set(['one']));
});

test('a shop that does not take new settings is told as failed', async () => {
  await connectAndRead(world, 'magento', 'shop');
  await create({ eventTypes: ['connection.failed'] });
  const settings = { baseUrl: 'http://magento.test', auth: { method: 'bearer', accessToken: 'wrong' } };
  expect((await world.send('PATCH', '/v1/connections/shop', { settings })).status).toBe(422);
  const [message] = await world.tell();
  expect(message?.body.data).toMatchObject({ connectionId: 'shop', platform: 'magento', reason: expect.any(String) });
  expect(message?.text).not.toContain('wrong');
});
