import { createVirtualClock } from '@cartograph/conformance';
import { createMagentoSimulator, type MagentoSimulatorOptions } from '@cartograph/simulators';
import { createReplica } from '@cartograph/sync/testing';
import { expect, test } from 'vitest';
import { magento } from './connector.js';
import { open } from './testing/open.js';

const hourMs = 3_600_000;

function keep(options: MagentoSimulatorOptions) {
  const clock = createVirtualClock(new Date('2026-07-01T00:00:00Z'));
  const shop = createMagentoSimulator({ orders: 60, elapsedMs: clock.elapsedMs, ...options });
  const settings = { pageSize: 10 };
  const replica = () => createReplica({ connector: magento, shop, clock, settings });
  return { clock, shop, replica };
}

test('a shop that is edited between any two pages is kept, as soon as it rests', async () => {
  const { clock, shop, replica } = keep({ profiles: ['edits-while-paging'] });
  const kept = replica();
  await kept.sync();
  shop.advance(5);
  await kept.sync();
  expect(shop.counts.disturbed).toBe(80);
  await clock.sleep(hourMs);
  await kept.sync();
  const whole = replica();
  await whole.sync({ full: true });
  const [stored, read] = [await kept.records(), await whole.records()];
  const stale = [...read].filter(([key, record]) => JSON.stringify(stored.get(key)) !== JSON.stringify(record));
  expect(stale.map(([key]) => key)).toEqual([]);
  // What was deleted in the shop is found by a sweep of the ids, or by a full run.
  await kept.sync({ full: true });
  expect([...(await kept.records()).keys()].sort()).toEqual([...read.keys()].sort());
});

test('nothing is asked for beyond the end of a list, where older releases repeat the last page', async () => {
  const { shop, replica } = keep({ profiles: ['last-page-repeated'] });
  const kept = replica();
  await kept.sync();
  shop.advance(20);
  await kept.sync();
  expect(await kept.ids('orders')).toEqual([...(shop.truth().orders ?? [])].sort());
  expect(shop.counts.disturbed).toBe(0);
});

test('refusals in another language are understood by their parameters', async () => {
  const { clock, shop } = keep({ profiles: ['localized-messages', 'input-limits'] });
  const kept = createReplica({ connector: magento, shop, clock });
  await kept.sync();
  expect(shop.counts.disturbed).toBeGreaterThan(0);
  expect(await kept.ids('orders')).toEqual([...(shop.truth().orders ?? [])].sort());
});

test('orders whose documents did not move their time come again, and no others', async () => {
  const { simulator, read, session } = open({ profiles: ['silent-children'] });
  await session.check();
  const since = session.now().toISOString();
  const before = new Set(simulator.truth().orders);
  simulator.advance(60);
  const again = await read('documents', { since });
  const moved = new Set((await read('orders', { since })).map(({ id }) => id));
  expect(again.length).toBeGreaterThan(3);
  expect(again.every(({ stream, id }) => stream === 'orders' && (before.has(id) || moved.has(id)))).toBe(true);
  expect(again.some(({ id }) => !moved.has(id))).toBe(true);
});

test('where documents move their order, no order is read a second time', async () => {
  const { simulator, read, session, paths } = open();
  await session.check();
  const since = session.now().toISOString();
  simulator.advance(60);
  paths.length = 0;
  expect(await read('documents', { since })).toEqual([]);
  expect(paths.filter(path => path === 'orders').length).toBeLessThan(6);
});

test('stock that changed without a trace brings its products, and only these', async () => {
  const { simulator, read, paths } = open();
  const stored = await read('products');
  const asStored = async function* () {
    yield* stored;
  };
  expect(await read('stock', { stored: asStored })).toEqual([]);
  const [one] = stored.flatMap(({ body }) => (body as { sourceItems: { sku: string }[] }).sourceItems);
  const holds = (body: unknown) => JSON.stringify(body).includes(JSON.stringify(one?.sku));
  for (const id of simulator.truth().sourceItems ?? [])
    simulator.tamper('sourceItems', id, body => (holds(body) ? { ...(body as object), quantity: 7777 } : body));
  paths.length = 0;
  const again = await read('stock', { stored: asStored });
  expect(again.map(({ id }) => id)).toEqual(stored.filter(({ body }) => holds(body)).map(({ id }) => id));
  expect(again.every(({ stream, body }) => stream === 'products' && JSON.stringify(body).includes('7777'))).toBe(true);
  expect(paths.length).toBeLessThan(8);
});
