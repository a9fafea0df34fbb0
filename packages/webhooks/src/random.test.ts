import type { Storage } from '@cartograph/core';
import { createMemoryStorage, createSqliteStorage } from '@cartograph/storage';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recordTypeOf } from './record-types.js';
import { effort } from './testing/effort.js';
import type { Answer, Received } from './testing/endpoints.js';
import { createWorld, urlOf, type World } from './testing/world.js';

/** A process of its own over the store: it can be killed at any write, before or after it, and does nothing from then on. */
class Process {
  readonly #stopping = new AbortController();
  readonly #running: Promise<void>;
  #writesLeft = Number.POSITIVE_INFINITY;
  #dead = false;

  constructor(world: World) {
    this.#running = world.deliver(this.#stopping.signal, 1000, this.#mortal(world.storage));
  }

  get isDead(): boolean {
    return this.#dead;
  }

  /** It dies at its `nth` write from now; `done`: when that is committed. */
  killAt(nth: number, done: boolean): void {
    this.#writesLeft = nth + (done ? 0.5 : 0);
  }

  async stop(world: World): Promise<void> {
    this.#dead = true;
    this.#stopping.abort();
    await Promise.race([this.#running, world.pass(0)]);
  }

  #mortal(storage: Storage): Storage {
    const never = () => new Promise<never>(() => {});
    return {
      ...storage,
      lastSequence: () => (this.#dead ? never() : storage.lastSequence()),
      entries: kind => (this.#dead ? never() : storage.entries(kind)),
      entry: (kind, id) => (this.#dead ? never() : storage.entry(kind, id)),
      writeEntries: async write => {
        if (this.#dead) return never();
        this.#writesLeft -= 1;
        this.#dead = this.#writesLeft < 0.5;
        if (this.#writesLeft >= 0) await storage.writeEntries(write);
        return this.#dead ? never() : undefined;
      },
    };
  }
}

type Step =
  | { readonly kind: 'commit'; readonly connection: string; readonly names: Record<string, string | null> }
  | { readonly kind: 'run'; readonly connection: string }
  | { readonly kind: 'pass'; readonly seconds: number }
  | { readonly kind: 'kill'; readonly nth: number; readonly done: boolean }
  | { readonly kind: 'answers'; readonly consumer: number; readonly answers: readonly Answer[] };

const connection = fc.constantFrom('a', 'b');
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('commit' as const),
      connection,
      names: fc.dictionary(fc.constantFrom('p', 'q', 'r', 's'), fc.option(fc.constantFrom('1', '2', '3')), {
        minKeys: 1,
      }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('run' as const), connection }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('pass' as const), seconds: fc.integer({ min: 0, max: 400 }) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('kill' as const), nth: fc.nat(5), done: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('answers' as const),
      consumer: fc.nat(2),
      answers: fc.array(fc.constantFrom<Answer>(204, 500, 'no answer', 'silence'), { minLength: 1, maxLength: 4 }),
    }),
  },
);

const wishes = [{}, { connections: ['a'] }, { eventTypes: ['record.updated', 'record.deleted', 'run.completed'] }];

/** Plays the steps; whoever dies is followed by another process. Everything is mended at the end, and time passes. */
async function play(world: World, steps: readonly Step[]): Promise<{ readonly deaths: number }> {
  for (const id of ['a', 'b']) await world.connect(id);
  for (const [index, wish] of wishes.entries()) await world.consumer(`c${index}`, wish);
  let process = new Process(world);
  let deaths = 0;
  let runs = 0;
  const replace = async () => {
    if (!process.isDead) return;
    await process.stop(world);
    deaths += 1;
    process = new Process(world);
  };
  for (const step of steps) {
    await replace();
    if (step.kind === 'commit') await world.commit(step.connection, step.names);
    if (step.kind === 'run') await world.finishRun(step.connection, `run ${runs++}`);
    if (step.kind === 'pass') await world.pass(step.seconds * 1000);
    if (step.kind === 'kill') process.killAt(step.nth, step.done);
    if (step.kind === 'answers') {
      let turn = 0;
      world.endpoints.answers.set(urlOf(`c${step.consumer}`), () => step.answers[turn++ % step.answers.length] ?? 204);
    }
  }
  world.endpoints.answers.clear();
  // The second process waits until it is sure that the first is dead.
  for (let turn = 0; turn < 2; turn++) {
    await replace();
    for (const { id } of await world.consumers.list()) await world.consumers.change(id, { disabled: false });
    await world.pass(90_000);
  }
  await process.stop(world);
  return { deaths };
}

const isTaken = ({ status }: Received): boolean => status === 204;

/** What it took, in order and each message once: `change 3`, `run run 1`. */
function taken(received: readonly Received[]): readonly string[] {
  const messages = new Map(received.filter(isTaken).map(one => [one.id, JSON.parse(one.body)]));
  return [...messages.values()].flatMap(({ data }) =>
    data.records
      ? data.records.map(({ sequence }: { sequence: number }) => `change ${sequence}`)
      : [`run ${data.runId}`],
  );
}

/** What happened, as the consumer asked for it. */
async function expected(world: World, wish: (typeof wishes)[number]): Promise<readonly string[]> {
  const { connections, eventTypes } = wish as { connections?: string[]; eventTypes?: string[] };
  const isWanted = (type: string, connectionId: string | null) =>
    (eventTypes?.includes(type) ?? true) && (connections?.includes(connectionId ?? '') ?? true);
  const found: { readonly change: number; readonly event: number; readonly name: string }[] = [];
  for (const { sequence, kind, connectionId } of await world.changes())
    if (isWanted(recordTypeOf[kind], connectionId))
      found.push({ change: sequence, event: 0, name: `change ${sequence}` });
  for await (const { type, sequence, changes, connectionId, data } of world.storage.events({ since: 0 }))
    if (type === 'run.completed' && isWanted(type, connectionId))
      found.push({ change: changes, event: sequence, name: `run ${(data as { runId: string }).runId}` });
  return found.sort((one, other) => one.change - other.change || one.event - other.event).map(({ name }) => name);
}

const storages = [
  ['in memory', 50, createMemoryStorage],
  ['in SQLite', 10, () => createSqliteStorage({ path: ':memory:' })],
] as const;

test.each(storages)(
  '%s: whatever fails and whoever dies, everything is told in its order, the same under the same id, and again only where nobody knew',
  async (_name, runs, create) => {
    let deathsOfAll = 0;
    let repeatsOfAll = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async steps => {
        const world = createWorld({ storage: create() });
        const { deaths } = await play(world, steps);
        deathsOfAll += deaths;
        for (const [index, wish] of wishes.entries()) {
          const received = world.endpoints.at(urlOf(`c${index}`));
          expect(taken(received)).toEqual(await expected(world, wish));
          const bodies = new Map(received.map(({ id, body }) => [id, body]));
          expect(received.filter(({ id, body }) => bodies.get(id) !== body)).toEqual([]);
          const takings = received.filter(isTaken).map(({ id }) => id);
          const repeats = takings.length - new Set(takings).size;
          expect(repeats).toBeLessThanOrEqual(deaths);
          repeatsOfAll += repeats;
        }
      }),
      { numRuns: runs * effort },
    );
    expect(Math.min(deathsOfAll, repeatsOfAll)).toBeGreaterThan(0);
  },
);
