import { bigcommerce } from '@cartograph/bigcommerce';
import { createHost } from '@cartograph/connector-kit';
import { everything, type NormalizedRecord, type Order, parseConfig, type Storage } from '@cartograph/core';
import { createBigCommerceSimulator } from '@cartograph/simulators';

/** The connections among which the orders are shared out. */
export const connections = ['north', 'south', 'west'] as const;
const pageSize = 1000;
const minuteMs = 60_000;

/** Fills an empty store with so many orders: those of a simulated shop again and again, under other numbers and minutes. */
export async function fillStore(storage: Storage, orders: number): Promise<void> {
  const samples = await sampleOrders();
  for (const id of connections) {
    const createdAt = new Date().toISOString();
    await storage.saveConnection({
      id,
      platform: bigcommerce.id,
      settings: '',
      shop: bigcommerce.emptyShop,
      createdAt,
      pausedBecause: null,
    });
  }
  for (let start = 0; start < orders; start += pageSize) {
    const connectionId = connections[(start / pageSize) % connections.length] ?? 'north';
    const length = Math.min(pageSize, orders - start);
    const natives = Array.from({ length }, (_, index) => orderAt(samples, start + index));
    await storage.commit({
      ...{ connectionId, platform: bigcommerce.id, stream: 'orders', runId: 'fill', mapperVersion: 1 },
      ...{ at: new Date().toISOString(), natives, setAside: [], checkpoint: { mark: null, window: null } },
    });
  }
}

export const orderIdAt = (position: number): string => String(1_000_000 + position);

async function sampleOrders(): Promise<readonly Order[]> {
  const simulator = createBigCommerceSimulator({ orders: 200 });
  const host = createHost({ fetch: (input, init) => simulator.fetch(new Request(input, init)) });
  const session = bigcommerce.open(parseConfig(bigcommerce, simulator.config('http://127.0.0.1')), host);
  const shop = await session.check();
  const orders: Order[] = [];
  for await (const page of session.read('orders', everything)) {
    for (const native of page.records)
      for (const { resource, record } of bigcommerce.normalize(native, bigcommerce.shop.parse(shop)))
        if (resource === 'orders') orders.push(record);
  }
  return orders;
}

function orderAt(samples: readonly Order[], position: number): NormalizedRecord {
  const sample = samples[position % samples.length];
  if (sample === undefined) throw new Error('the simulated shop has no orders');
  const id = orderIdAt(position);
  const placedAt = new Date(Date.UTC(2020, 0, 1) + position * minuteMs).toISOString();
  const record: Order = { ...sample, id, number: id, placedAt };
  return {
    native: { stream: 'orders', id, modifiedAt: placedAt, body: { id } },
    records: [{ resource: 'orders', record }],
  };
}
