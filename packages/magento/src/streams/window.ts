import type { FailedRecord, ReadQuery } from '@cartograph/core';
import type { Filter } from '../client/criteria.js';
import type { ListPage } from '../client/listing.js';
import { byChange, type Position, placeOf, type Sequence } from './position.js';
import { createRescue, type Rescue, type RescuedListing } from './rescue.js';
import { criteriaAfter, type Step, stepInSecond, stepInTime, type Window } from './steps.js';

export interface WindowPage<Item> {
  readonly items: readonly Item[];
  readonly failed: readonly FailedRecord[];
  /** Where the reading stands after the page; null when nothing follows. */
  readonly next: Position | null;
  /** Records from where this reading began to its end; null where the shop does not say. */
  readonly total: number | null;
}

interface WindowOptions<Item> {
  readonly listing: RescuedListing<Item>;
  readonly query: Pick<ReadQuery, 'since' | 'until'>;
  /** Where to go on; null reads from the start. */
  readonly after: Position | null;
  readonly filters?: readonly Filter[];
  /** By change unless told. */
  readonly sequence?: Sequence;
}

/** Pages asked for at the same time. */
const together = 3;

/**
 * Every record of the window in the order of its feed. Each step asks for what follows the last second met and for what of
 * that second was not met yet, so nothing is lost when records come and go meanwhile, nor when the shop sorts those of one
 * second as it likes. The end is an empty page, or one that the shop surely did not cut short.
 */
export async function* readWindow<Item>(options: WindowOptions<Item>): AsyncGenerator<WindowPage<Item>> {
  const { listing, query, filters = [], sequence = byChange } = options;
  const reading: Reading<Item> = { window: { query, filters, sequence }, rescue: createRescue(listing) };
  let coming = readBatch(reading, { position: options.after, page: 1, ahead: 0, left: null });
  let total: number | null | undefined;
  for (;;) {
    const batch = await coming;
    total ??= batch.pages[0]?.total ?? null;
    const steps = stepsOf(reading, batch);
    const request = following(reading, batch, steps);
    if (request !== null) {
      coming = readBatch(reading, request);
      // Its failure is met when it is waited for; a reader that has gone meets none.
      coming.catch(() => {});
    }
    for (const [index, { items, next }] of steps.entries()) {
      const isLast = request === null && index === steps.length - 1;
      const position = next ?? batch.position;
      yield { items, failed: index === 0 ? batch.failed : [], next: isLast ? null : position, total };
    }
    if (request === null) return;
  }
}

interface Reading<Item> {
  readonly window: Window;
  readonly rescue: Rescue<Item>;
}

interface Asked {
  readonly position: Position | null;
  /** Beyond 1 only past pages of which no record tells its place. */
  readonly page: number;
  /** Further pages that are asked for at the same time. */
  readonly ahead: number;
  /** Records that are to come, as far as is known. */
  readonly left: number | null;
}

interface Batch<Item> extends Asked {
  readonly pages: readonly ListPage<Item>[];
  readonly failed: readonly FailedRecord[];
}

async function readBatch<Item>({ window, rescue }: Reading<Item>, asked: Asked): Promise<Batch<Item>> {
  const criteria = criteriaAfter(window, asked.position);
  const coming = rescue.first({ ...criteria, page: asked.page });
  const further = Array.from({ length: asked.ahead }, (_, index) =>
    // One that fails is asked for again in its turn, and fails for its reader then.
    rescue.list({ ...criteria, page: index + 2 }).catch(() => null),
  );
  const [first, ...others] = await Promise.all([coming, ...further]);
  const pages: ListPage<Item>[] = [first];
  for (const page of others) {
    const before = pages.at(-1);
    if (!before || !page || first.total !== asked.left || !follows(before, page, window.sequence)) break;
    pages.push(page);
  }
  return { ...asked, pages, failed: first.failed };
}

/**
 * Whether a page begins where the one before it ends: both were counted by one size, the shop counts as many records, so none
 * has left and moved the others up, and no second lies on both.
 */
function follows(before: ListPage<unknown>, page: ListPage<unknown>, sequence: Sequence): boolean {
  const isFull = before.items.length === before.pageSize && page.pageSize === before.pageSize;
  const [last, first] = [placeOf(before.items.at(-1), sequence).at, placeOf(page.items[0], sequence).at];
  return isFull && page.total === before.total && last !== null && first !== null && last < first;
}

/** Pages count until one ends in a second that is read on its own. */
function stepsOf<Item>({ window }: Reading<Item>, { position, pages }: Batch<Item>): Step<Item>[] {
  const steps: Step<Item>[] = [];
  let from = position;
  for (const { items, isLast } of pages) {
    if (from !== position && from?.upTo != null) break;
    const inSecond = from !== null && from.upTo !== null;
    const step: Step<Item> = inSecond
      ? stepInSecond(items, isLast, window, from as Position)
      : isLast
        ? { items, next: null }
        : stepInTime(items, window, from);
    steps.push(step);
    from = step.next ?? from;
  }
  return steps;
}

/** What is asked for after a batch; null at the end. */
function following<Item>(
  { window, rescue }: Reading<Item>,
  { position, page, pages }: Batch<Item>,
  steps: readonly Step<Item>[],
): Asked | null {
  const [last, lastPage] = [steps.at(-1), pages[steps.length - 1]];
  if (!last || !lastPage) return null;
  if (last.next === null) {
    // Nothing of it tells its place: the page after it may.
    const isOver = lastPage.isLast || lastPage.total === null || page * lastPage.pageSize >= lastPage.total;
    return isOver ? null : { position, page: page + 1, ahead: 0, left: null };
  }
  const known = pages.slice(0, steps.length).reduce((count, { items }) => count + items.length, 0);
  const total = pages[0]?.total ?? null;
  const left = total === null || page > 1 ? null : total - known;
  const isSteady = window.query.until !== null && last.next.upTo === null && !rescue.isCareful();
  const pagesLeft = left === null || !isSteady ? 1 : Math.ceil(left / lastPage.pageSize);
  return { position: last.next, page: 1, ahead: Math.min(together, Math.max(1, pagesLeft)) - 1, left };
}
