import type { Body } from '../bodies/body.js';

/** Small records that are kept as they are served, in the order in which they were made. */
export interface Table {
  /** The field that names a record. */
  readonly key: string;
  rows(): readonly Body[];
  get(id: unknown): Body | undefined;
  /** Puts a record in the place of the one with its id, or behind all others. */
  put(row: Body): Body;
  remove(id: unknown): boolean;
  /** One more than the highest number so far, removed ones included. */
  nextId(): number;
}

export function createTable(key: string, seeded: readonly Body[]): Table {
  const rows = new Map(seeded.map(row => [String(row[key]), row]));
  let highest = Math.max(0, ...seeded.map(row => Number(row[key])).filter(Number.isFinite));
  return {
    key,
    rows: () => [...rows.values()],
    get: id => rows.get(String(id)),
    put(row) {
      rows.set(String(row[key]), row);
      highest = Math.max(highest, Number(row[key]) || 0);
      return row;
    },
    remove: id => rows.delete(String(id)),
    nextId: () => highest + 1,
  };
}
