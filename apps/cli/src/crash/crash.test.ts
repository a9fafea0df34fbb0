import { availableParallelism } from 'node:os';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { createFolder } from '../testing/folder.js';
import { bundleChild } from './bundle.js';
import './effort.js';
import { differences } from './compare.js';
import { runBroken, runUnbroken, type Stage } from './history.js';
import type { Point } from './points.js';
import { scenes, steps } from './scenes.js';

const effort = inject('propertyEffort');
/** Processes start slowly on a busy machine; nothing here depends on it. */
const timeout = 30 * 60_000 * effort;
/** In one history a process dies at every so-manieth point, so that each comes some way before the next death. */
const stride = 8;

let child: Awaited<ReturnType<typeof bundleChild>>;
beforeAll(async () => {
  child = await bundleChild();
});
afterAll(() => child.remove());

/** A step that is broken at some of its points. */
interface History {
  readonly position: number;
  readonly points: readonly Point[];
}

/** Does the work for every item, so many at a time as there are processors. */
async function inParallel<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const rest = items.values();
  const worker = async () => {
    for (const item of rest) await work(item);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
}

let deaths = 0;

describe.each(scenes)('a sync of $platform', scene => {
  test('that is killed at a request or a write, any of them, ends as one that never was', { timeout }, async () => {
    const stage: Stage = { scene, script: child.path, folder: createFolder() };
    const unbroken = await runUnbroken(stage);
    const wrong: string[] = [];
    let number = 0;

    /** Answers a history for each point at which nothing died: an earlier death made the next process take another way. */
    const tell = async (histories: readonly History[]): Promise<History[]> => {
      const missed: History[] = [];
      await inParallel(histories, async ({ position, points }) => {
        const broken = await runBroken(stage, position, `history-${++number}`, points);
        deaths += points.length - broken.missed.length;
        missed.push(...broken.missed.map(point => ({ position, points: [point] })));
        const shouldBe = unbroken[position]?.state;
        const told = shouldBe ? differences(broken.state, shouldBe) : ['there is no such step'];
        const where = `${steps[position]?.name} that was killed at ${points.map(({ name }) => name).join(', ')}`;
        if (told.length > 0) wrong.push(`${where}: ${told.join('; ')}`);
      });
      return missed;
    };

    const histories = unbroken.flatMap(({ points }, position): History[] => {
      const name = steps[position]?.name;
      if (effort === 1 && !scene.broken.some(broken => broken === name)) return [];
      return Array.from({ length: stride }, (_, first) => ({
        position,
        points: points.filter((_, index) => index % stride === first),
      }));
    });
    const alone = await tell(histories);
    expect(await tell(alone), 'points at which no process came by').toEqual([]);
    expect(wrong).toEqual([]);
  });
});

test('at least five hundred deaths were survived', () => {
  expect(deaths).toBeGreaterThanOrEqual(500);
});
