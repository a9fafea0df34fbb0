import assert from 'node:assert/strict';
import {
  type ModelRecord,
  type NativeRecord,
  type ResourceName,
  resourceNames,
  resourceSchemas,
} from '@cartograph/core';
import { unprovenRecords } from './proofs.js';
import type { Rule } from './reading-rules.js';
import type { Bench } from './subject.js';

async function normalizeAll(bench: Bench): Promise<{ native: NativeRecord; records: readonly ModelRecord[] }[]> {
  const shop = await bench.shop();
  const all: { native: NativeRecord; records: readonly ModelRecord[] }[] = [];
  for (const stream of Object.keys(bench.truth)) {
    for (const native of await bench.readAll(stream)) {
      all.push({ native, records: bench.connector.normalize(native, shop) });
    }
  }
  return all;
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.freeze(value);
    for (const inner of Object.values(value)) freeze(inner);
  }
  return value;
}

export const normalizeRules: Readonly<Record<string, Rule>> = {
  'normalize is pure': async bench => {
    const shop = freeze(structuredClone(await bench.shop()));
    for (const stream of Object.keys(bench.truth)) {
      for (const native of await bench.readAll(stream)) {
        const frozen = freeze(structuredClone(native));
        const first = bench.connector.normalize(frozen, shop);
        assert.deepEqual(bench.connector.normalize(frozen, shop), first, `${stream} ${native.id}: another result`);
      }
    }
  },

  'normalize gives records of the model and nothing else': async bench => {
    const met = new Set<ResourceName>();
    for (const { native, records } of await normalizeAll(bench)) {
      for (const { resource, record } of records) {
        const yields = bench.connector.streams[native.stream]?.yields ?? [];
        assert.ok(yields.includes(resource), `${native.stream} yields ${resource}, and does not list it`);
        const checked = resourceSchemas[resource].safeParse(record);
        assert.ok(checked.success, `${native.stream} ${native.id}: ${String(checked.error)}`);
        met.add(resource);
      }
    }
    const promised = new Set(Object.values(bench.connector.streams).flatMap(({ yields }) => yields));
    assert.deepEqual(
      [...promised].filter(resource => !met.has(resource)),
      [],
      'promised, yet never met',
    );
  },

  'a record belongs to one native record': async bench => {
    const owners = new Map<string, string>();
    for (const { native, records } of await normalizeAll(bench)) {
      for (const { resource, record } of records) {
        if (record.derived) continue;
        const key = `${resource} ${record.id}`;
        assert.equal(
          owners.get(key),
          undefined,
          `${key} comes of ${owners.get(key)} and of ${native.stream} ${native.id}`,
        );
        owners.set(key, `${native.stream} ${native.id}`);
      }
    }
  },

  'all money adds up': async bench => {
    const made = (await normalizeAll(bench)).flatMap(({ records }) => records);
    assert.deepEqual(unprovenRecords(made), [], 'records that do not add up');
  },

  'coverage speaks of every resource and every field': async ({ connector }) => {
    const yields = new Set(Object.values(connector.streams).flatMap(stream => stream.yields));
    for (const resource of resourceNames) {
      const coverage = connector.coverage[resource];
      const reason = typeof coverage.absent === 'string' ? coverage.absent : null;
      assert.equal(reason === null, yields.has(resource), `${resource}: the streams and the coverage disagree`);
      if (reason !== null) continue;
      const missing = Object.keys(resourceSchemas[resource].shape).filter(field => !(field in coverage));
      assert.deepEqual(missing, [], `${resource}: fields without coverage`);
    }
  },
};
