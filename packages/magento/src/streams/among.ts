import { bisect, mayBePoisoned, type Salvage } from '@cartograph/connector-kit';
import { chunksOf } from '../client/among.js';
import type { MagentoCall } from '../client/api.js';
import type { SearchCriteria } from '../client/criteria.js';
import type { Listing } from '../client/listing.js';

/** While a failure is narrowed down, requests are repeated less often. */
const narrowing: MagentoCall = { retries: 3 };

interface Among extends Pick<SearchCriteria, 'filters' | 'fields' | 'pageSize'> {
  readonly field: string;
  readonly values: readonly (string | number)[];
}

/**
 * Every record of a list whose field is one of some values, some hundred of them a request. `failed` names the values whose
 * records the shop cannot serve.
 */
export async function readAmong<Item>(
  { iterate, list, key }: Listing<Item>,
  { field, values, filters = [], ...criteria }: Among,
): Promise<Salvage<Item>> {
  const read = async (part: readonly string[], patience?: MagentoCall) => {
    const among = { field, condition: 'in' as const, value: part.join(',') };
    const found: Item[] = [];
    for await (const item of iterate({ ...criteria, filters: [[among], ...filters] }, patience)) found.push(item);
    return found;
  };
  const control = () => list({ filters: [[{ field: key, condition: 'null', value: 1 }]], pageSize: 1 });
  const salvage = async (chunk: readonly string[]): Promise<Salvage<Item>> => {
    try {
      return { items: await read(chunk), failed: [] };
    } catch (error) {
      await proveServed(error, control);
      return bisect(chunk, error, {
        read: part => read(part, narrowing),
        split: halves,
        name: async ([value = null]) => value,
        control,
      });
    }
  };
  const all = await Promise.all(chunksOf(values).map(salvage));
  return { items: all.flatMap(({ items }) => items), failed: all.flatMap(({ failed }) => failed) };
}

/** Throws the failure where the list does not even serve what holds no record. */
export async function proveServed(error: unknown, control: () => Promise<unknown>): Promise<void> {
  if (!mayBePoisoned(error)) throw error;
  await control().catch(() => {
    throw error;
  });
}

const halves = (part: readonly string[]): string[][] => {
  const middle = Math.ceil(part.length / 2);
  return part.length < 2 ? [] : [part.slice(0, middle), part.slice(middle)];
};
