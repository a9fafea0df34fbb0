import { join } from 'node:path';
import type { Run } from '@cartograph/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createFolder } from '../testing/folder.js';
import { bundleChild } from './bundle.js';
import { inShop, runUnbroken, type Stage, type Unbroken } from './history.js';
import type { Job } from './job.js';
import { type RunningJob, start } from './process.js';
import { scenes } from './scenes.js';
import type { State } from './state.js';

const scene = scenes[1] as (typeof scenes)[number];
/** Processes start slowly on a busy machine; nothing here depends on it. */
const timeout = 10 * 60_000;
const later = '2026-07-01T01:00:00.000Z';

let child: Awaited<ReturnType<typeof bundleChild>>;
beforeAll(async () => {
  child = await bundleChild();
});
afterAll(() => child.remove());

interface Meeting {
  readonly unbroken: Unbroken;
  readonly state: State;
  readonly first: Run | null;
  readonly second: Run | null;
  readonly firstPid: number | undefined;
}

/** One process stops where it is about to write orders, another one runs to its end, and then the first goes on. */
async function meet(changed: Partial<Job>): Promise<Meeting> {
  const stage: Stage = { scene, script: child.path, folder: createFolder() };
  const [unbroken] = await runUnbroken(stage, 1);
  const end = unbroken?.points.find(({ name }) => /: commit orders .* begins$/.test(name));
  if (!unbroken || !end) throw new Error('nothing writes orders');
  const runs: { first?: RunningJob; ended?: [Run | null, Run | null] } = {};
  const state = await inShop(stage, 0, join(stage.folder, 'met.db'), async job => {
    const first = start(stage.script, { ...job, end, hold: true });
    await first.held();
    const second = await start(stage.script, { ...job, ...changed }).ended;
    first.goOn();
    runs.first = first;
    runs.ended = [await first.ended, second];
  });
  const [first = null, second = null] = runs.ended ?? [];
  return { unbroken, state, first, second, firstPid: runs.first?.pid };
}

const outcomes = (run: Run | null) =>
  Object.entries(run?.streams ?? {}).flatMap(([stream, { outcome }]) => (outcome === 'complete' ? [] : [stream]));

/** What was written, whenever and in whatever order of streams. */
const contentOf = ({ records, natives }: State) =>
  [...records, ...natives].map(record => JSON.stringify({ ...Object(record), syncedAt: null })).toSorted();

const changesOf = ({ changes }: State) =>
  (changes as { kind: string; resource: string; id: string }[])
    .map(({ kind, resource, id }) => `${kind} ${resource} ${id}`)
    .toSorted();

/** All that was read is there once, and the feed tells each change once, without gaps. */
function expectWhole({ state, unbroken }: Meeting): void {
  expect(contentOf(state)).toEqual(contentOf(unbroken.state));
  expect(changesOf(state)).toEqual(changesOf(unbroken.state));
  const sequences = (state.changes as { sequence: number }[]).map(({ sequence }) => sequence);
  expect(sequences).toEqual(sequences.map((_, index) => index + 1));
}

test('a second process is told who writes a stream, reads the others, and spoils nothing', { timeout }, async () => {
  const met = await meet({});
  expect(outcomes(met.second)).toEqual(['orders']);
  expect(met.second?.streams.orders?.reason).toMatch(
    new RegExp(`^orders of "shop" is being written by pid ${met.firstPid} on .*; it is free at `),
  );
  expect(outcomes(met.first)).toEqual([]);
  expectWhole(met);
});

test('a process that slept through its lease writes nothing after another one took it', { timeout }, async () => {
  const met = await meet({ at: later });
  expect(outcomes(met.second)).toEqual([]);
  expect(outcomes(met.first)).toEqual(['orders']);
  expectWhole(met);
});
