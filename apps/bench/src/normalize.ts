import { createHost } from '@cartograph/connector-kit';
import { findConnector } from '@cartograph/connectors';
import { type Connector, everything, type NativeRecord, parseConfig, type ShopContext } from '@cartograph/core';
import { median } from './median.js';
import { simulators } from './simulator.js';

/** Normalizing the records of a stream beside parsing the JSON of the same records, in one process. */
export interface NormalizeResult {
  readonly platform: string;
  readonly stream: string;
  readonly records: number;
  /** Of a native body, in the mean. */
  readonly bytes: number;
  /** Of a record, in microseconds. */
  readonly parse: number;
  readonly normalize: number;
  /** `normalize / parse`. */
  readonly ratio: number;
}

/** A batch is repeated until it has taken so long, so that the clock's own grain does not count. */
const leastMs = 200;
/** Batches before the first that counts. */
const warmUps = 10;
const mostRecords = 500;

export async function benchNormalize(orders: number, rounds: number): Promise<NormalizeResult[]> {
  const results: NormalizeResult[] = [];
  for (const [platform, createSimulator] of Object.entries(simulators)) {
    const connector = findConnector(platform);
    const simulator = createSimulator({ orders });
    const config = parseConfig(connector, simulator.config('http://127.0.0.1'));
    const session = connector.open(
      config,
      createHost({ fetch: (input, init) => simulator.fetch(new Request(input, init)) }),
    );
    const shop = await session.check();
    for (const stream of Object.keys(connector.streams)) {
      const records: NativeRecord[] = [];
      for await (const page of session.read(stream, everything)) {
        records.push(...page.records);
        if (records.length >= mostRecords) break;
      }
      if (records.length > 0) results.push(measure(connector, stream, records, shop, rounds));
    }
  }
  return results;
}

function measure(
  connector: Connector,
  stream: string,
  records: readonly NativeRecord[],
  shop: ShopContext,
  rounds: number,
): NormalizeResult {
  const texts = records.map(({ body }) => JSON.stringify(body));
  const parseAll = () => {
    for (const text of texts) JSON.parse(text);
  };
  const normalizeAll = () => {
    for (const record of records) connector.normalize(record, shop);
  };
  // The engine compiles what it meets often: what a long sync pays is the compiled code.
  for (let time = 0; time < warmUps; time++) for (const batch of [parseAll, normalizeAll]) microseconds(batch, 1);
  const parses: number[] = [];
  const normalizes: number[] = [];
  for (let round = 0; round < rounds; round++) {
    parses.push(microseconds(parseAll, records.length));
    normalizes.push(microseconds(normalizeAll, records.length));
  }
  const [parse, normalize] = [median(parses), median(normalizes)];
  const bytes = texts.reduce((sum, text) => sum + text.length, 0) / texts.length;
  const { length } = records;
  return { platform: connector.id, stream, records: length, bytes, parse, normalize, ratio: normalize / parse };
}

/** Of one record, in the mean over the batch. */
function microseconds(batch: () => void, records: number): number {
  const started = performance.now();
  let times = 0;
  for (; performance.now() - started < leastMs; times++) batch();
  return ((performance.now() - started) * 1000) / (times * records);
}
