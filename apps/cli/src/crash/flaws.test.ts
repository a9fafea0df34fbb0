import { afterAll, beforeAll, expect, test } from 'vitest';
import { createFolder } from '../testing/folder.js';
import { bundleChild } from './bundle.js';
import { differences } from './compare.js';
import { type Flaw, flaws } from './flaws.js';
import { runBroken, runUnbroken, type Stage } from './history.js';
import { scenes } from './scenes.js';

/** Processes start slowly on a busy machine; nothing here depends on it. */
const timeout = 10 * 60_000;

let child: Awaited<ReturnType<typeof bundleChild>>;
beforeAll(async () => {
  child = await bundleChild();
});
afterAll(() => child.remove());

/** What is wrong after a process died once, in the middle of its first page of products. */
async function told(flaw?: Flaw): Promise<string[]> {
  const scene = scenes[1] as (typeof scenes)[number];
  const stage: Stage = { scene, script: child.path, folder: createFolder(), ...(flaw && { flaw }) };
  const [unbroken] = await runUnbroken(stage, 1);
  const end = unbroken?.points.find(({ name }) => /: commit products \d+ is written$/.test(name));
  if (!unbroken || !end) throw new Error('nothing writes products');
  const { state, missed } = await runBroken(stage, 0, 'broken', [end]);
  expect(missed).toEqual([]);
  return differences(state, unbroken.state);
}

test('a sound store is as if nothing had died', { timeout }, async () => {
  expect(await told()).toEqual([]);
});

test.each(Object.keys(flaws) as Flaw[])('a store where %s is caught', { timeout }, async flaw => {
  expect(await told(flaw)).not.toEqual([]);
});
