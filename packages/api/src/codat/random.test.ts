import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { createSyncedWorld, type World } from '../testing/world.js';
import { connectionOf, createClients } from './testing/clients.js';

let world: World;
let headers: Record<string, string>;

beforeAll(async () => {
  world = await createSyncedWorld(10);
  headers = { authorization: (await createClients(world)).authHeader };
});

const { companyId, connectionId } = connectionOf('bigcommerce');
const words = fc.constantFrom(
  ...['id', 'totalAmount', 'metadata.isDeleted', 'createdDate', 'orderLineItems', 'customerRef', 'nothing', '-', '"'],
  ...['=', '!=', '~', '>', '<=', '&&', '||', '{', '}', '1', 'true', '2026-01-31', '%', "'", '\\', '\u0000', '..'],
);
const text = fc.oneof(
  fc.string(),
  fc.array(words, { maxLength: 9 }).map(parts => parts.join('')),
);
const list = fc.constantFrom('commerce-orders', 'commerce-products', 'commerce-customers', 'commerce-payments');

test('whatever a query is, it is answered or refused with a reason', async () => {
  await fc.assert(
    fc.asyncProperty(list, fc.record({ query: text, orderBy: text, page: text }), async (name, { page, ...given }) => {
      const asked = new URLSearchParams({ ...given, ...(page.length % 2 === 0 ? { page } : {}) });
      const path = `/companies/${companyId}/connections/${connectionId}/data/${name}?${asked}`;
      const answer = await world.api(new Request(`http://api.test${path}`, { headers }));
      const body = (await answer.json()) as { error?: string; results?: unknown[] };
      expect([200, 400]).toContain(answer.status);
      expect(answer.status === 200 ? body.results : body.error).toBeDefined();
    }),
    { numRuns: 300 },
  );
});

test('whatever a path is, it is answered or refused with a reason', async () => {
  const part = fc.oneof(
    fc.string(),
    fc.constantFrom('connections', 'data', 'commerce-orders', companyId, connectionId),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 6 }), async parts => {
      const path = ['companies', ...parts.map(encodeURIComponent)].join('/');
      const answer = await world.api(new Request(`http://api.test/${path}`, { headers }));
      expect(answer.status).toBeLessThan(500);
    }),
    { numRuns: 200 },
  );
});

test('the longest chain and the deepest braces are answered', async () => {
  const chain = Array.from({ length: 330 }, () => 'id=1').join('||');
  const nested = `${'{id=1&&'.repeat(220)}id=1${'}'.repeat(220)}`;
  const braces = `${'{'.repeat(1000)}id=1${'}'.repeat(1000)}`;
  for (const query of [chain, nested, braces]) {
    const path = `/companies/${companyId}/connections/${connectionId}/data/commerce-orders?${new URLSearchParams({ query })}`;
    expect((await world.api(new Request(`http://api.test${path}`, { headers }))).status).toBe(200);
  }
});
