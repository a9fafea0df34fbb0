import assert from 'node:assert/strict';
import type { ModelRecord, ResourceName } from '@cartograph/core';
import './effort.js';
import { unprovenRecords } from './proofs.js';
import { type Bench, createBench, type SubjectFactory } from './subject.js';

const resources: readonly ResourceName[] = ['orders', 'payments', 'refunds', 'transactions', 'payouts'];

/**
 * Reads the orders of a shop and all its money, and gives their records. Asserts that none would be set aside, that what
 * the shop's truth lists is read once, that nothing is counted twice, and that all of it adds up.
 */
export async function proveShop(create: SubjectFactory): Promise<readonly ModelRecord[]> {
  const bench = createBench(create);
  const streams = Object.entries(bench.connector.streams).filter(([, { yields }]) =>
    yields.some(resource => resources.includes(resource)),
  );
  const read: ModelRecord[] = [];
  for (const [stream] of streams) read.push(...(await readOnce(bench, stream)));
  const records = read.filter(({ resource }) => resources.includes(resource));
  assert.deepEqual(duplicates(records), [], 'records that are counted twice');
  assert.deepEqual(unprovenRecords(records), [], 'records that do not add up');
  return records;
}

async function readOnce(bench: Bench, stream: string): Promise<readonly ModelRecord[]> {
  const shop = await bench.shop();
  const natives = await bench.readAll(stream);
  const truth = bench.truth[stream];
  if (truth) assert.deepEqual(natives.map(({ id }) => id).toSorted(), [...truth].toSorted(), `what ${stream} gives`);
  return natives.flatMap(native => bench.connector.normalize(native, shop));
}

function duplicates(records: readonly ModelRecord[]): string[] {
  const met = new Set<string>();
  return records.map(({ resource, record }) => `${resource} ${record.id}`).filter(key => met.has(key) || !met.add(key));
}
