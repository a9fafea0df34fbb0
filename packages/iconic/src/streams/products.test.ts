import { createVirtualClock } from '@cartograph/conformance';
import { everything, type ModelRecord, type Product, type ReadQuery, silentLogger } from '@cartograph/core';
import { createIconicSimulator } from '@cartograph/simulators';
import { describe, expect, test } from 'vitest';
import { iconic } from '../connector.js';
import { emptyShop } from '../shop.js';

type Answer = (url: URL) => Response | undefined;

function openShop(before: Answer = () => undefined) {
  const clock = createVirtualClock(new Date('2026-07-01T00:00:00Z'));
  const simulator = createIconicSimulator({ orders: 5, elapsedMs: clock.elapsedMs });
  const asked: URL[] = [];
  const session = iconic.open(iconic.config.parse(simulator.config('http://shop.test')), {
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const url = new URL(request.url);
      asked.push(url);
      return before(url) ?? simulator.fetch(request);
    },
    now: clock.now,
    sleep: clock.sleep,
    logger: silentLogger,
  });
  const read = async (query: Partial<ReadQuery> = {}) => {
    const made: ModelRecord[] = [];
    for await (const { records } of session.read('products', { ...everything, ...query })) {
      for (const record of records) made.push(...iconic.normalize(record, emptyShop));
    }
    return made.filter(({ resource }) => resource === 'products').map(({ record }) => record as Product);
  };
  return { read, asked, simulator };
}

const forbidden =
  (path: RegExp): Answer =>
  url =>
    path.test(url.pathname) ? new Response(null, { status: 403 }) : undefined;

describe('products', () => {
  test('cost two calls a set and three a page', async () => {
    const { read, asked } = openShop();
    expect(await read()).toHaveLength(120);
    const calls = (path: RegExp) => asked.filter(({ pathname }) => path.test(pathname)).length;
    expect(calls(/^\/v2\/product-sets$/)).toBe(2);
    expect(calls(/\/products$/)).toBe(120);
    expect(calls(/\/stock\//)).toBe(120);
    expect(calls(/^\/v2\/prices$/)).toBe(2);
    expect(calls(/\/images$/)).toBe(2);
    const brandIds = asked
      .filter(({ pathname }) => pathname === '/v2/brands')
      .flatMap(({ searchParams }) => searchParams.getAll('brandIds[]'));
    expect(new Set(brandIds).size).toBe(brandIds.length);
  });

  test('have prices in the currency of each country, stock by warehouse, a brand and images', async () => {
    const all = await openShop().read();
    const variants = all.flatMap(product => product.variants);
    expect(new Set(variants.flatMap(({ prices }) => prices.map(({ currency }) => currency)))).toEqual(
      new Set(['AUD', 'NZD']),
    );
    expect(variants.every(({ inventory }) => inventory.total !== null && inventory.locations.length > 0)).toBe(true);
    expect(all.every(({ brand }) => brand !== null)).toBe(true);
    expect(all.some(({ images }) => images.length > 1)).toBe(true);
  });

  test('have unknown stock and no prices where the application may not read them', async () => {
    const all = await openShop(forbidden(/\/stock\/|\/prices$|\/images$|\/brands$/)).read();
    expect(all).toHaveLength(120);
    expect(all[0]).toMatchObject({ brand: null, images: [] });
    expect(all[0]?.variants[0]).toMatchObject({ prices: [], inventory: { total: null } });
  });

  test('are asked for their details only when they changed', async () => {
    const { read, asked, simulator } = openShop();
    simulator.advance(150);
    const changed = await read({ since: '2026-06-30T23:59:59Z' });
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.length).toBeLessThan(30);
    expect(asked.filter(({ pathname }) => pathname.includes('/stock/'))).toHaveLength(changed.length);
  });
});
