import { ConfigError } from '@cartograph/core';
import { createBigCommerceSimulator, createIconicSimulator } from '@cartograph/simulators';
import { expect, onTestFinished, test } from 'vitest';
import { startServer } from './server.js';

async function start(port = 0) {
  const server = await startServer(createIconicSimulator({ orders: 5 }), port);
  onTestFinished(() => server.close());
  return server;
}

test('a simulator answers behind a free port of this machine', async () => {
  const { url } = await start();
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect((await fetch(`${url}/v2/orders`)).status).toBe(401);
});

test('two servers have two ports', async () => {
  expect((await start()).url).not.toBe((await start()).url);
});

test('a port that is taken is named, with what to do', async () => {
  const { url } = await start();
  const { port } = new URL(url);
  const starting = startServer(createIconicSimulator({ orders: 5 }), Number(port));
  await expect(starting).rejects.toThrow(ConfigError);
  await expect(starting).rejects.toThrow(
    `cannot listen on port ${port}: another program uses it: choose another --port`,
  );
});

test('a port that there is not is refused', async () => {
  const starting = startServer(createIconicSimulator({ orders: 5 }), 65_536);
  await expect(starting).rejects.toThrow(ConfigError);
  await expect(starting).rejects.toThrow('cannot listen on port 65536: ports go from 0 to 65535');
});

test('a server that was closed leaves its port, also while a client keeps its connection open', async () => {
  const server = await startServer(createIconicSimulator({ orders: 5 }), 0);
  await (await fetch(server.url)).arrayBuffer();
  await server.close();
  await expect(fetch(server.url)).rejects.toThrow('fetch failed');
});

test('a body that breaks off breaks the connection, after the part that was sent', async () => {
  const server = await startServer(createBigCommerceSimulator({ orders: 5, profiles: ['reset-mid-body'] }), 0);
  onTestFinished(() => server.close());
  let broken = 0;
  for (let number = 0; number < 12; number += 1) {
    const answer = await fetch(`${server.url}/stores/x/v3/catalog/products?page=${number}`);
    const text = await answer.text().catch((error: Error) => error);
    if (text instanceof Error) broken += 1;
    else expect(answer.status).toBe(401);
  }
  expect(broken).toBeGreaterThan(0);
});
