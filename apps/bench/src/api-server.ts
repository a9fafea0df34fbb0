import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApi, createApiKey } from '@cartograph/api';
import { createHost } from '@cartograph/connector-kit';
import { connectors } from '@cartograph/connectors';
import { createSqliteStorage } from '@cartograph/storage';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { connections, fillStore, orderIdAt } from './api-store.js';

/**
 * The API over so many stored orders, and beside it, in the same process, a bare handler that answers from memory with the
 * bytes that the API gave to the same request.
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
const last = await storage.lastSequence();
const paths = {
  'list 100': list,
  'list 100, deep': `${list}&placedAt[lt]=${middle}&cursor=${next}`,
  'get one': `/v1/orders/${connections[0]}/${orderIdAt(0)}`,
  'changes 100': `/v1/changes?since=${Math.max(0, last - 5000)}&limit=100`,
};

const bare = new Hono();
for (const [index, path] of Object.values(paths).entries()) {
  const response = await ask(path);
  if (response.status !== 200) throw new Error(`${path} was answered ${response.status}: ${await response.text()}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  bare.get(`/bare/${index}`, () => new Response(bytes, { headers: { 'content-type': 'application/json' } }));
}
const fetch = (request: Request) => (request.url.includes('/bare/') ? bare.fetch(request) : api(request));
serve({ fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => {
  process.stdout.write(`${JSON.stringify({ port, token, paths })}\n`);
});
