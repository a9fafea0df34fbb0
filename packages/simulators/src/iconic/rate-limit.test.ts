import { expect, test } from 'vitest';
import type { RetryAfter } from './rate-limit.js';
import { createIconicSimulator } from './simulator.js';
import { connect } from './testing.js';

async function statusesOf(count: number, request: () => Promise<Response>): Promise<number[]> {
  const statuses: number[] = [];
  for (let index = 0; index < count; index += 1) statuses.push((await request()).status);
  return statuses;
}

test('the thirty-first request of a second is refused, and the next second has room again', async () => {
  let elapsed = 0;
  const simulator = createIconicSimulator({ orders: 1, elapsedMs: () => elapsed });
  const client = await connect(simulator);
  const ask = () => client.request('/v2/seller');
  expect(await statusesOf(31, ask)).toEqual([...Array(30).fill(200), 429]);
  elapsed = 1000;
  expect((await ask()).status).toBe(200);
  expect(simulator.counts).toEqual({ requests: 33, limited: 1, disturbed: 0 });
});

test.each<[RetryAfter, string | null]>([
  ['none', null],
  ['seconds', '1'],
  ['date', 'Tue, 30 Jun 2026 23:59:01 GMT'],
])('with retryAfter "%s" a refusal says %s', async (retryAfter, expected) => {
  const client = await connect(createIconicSimulator({ orders: 1, requestsPerSecond: 1, retryAfter }));
  await client.request('/v2/seller');
  const refused = await client.request('/v2/seller');
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, expected]);
  expect(await refused.json()).toMatchObject({ title: 'Too Many Requests', status: 429 });
});

test('a clock that stands still limits nothing unless a limit is asked for', async () => {
  const client = await connect(createIconicSimulator({ orders: 1 }));
  expect(await statusesOf(80, () => client.request('/v2/seller'))).toEqual(Array(80).fill(200));
});
