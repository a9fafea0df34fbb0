import { internalError, noEntity } from '../protocol/errors.js';

interface Poisonable {
  readonly name: string;
  readonly rows: (scope: null) => readonly unknown[];
  readonly id: (row: never) => string;
}

export interface Poison {
  holds(collection: string, id: string): boolean;
  /** The refusal of every answer that would hold the record; null for one that can be served. */
  refusal(collection: string, id: string): Response | null;
}

const refusals: Readonly<Record<string, () => Response>> = {
  orders: noEntity,
  products: noEntity,
  creditmemos: internalError,
  shipments: internalError,
  customers: internalError,
};

/** One record of each of some collections, before some others of its kind and after some. */
export function createPoison(
  collections: readonly Poisonable[],
  isTampered: (collection: string, id: string) => boolean,
  disturbed: () => void,
): Poison {
  const poisoned = new Map<string, string>();
  for (const { name, rows, id } of collections) {
    const all = rows(null);
    const row = all[Math.floor(all.length * 0.4)];
    if (Object.hasOwn(refusals, name) && row !== undefined) poisoned.set(name, id(row as never));
  }
  const holds: Poison['holds'] = (collection, id) => poisoned.get(collection) === id && !isTampered(collection, id);
  return {
    holds,
    refusal(collection, id) {
      if (!holds(collection, id)) return null;
      disturbed();
      return refusals[collection]?.() ?? null;
    },
  };
}
