import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApi, createApiKey } from '@cartograph/api';
import { createHost } from '@cartograph/connector-kit';
import { connectors } from '@cartograph/connectors';
import type { ListQuery } from '@cartograph/core';
import { createSqliteStorage } from '@cartograph/storage';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { connections, fillStore, orderIdAt } from './api-store.js';

/**
 * The API over so many stored orders, and beside it, in the same process, bare handlers with the answers that the API gave
 * to the same requests: one that keeps the bytes, one that keeps the text, and for lists one that asks the store for them
 * and does nothing else.
 */
const orders = Number(process.argv[2] ?? 1000);
const folder = mkdtempSync(join(tmpdir(), 'cartograph-bench-'));
process.on('SIGTERM', () => {
  rmSync(folder, { recursive: true });
  process.exit(0);
});

const storage = createSqliteStorage({ path: join(folder, 'bench.db') });
await fillStore(storage, orders);
const { key, token } = createApiKey({
  ...{ name: 'bench', scope: 'read', connections: null, requestsPerMinute: 1e12 },
  createdAt: new Date().toISOString(),
});
await storage.saveApiKey(key);
const settings = { seal: () => '', unseal: () => ({}) };
const startRun = () => Promise.reject(new Error('nothing is read here'));
const api = createApi({ storage, connectors, host: createHost(), settings, startRun });

const headers = { authorization: `Bearer ${token}` };
const ask = (path: string) => api(new Request(`http://127.0.0.1${path}`, { headers }));
const list = '/v1/orders?status=completed&limit=100';
/** In the middle of the years over which the orders are spread. */
const middle = new Date(Date.UTC(2020, 0, 1) + (orders / 2) * 60_000).toISOString();
const { next } = JSON.parse(await (await ask(`${list}&placedAt[lt]=${middle}`)).text());
const { connectionId, key: place } = JSON.parse(Buffer.from(next, 'base64url').toString());
const last = await storage.lastSequence();
const completed = { field: 'status', operator: 'in', values: ['completed'] } as const;
const query: ListQuery = { resource: 'orders', connections, filters: [completed], limit: 100 };
const asked = {
  'list 100': { path: list, query },
  'list 100, deep': {
    path: `${list}&placedAt[lt]=${middle}&cursor=${next}`,
    query: {
      ...query,
      filters: [completed, { field: 'placedAt', operator: 'lt', value: middle } as const],
      after: { connectionId, key: place },
    },
  },
  'get one': { path: `/v1/orders/${connections[0]}/${orderIdAt(0)}`, query: null },
  'changes 100': { path: `/v1/changes?since=${Math.max(0, last - 5000)}&limit=100`, query: null },
};

const bare = new Hono();
const paths: Record<string, object> = {};
const json = { 'content-type': 'application/json' };
for (const [index, [name, { path, query }]] of Object.entries(asked).entries()) {
  const response = await ask(path);
  if (response.status !== 200) throw new Error(`${path} was answered ${response.status}: ${await response.text()}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const text = new TextDecoder().decode(bytes);
  bare.get(`/bytes/${index}`, () => new Response(bytes, { headers: json }));
  bare.get(`/text/${index}`, context => context.body(text, 200, json));
  paths[name] = { API: path, 'bytes in memory': `/bytes/${index}`, 'text in memory': `/text/${index}` };
  if (query === null) continue;
  const around = () => ['{"data":', ',"next":null}'] as const;
  bare.get(
    `/query/${index}`,
    async () => new Response((await storage.query({ ...query, around })).records, { headers: json }),
  );
  paths[name] = { ...paths[name], 'query alone': `/query/${index}` };
}
const fetch = (request: Request) => (request.url.includes('/v1/') ? api(request) : bare.fetch(request));
serve({ fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => {
  process.stdout.write(`${JSON.stringify({ port, token, paths })}\n`);
});
