import { createRandom } from '../random.js';
import type { RequestCounts } from '../simulator.js';
import type { Fetch, Quirk, QuirkProfile, QuirkWorld } from './quirk.js';
import { sharedQuirks } from './shared.js';
import { createStrikes } from './strikes.js';

/** The quirks that are switched on in one shop. */
export interface Quirks<Name extends string> {
  has(name: Name): boolean;
  /** Puts the quirks between the reader and the shop, and counts what is asked and answered. */
  around(shop: Fetch, front: Front): Fetch;
}

export interface Front extends Pick<QuirkWorld, 'now'> {
  readonly seed: number;
  /** Where it is left out, no time passes however long a quirk takes. */
  readonly sleep?: QuirkWorld['sleep'] | undefined;
  readonly counts: RequestCounts;
}

const atOnce = () => Promise.resolve();
/** A number for each name, so that no two quirks draw the same lots. */
const saltOf = (name: string): number => [...name].reduce((salt, letter) => salt * 31 + letter.charCodeAt(0), 7) | 0;

const named = ({ name, description }: Quirk): QuirkProfile => ({ name, description });

/** The profiles that every platform has. */
export const sharedProfiles: readonly QuirkProfile[] = sharedQuirks.map(named);

/** The profiles of a platform: what every platform may have, and its own. */
export const profilesOf = (own: readonly Quirk[]): readonly QuirkProfile[] => [...sharedProfiles, ...own.map(named)];

/** Throws a RangeError that lists the profiles there are when a name is none of them. */
export function chooseQuirks<Name extends string>(
  platform: string,
  own: readonly Quirk<Name>[],
  names: readonly string[] = [],
): Quirks<Name> {
  const known: readonly Quirk[] = [...sharedQuirks, ...own];
  const unknown = names.find(name => !known.some(quirk => quirk.name === name));
  if (unknown !== undefined) {
    const list = known.map(({ name }) => name).join(', ');
    throw new RangeError(`${platform} has no quirk profile "${unknown}"; it has ${list}`);
  }
  const chosen = known.filter(({ name }) => names.includes(name));
  return {
    has: name => names.includes(name),
    around(shop, { seed, now, sleep = atOnce, counts }) {
      const strikes = createStrikes();
      const disturbed = () => {
        counts.disturbed += 1;
      };
      const wrapped = chosen.reduce<Fetch>((next, { name, wrap }) => {
        const random = createRandom(seed, saltOf(name));
        const strike = strikes.chooser(createRandom(seed, saltOf(`${name} strikes`)).next);
        const strikesAndCounts = (request: Request) => {
          const struck = strike(request);
          if (struck) disturbed();
          return struck;
        };
        return wrap?.(next, { random, now, sleep, strikes: strikesAndCounts, disturbed }) ?? next;
      }, shop);
      return async request => {
        counts.requests += 1;
        strikes.arrive(request);
        const response = await wrapped(request);
        if (response.status === 429) counts.limited += 1;
        return response;
      };
    },
  };
}
