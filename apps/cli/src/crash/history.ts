import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findConnector } from '@cartograph/connectors';
import { startServer } from '../sandbox/server.js';
import type { Flaw } from './flaws.js';
import type { Job } from './job.js';
import type { Point } from './points.js';
import { start } from './process.js';
import { type Scene, shopAt, steps } from './scenes.js';
import { readState, type State } from './state.js';

/** What the histories of a scene have in common. */
export interface Stage {
  readonly scene: Scene;
  readonly script: string;
  readonly folder: string;
  readonly flaw?: Flaw;
}

/** A step that nothing broke. */
export interface Unbroken {
  /** The points in the order in which they were passed. */
  readonly points: readonly Point[];
  readonly state: State;
}

const before = (folder: string, position: number): string => join(folder, `before-${position}.db`);

/** Runs the first steps to their end, all unless told, and keeps the database as it was before each. */
export async function runUnbroken(stage: Stage, count = steps.length): Promise<readonly Unbroken[]> {
  const database = join(stage.folder, 'unbroken.db');
  const done: Unbroken[] = [];
  for (const position of steps.slice(0, count).keys()) {
    if (position > 0) copyFileSync(database, before(stage.folder, position));
    const log = join(stage.folder, `points-${position}`);
    const state = await inShop(stage, position, database, job => start(stage.script, { ...job, log }).ended);
    done.push({ points: pointsIn(readFileSync(log, 'utf8')), state });
  }
  return done;
}

export interface Broken {
  readonly state: State;
  /** Points at which no process came by: an earlier death made the next one take another way. */
  readonly missed: readonly Point[];
}

/** Runs one step, with a process that dies at each of the points, one after the other, and one that comes to the end. */
export async function runBroken(
  stage: Stage,
  position: number,
  name: string,
  points: readonly Point[],
): Promise<Broken> {
  const database = join(stage.folder, `${name}.db`);
  if (position > 0) copyFileSync(before(stage.folder, position), database);
  const missed: Point[] = [];
  const state = await inShop(stage, position, database, async job => {
    let finished = false;
    for (const end of points) {
      finished ||= (await start(stage.script, { ...job, end }).ended) !== null;
      if (finished) missed.push(end);
    }
    if (!finished) await start(stage.script, job).ended;
  });
  return { state, missed };
}

/** Does the work while the shop of the step can be reached, and tells what is in the database after. */
export async function inShop(
  { scene, flaw }: Stage,
  position: number,
  database: string,
  work: (job: Job) => Promise<unknown>,
): Promise<State> {
  const shop = shopAt(scene, position);
  const server = await startServer(shop, 0);
  const { at, full } = steps[position] as (typeof steps)[number];
  try {
    const config = { ...shop.config(server.url), ...scene.settings };
    await work({
      platform: scene.platform,
      config,
      database,
      at,
      full,
      log: null,
      end: null,
      hold: false,
      flaw: flaw ?? null,
    });
  } finally {
    await server.close();
  }
  return readState(database, findConnector(scene.platform), at);
}

function pointsIn(log: string): Point[] {
  const passed = new Map<string, number>();
  return log
    .trimEnd()
    .split('\n')
    .map(name => {
      const nth = (passed.get(name) ?? 0) + 1;
      passed.set(name, nth);
      return { name, nth };
    });
}
