import { createVirtualClock } from '@cartograph/conformance';
import { everything, type ModelRecord, type NativeRecord, type ReadQuery, silentLogger } from '@cartograph/core';
import { createMagentoSimulator, type MagentoSimulatorOptions } from '@cartograph/simulators';
import { magento } from '../connector.js';

/** A session with a simulated shop that keeps the paths it was asked for, from `/V1` on. */
export function open(options: MagentoSimulatorOptions = {}) {
  const clock = createVirtualClock(new Date('2026-07-01T00:00:00Z'));
  const simulator = createMagentoSimulator({ seed: 3, orders: 40, elapsedMs: clock.elapsedMs, ...options });
  const paths: string[] = [];
  const session = magento.open(magento.config.parse(simulator.config('https://shop.example')), {
    fetch: (input, init) => {
      const request = new Request(input, init);
      paths.push(new URL(request.url).pathname.replace(/^.*\/V1\//, ''));
      return simulator.fetch(request);
    },
    now: clock.now,
    sleep: clock.sleep,
    logger: silentLogger,
  });
  const read = async (stream: string, query: Partial<ReadQuery> = {}): Promise<NativeRecord[]> => {
    const records: NativeRecord[] = [];
    for await (const page of session.read(stream, { ...everything, ...query })) records.push(...page.records);
    return records;
  };
  const readModel = async (stream: string): Promise<ModelRecord[]> => {
    const shop = magento.shop.parse(await session.check());
    return (await read(stream)).flatMap(native => magento.normalize(native, shop));
  };
  return { simulator, session, read, readModel, paths };
}
