import { createVirtualClock } from '@cartograph/conformance';
import { createHost } from '@cartograph/connector-kit';
import { createIconicSimulator } from '@cartograph/simulators';
import { createReplica } from '@cartograph/sync/testing';
import { expect, test } from 'vitest';
import { createIconicClient } from './client.js';
import type { IconicConfigInput } from './config.js';
import { iconic } from './connector.js';
import { taken } from './testing/shop.js';

const pending = { section: 'status_pending', shipmentType: 'dropshipping' } as const;

test('what the client writes is read by the next incremental run as a full one reads it', async () => {
  const clock = createVirtualClock(new Date('2026-07-01T00:00:00Z'));
  const shop = createIconicSimulator({ orders: 600, productSets: 20, requestsPerSecond: 1e6, ...clock });
  const settings = { rereadHours: 0.5 };
  const replica = createReplica({ connector: iconic, shop, clock, settings });
  await replica.sync();

  const host = createHost({ fetch: (input, init) => shop.fetch(new Request(input, init)), ...clock });
  const client = createIconicClient(shop.config('http://shop.test') as unknown as IconicConfigInput, host);
  const [order] = await taken(client.orders.iterate(pending));
  const unit = order?.items?.find(({ status }) => status === 'pending');
  const orderItems = [{ id: unit?.id ?? 0 }];
  await client.orders.setToReadyToShip({ orderItems, trackingNumber: 'TRK-1', shippingProvider: 'Swift Couriers' });
  const set = await client.productSets.create({
    name: 'New Dress',
    price: 10,
    sellerSku: 'NEW',
    brandId: 301,
    primaryCategoryId: 4,
    attributes: { 41: 4103 },
  });
  const [product] = await client.products.list({ sellerSku: 'NEW' });
  await client.stock.update(product?.id ?? 0, 77);
  await client.products.prices.update(product?.id ?? 0, 'AU', { price: 60, salePrice: 45 });

  await clock.sleep(3_600_000);
  await replica.sync();
  const fresh = createReplica({ connector: iconic, shop, clock, settings });
  await fresh.sync({ full: true });
  const [kept, read] = [await replica.records(), await fresh.records()];
  expect(kept).toEqual(read);
  expect(read.get(`fulfillments ${order?.id}-TRK-1`)).toMatchObject({ lines: [{ lineId: String(unit?.id) }] });
  expect(read.has(`products ${set.id}`)).toBe(true);
});
