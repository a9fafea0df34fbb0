import { beforeEach, expect, test } from 'vitest';
import { createWorld, type World } from '../testing/world.js';
import { createClients } from './testing/clients.js';

let world: World;
let authHeader: string;

beforeEach(async () => {
  world = await createWorld(1);
  authHeader = (await createClients(world)).authHeader;
});

async function post(key: string | null, body: unknown, path = '/companies', authorization = authHeader) {
  const headers = { authorization, ...(key === null ? {} : { 'idempotency-key': key }) };
  const response = await world.api(
    new Request(`http://api.test${path}`, { method: 'POST', headers, body: JSON.stringify(body) }),
  );
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text) };
}

async function names(): Promise<string[]> {
  const response = await world.api(
    new Request('http://api.test/companies', { headers: { authorization: authHeader } }),
  );
  return ((await response.json()) as { results: { name: string }[] }).results.map(({ name }) => name);
}

test('the same request with the same key acts once, and is answered the same', async () => {
  const first = await post('a', { name: 'One' });
  const second = await post('a', { name: 'One' });
  expect([second.status, second.body]).toEqual([first.status, first.body]);
  expect(second.headers.get('x-rate-limit-limit')).not.toBeNull();
  await post('b', { name: 'One' });
  await post(null, { name: 'One' });
  expect(await names()).toEqual(['One', 'One', 'One']);
});

test('another request with the same key is refused', async () => {
  await post('a', { name: 'One' });
  expect(await post('a', { name: 'Two' })).toMatchObject({ status: 422, body: { statusCode: 422 } });
  expect((await post('a', { name: 'One' }, '/webhooks')).status).toBe(422);
  expect(await names()).toEqual(['One']);
});

test('a refusal is answered again, and the keys of others are their own', async () => {
  const refused = await post('a', { name: '' });
  expect(refused.status).toBe(400);
  expect((await post('a', { name: '' })).body).toEqual(refused.body);
  const other = (await createClients(world)).authHeader;
  expect((await post('a', { name: 'One' }, '/companies', other)).status).toBe(200);
});

test('while a request is under way its key is taken, and after a crash it stays so', async () => {
  const both = await Promise.all([post('a', { name: 'One' }), post('a', { name: 'One' })]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  const [entry] = await world.storage.entries('codat idempotency key');
  if (!entry) throw new TypeError('nothing was kept');
  await world.storage.saveEntry({ ...entry, body: JSON.stringify({ ...JSON.parse(entry.body), answer: null }) });
  expect((await post('a', { name: 'One' })).status).toBe(409);
  expect(await names()).toEqual(['One']);
});

test('after ninety minutes a key is as if it had never been', async () => {
  await post('a', { name: 'One' });
  await post('b', { name: 'Two' });
  world.clock.now = new Date(world.clock.now.getTime() + 90 * 60_000);
  expect((await post('a', { name: 'Three' })).status).toBe(200);
  expect(await world.storage.entries('codat idempotency key')).toHaveLength(1);
});

test('a key too long to be one is refused', async () => {
  expect((await post('a'.repeat(300), { name: 'One' })).body.error).toContain('255 characters');
});
