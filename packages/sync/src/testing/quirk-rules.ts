import type { Connector, ResourceName } from '@cartograph/core';
import { createReplica, type ShopInMemory } from './replica.js';

/** `test` of any runner. */
type Test = (name: string, body: () => Promise<void>) => unknown;

interface Clock {
  readonly now: () => Date;
  readonly sleep: (ms: number) => Promise<void>;
  readonly elapsedMs: () => number;
}

/** A simulator, as far as the rules need it. */
interface QuirkyShop extends ShopInMemory {
  advance(events: number): void;
  truth(): Readonly<Record<string, readonly string[]>>;
  readonly counts: { readonly disturbed: number };
}

export interface QuirkSubject<Config> {
  readonly connector: Connector<Config>;
  readonly settings?: Partial<Config>;
  /** All quirk profiles of the platform. */
  readonly profiles: readonly { readonly name: string }[];
  /** Profiles that are tested alone only. */
  readonly alone?: readonly string[];
  /** How long a round lasts; an hour unless told. */
  readonly betweenMs?: number;
  readonly clock: () => Clock;
  /** A shop with some history, at which these profiles are on. */
  createShop(options: Clock & { readonly profiles: readonly string[] }): QuirkyShop;
  /** The ids of the records that there have to be, by what the shop says of itself; those that it cannot serve may be missing. */
  expected(
    truth: Readonly<Record<string, readonly string[]>>,
  ): Partial<Record<ResourceName, readonly string[] | undefined>>;
}

const rounds = 3;
const eventsARound = 15;
/** The profile that only those see to whom the shop sends webhooks. */
const unread = 'duplicate-webhooks';
/** The profile in which some records cannot be served. */
const poison = 'poisoned-record';
const hourMs = 3_600_000;
/** Of all that goes wrong together a call may have enough: its run ends and says so, and the next one goes on. */
const mostRunsTogether = 10;

/**
 * One test for each profile and one for all together: a first run, then edits and incremental runs. What is stored has to
 * be the shop's, record by record, and each profile has to have struck.
 */
export function quirkRules<Config>(test: Test, subject: QuirkSubject<Config>): void {
  const { connector, settings = {}, profiles, alone = [], betweenMs = hourMs } = subject;
  const names = profiles.map(({ name }) => name);

  const keepsUp = async (chosen: readonly string[], mostRuns = 1) => {
    const clock = subject.clock();
    const shop = subject.createShop({ ...clock, profiles: chosen });
    const replica = createReplica({ connector, shop, clock, settings });
    await replica.sync({ mostRuns });
    for (let round = 0; round < rounds; round += 1) {
      shop.advance(eventsARound);
      await clock.sleep(betweenMs);
      await replica.sync({ mostRuns });
    }
    if (chosen.some(name => name !== unread) && shop.counts.disturbed === 0)
      throw new Error(`nothing was disturbed by ${chosen}`);
    const fresh = createReplica({ connector, shop, clock, settings });
    await fresh.sync({ full: true, mostRuns });
    const unserved = await fresh.setAside();
    if (unserved.size > 0 && !chosen.includes(poison)) throw new Error(`set aside: ${[...unserved]}`);
    // What was stored of a record before it could no longer be served stays.
    const [kept, read] = [await replica.records(unserved), await fresh.records(unserved)];
    const lost = [...read].filter(([key, record]) => !same(kept.get(key), record)).map(([key]) => key);
    const surplus = [...kept.keys()].filter(key => !read.has(key));
    if (lost.length + surplus.length > 0) throw new Error(`lost or stale: ${lost}; gone but kept: ${surplus}`);
    for (const [resource, ids] of Object.entries(subject.expected(shop.truth()))) {
      const streams = Object.keys(connector.streams).filter(name => yields(connector, name, resource));
      const isServed = (id: string) => !streams.some(stream => unserved.has(`${stream} ${id}`));
      const stored = (await replica.ids(resource as ResourceName)).filter(isServed);
      const there = ids?.filter(isServed).toSorted();
      if (!same(stored, there)) throw new Error(`${resource}: ${stored} are stored, and there are ${there}`);
    }
  };

  for (const name of names) test(`keeps up with the shop through ${name}`, () => keepsUp([name]));
  test('keeps up with the shop through all of them together', () =>
    keepsUp(
      names.filter(name => !alone.includes(name)),
      mostRunsTogether,
    ));
}

const yields = ({ streams }: Pick<Connector, 'streams'>, stream: string, resource: string): boolean =>
  (streams[stream]?.yields as readonly string[] | undefined)?.includes(resource) ?? false;

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
