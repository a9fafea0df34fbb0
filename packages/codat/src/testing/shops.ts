import { createHost } from '@cartograph/connector-kit';
import { findConnector } from '@cartograph/connectors';
import type { ResourceName, Storage, StoredRecord } from '@cartograph/core';
import {
  createBigCommerceSimulator,
  createIconicSimulator,
  createMagentoSimulator,
  type Simulator,
  type SimulatorOptions,
} from '@cartograph/simulators';
import { createMemoryStorage } from '@cartograph/storage';
import { syncConnection } from '@cartograph/sync';

const simulators: Readonly<Record<string, (options: SimulatorOptions) => Simulator>> = {
  iconic: createIconicSimulator,
  bigcommerce: createBigCommerceSimulator,
  magento: createMagentoSimulator,
};

export const platforms = Object.keys(simulators);

/** A simulated shop after its first sync. */
export async function syncedShop(platform: string, options: SimulatorOptions = {}): Promise<Storage> {
  const simulator = simulators[platform]?.({ orders: 150, seed: 7, ...options });
  if (!simulator) throw new TypeError(`no simulator of ${platform}`);
  simulator.advance(40);
  const connector = findConnector(platform);
  const storage = createMemoryStorage();
  const connection = {
    id: platform,
    platform,
    settings: '',
    shop: connector.emptyShop,
    createdAt: '2026-01-01T00:00:00Z',
    pausedBecause: null,
  };
  await storage.saveConnection(connection);
  const config = connector.config.parse(simulator.config('http://shop.test'));
  const host = createHost({
    fetch: (input, init) => simulator.fetch(new Request(input, init)),
    sleep: async () => {},
  });
  await syncConnection({ connection, connector, config, storage, host, runId: 'first' });
  return storage;
}

export async function all<Name extends ResourceName>(storage: Storage, resource: Name): Promise<StoredRecord<Name>[]> {
  const records: StoredRecord<Name>[] = [];
  for await (const record of storage.records({ resource })) records.push(record);
  return records;
}
