import { bisect, type Salvage } from '@cartograph/connector-kit';
import type { Page } from './api.js';
import { byPage, collect, isShort, itemsOfPages, pageLimit } from './pages.js';

/** One page of what belongs to these ids. */
export type ListByIds<Item> = (ids: readonly number[], page: number) => Promise<Page<Item>>;

/**
 * What belongs to some ids. Where one page does not hold it, the ids are halved, since later pages shift when a row goes;
 * where it cannot be served, until the id that makes it fail stands alone.
 */
export async function readByIds<Item>(ids: readonly number[], list: ListByIds<Item>): Promise<Salvage<Item>> {
  const items: Item[] = [];
  const failed: Salvage<Item>['failed'][number][] = [];
  for (let from = 0; from < ids.length; from += pageLimit) {
    const found = await salvage(ids.slice(from, from + pageLimit), list);
    items.push(...found.items);
    failed.push(...found.failed);
  }
  return { items, failed };
}

async function salvage<Item>(ids: readonly number[], list: ListByIds<Item>): Promise<Salvage<Item>> {
  const read = async (part: readonly number[]): Promise<readonly Item[]> => {
    if (part.length === 1) return collect(itemsOfPages(byPage(page => list(part, page))));
    const { items, perPage } = await list(part, 1);
    if (isShort(items, perPage)) return items;
    const halves = await Promise.all(halved(part).map(read));
    return halves.flat();
  };
  try {
    return { items: await read(ids), failed: [] };
  } catch (error) {
    return bisect(ids, error, { read, split: halved, name: async ([id]) => String(id) });
  }
}

const halved = (ids: readonly number[]): (readonly number[])[] => {
  const middle = Math.ceil(ids.length / 2);
  return ids.length < 2 ? [] : [ids.slice(0, middle), ids.slice(middle)];
};
