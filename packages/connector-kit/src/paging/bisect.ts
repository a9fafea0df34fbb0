import { type FailedRecord, isCommerceError } from '@cartograph/core';

/** How a list can be asked for in parts: pages of a size, ranges of ids, spans of time. */
export interface Narrowing<Part, Item> {
  /** The items of one part, in order. It pays to repeat such a request less often than others before giving up. */
  readonly read: (part: Part) => Promise<readonly Item[]>;
  /** The smaller parts that a part consists of, in order; none where it holds one record, or nothing smaller can be asked for. */
  readonly split: (part: Part) => readonly Part[];
  /** The id under which `find` knows the record that stands alone in a part; null where it cannot be learnt. */
  readonly name: (part: Part) => Promise<string | null>;
  /** A request to the same list that has to succeed while the platform works; by default the last part that did is read again. */
  readonly control?: (() => Promise<unknown>) | undefined;
  /** When more parts than this fail at a time the platform is out of order, not a record; 10 by default. */
  readonly mostFailed?: number | undefined;
}

export interface Salvage<Item> {
  readonly items: readonly Item[];
  readonly failed: readonly FailedRecord[];
}

interface Tried<Part, Item> {
  readonly part: Part;
  readonly items: readonly Item[];
  readonly error: unknown;
}

/** A failure that one record can cause for a whole page: a server error that repeating did not mend, or 404 for a list. */
export function mayBePoisoned(error: unknown): boolean {
  if (!isCommerceError(error)) return false;
  const { status } = error.context;
  if (error.code === 'transport') return typeof status === 'number' && status !== 503;
  return error.code === 'request' && status === 404;
}

/**
 * Narrows a part that fails until each record that makes it fail stands alone; everything else arrives. Throws `error`, the
 * failure of the whole part, where it is the platform that fails, or where a record cannot be told by its name: nothing is
 * passed over in silence.
 */
export async function bisect<Part, Item>(
  whole: Part,
  error: unknown,
  narrowing: Narrowing<Part, Item>,
): Promise<Salvage<Item>> {
  if (!mayBePoisoned(error)) throw error;
  const attempt = async (part: Part): Promise<Tried<Part, Item>> => {
    try {
      return { part, items: await narrowing.read(part), error: null };
    } catch (failure) {
      if (!mayBePoisoned(failure)) throw failure;
      return { part, items: [], error: failure };
    }
  };
  const narrowed = await narrow(whole, error, attempt, narrowing);
  await prove(narrowed, error, narrowing);
  const items: Item[] = [];
  const failed: FailedRecord[] = [];
  for (const tried of narrowed) {
    // Once more, now that the platform is known to work: it may have been out of order for a while.
    const last = tried.error === null ? tried : await attempt(tried.part);
    items.push(...last.items);
    if (last.error === null) continue;
    const id = await narrowing.name(last.part);
    if (id === null) throw error;
    failed.push({ id, reason: last.error instanceof Error ? last.error.message : String(last.error) });
  }
  return { items, failed };
}

/** Level by level, so that an outage shows before many requests are spent on it. */
async function narrow<Part, Item>(
  whole: Part,
  error: unknown,
  attempt: (part: Part) => Promise<Tried<Part, Item>>,
  { split, mostFailed = 10 }: Narrowing<Part, Item>,
): Promise<readonly Tried<Part, Item>[]> {
  let level: readonly Tried<Part, Item>[] = [{ part: whole, items: [], error }];
  for (let goesOn = true; goesOn; ) {
    goesOn = false;
    const next: Tried<Part, Item>[] = [];
    for (const tried of level) {
      const parts = tried.error === null ? [] : split(tried.part);
      if (parts.length === 0) next.push(tried);
      for (const part of parts) next.push(await attempt(part));
      goesOn ||= parts.length > 0;
    }
    if (next.filter(tried => tried.error !== null).length > mostFailed) throw error;
    level = next;
  }
  return level;
}

/** That the list is served at all: without such a proof every record of an outage would be set aside. */
async function prove<Part, Item>(
  narrowed: readonly Tried<Part, Item>[],
  error: unknown,
  { control, read }: Narrowing<Part, Item>,
): Promise<void> {
  const good = narrowed.findLast(tried => tried.error === null);
  if (control) await control();
  else if (good) await read(good.part);
  else throw error;
}
