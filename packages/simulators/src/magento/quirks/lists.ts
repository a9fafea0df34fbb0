import { createRandom } from '../../random.js';
import type { OwnQuirk } from '../quirks.js';

/** How this installation pages and counts. */
export interface ListingRules {
  /** What lies beyond the last page: the last page again, for ever, or nothing. */
  readonly pastEnd: 'repeat' | 'empty';
  readonly emptyItems: 'array' | 'null';
  /** Web API input limits: the largest page, beyond which a request is refused. Null: no limit and no default size. */
  readonly maxPageSize: number | null;
  /** Rows a page at most, without a word. */
  readonly cap: number;
  /** The total that is told; undefined where none is. */
  readonly count: (total: number, rows: number) => number | undefined;
  /** Puts rows that are equal by the first order in another order each time; null leaves them to the further orders. */
  readonly shuffle: (() => (one: string, other: string) => number) | null;
  /** Told of every answer that a quirk changed. */
  readonly disturbed: () => void;
}

interface Switches {
  readonly has: (name: OwnQuirk) => boolean;
  readonly seed: number;
  readonly disturbed: () => void;
}

const smallPage = 20;

export function listingRules(
  options: {
    readonly pastEnd?: 'repeat' | 'empty';
    readonly emptyItems?: 'array' | 'null';
    readonly maxPageSize?: number;
  },
  { has, seed, disturbed }: Switches,
): ListingRules {
  return {
    pastEnd: options.pastEnd ?? (has('last-page-repeated') ? 'repeat' : 'empty'),
    emptyItems: options.emptyItems ?? (has('null-items') ? 'null' : 'array'),
    maxPageSize: options.maxPageSize ?? (has('input-limits') ? smallPage : null),
    cap: has('capped-page-size') ? smallPage : Number.POSITIVE_INFINITY,
    count: has('wrong-counts') ? wrongCounts(disturbed) : total => total,
    shuffle: has('unsorted-ties') ? shuffler(seed) : null,
    disturbed,
  };
}

function wrongCounts(disturbed: () => void): ListingRules['count'] {
  const ways: readonly ListingRules['count'][] = [
    total => Math.floor(total / 2),
    total => total + 7,
    (_, rows) => rows,
    () => undefined,
  ];
  let told = 0;
  return (total, rows) => {
    disturbed();
    return ways[told++ % ways.length]?.(total, rows);
  };
}

function shuffler(seed: number): () => (one: string, other: string) => number {
  let asked = 0;
  return () => {
    const random = createRandom(seed, 31_000_000 + asked++);
    const lots = new Map<string, number>();
    const lotOf = (id: string): number => {
      const lot = lots.get(id) ?? random.next();
      lots.set(id, lot);
      return lot;
    };
    return (one, other) => lotOf(one) - lotOf(other);
  };
}
