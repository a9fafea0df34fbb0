import { everything, type Host, type ReadQuery, silentLogger } from '@cartograph/core';
import { createMagentoSimulator, type MagentoSimulatorOptions } from '@cartograph/simulators';
import { expect, test } from 'vitest';
import { createMagentoClient, type MagentoClient } from '../client.js';
import type { ProductBody } from '../native/product.js';
import { readProducts } from './products.js';

function shop(options: MagentoSimulatorOptions = {}) {
  const simulator = createMagentoSimulator({ seed: 3, orders: 1, ...options });
  const paths: string[] = [];
  const host: Host = {
    fetch: (input, init) => {
      const request = new Request(input, init);
      paths.push(new URL(request.url).pathname);
      return simulator.fetch(request);
    },
    now: () => new Date('2026-07-01T00:00:00Z'),
    sleep: async () => {},
    logger: silentLogger,
  };
  const client = createMagentoClient(simulator.config('https://shop.example') as never, host);
  return { simulator, client, paths };
}

async function read(client: MagentoClient, query: Partial<ReadQuery> = {}): Promise<ProductBody[]> {
  const bodies: ProductBody[] = [];
  for await (const page of readProducts(client, { ...everything, ...query }))
    bodies.push(...(page.bodies as ProductBody[]));
  return bodies;
}

test('a variant comes below its product only, and the product carries the stock of all', async () => {
  const { client } = shop();
  const bodies = await read(client);
  const own = new Set(bodies.map(({ product }) => product.id));
  const configurable = bodies.filter(({ product }) => product.type_id === 'configurable');
  expect(configurable.length).toBeGreaterThan(20);
  for (const { children, sourceItems } of configurable) {
    expect(children.length).toBeGreaterThan(1);
    expect(children.some(child => own.has(child.id))).toBe(false);
    const skus = new Set(sourceItems?.map(item => item.sku));
    expect(children.every(child => skus.has(child.sku))).toBe(true);
  }
});

test('a whole catalog takes few requests', async () => {
  const { client, paths } = shop();
  const { length } = await read(client);
  expect(length).toBeGreaterThan(100);
  // Two pages of products, the variants of one, and two of stock, each with its further pages.
  expect(paths.length).toBeLessThan(16);
});

test('when only a variant has changed, its product comes again', async () => {
  const { simulator, client } = shop();
  const before = new Map((await read(client)).map(body => [body.product.id, body]));
  const [changed] = [...before.values()].flatMap(({ children }) => children);
  simulator.tamper('products', String(changed?.id), body => ({
    ...(body as object),
    updated_at: '2026-06-30 23:00:00',
  }));
  const parent = [...before.values()].find(({ children }) => children.some(({ id }) => id === changed?.id));
  const since = `${String(changed?.updated_at).replace(' ', 'T')}Z`;
  const again = await read(client, { since, until: since });
  expect(again.map(({ product }) => product.id)).toContain(parent?.product.id);
  expect(again.map(({ product }) => product.id)).not.toContain(changed?.id);
});

test('a variant stays a variant when its product changed after the window', async () => {
  const { client } = shop();
  const all = await read(client);
  const latest = all
    .filter(({ product }) => product.type_id === 'configurable')
    .map(({ product }) => String(product.updated_at))
    .sort()
    .at(-2);
  const until = `${latest?.replace(' ', 'T')}Z`;
  const ids = (await read(client, { until })).map(({ product }) => product.id);
  const variants = new Set(all.flatMap(({ children }) => children.map(({ id }) => id)));
  expect(ids.length).toBeGreaterThan(20);
  expect(ids.filter(id => variants.has(id))).toEqual([]);
});

test('without multi-source inventory the stock items tell, one request a SKU', async () => {
  const { client, paths } = shop({ inventory: false });
  const bodies = await read(client);
  expect(bodies.every(({ sourceItems }) => sourceItems === null)).toBe(true);
  const simple = bodies.filter(({ product }) => product.type_id === 'simple' && !String(product.sku).includes('/'));
  for (const { product, stockItems } of simple) expect(stockItems?.map(item => item.product_id)).toEqual([product.id]);
  expect(paths.filter(path => path.includes('source-items')).length).toBeLessThan(3);
});

test('stock that the credentials may not see is unknown', async () => {
  const { client } = shop({ denied: ['Magento_InventoryApi::source', 'Magento_CatalogInventory::cataloginventory'] });
  const bodies = await read(client);
  expect(bodies.every(({ sourceItems, stockItems }) => sourceItems === null && stockItems?.length === 0)).toBe(true);
});
