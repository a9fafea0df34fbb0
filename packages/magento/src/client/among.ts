import type { MagentoCall } from './api.js';
import type { Filter } from './criteria.js';
import type { Listing, Wanted } from './listing.js';

/** Values in one request: addresses have an end, at some 8,000 characters. */
const most = { values: 300, characters: 4000 };

/** A list is joined by commas, so a value that holds one cannot be asked for. */
export function chunksOf(values: Iterable<string | number>): string[][] {
  const split: string[][] = [];
  let characters = Number.POSITIVE_INFINITY;
  for (const value of new Set([...values].map(String))) {
    if (value === '' || value.includes(',')) continue;
    const last = split.at(-1);
    characters += value.length + 1;
    if (last && last.length < most.values && characters <= most.characters) last.push(value);
    else {
      split.push([value]);
      characters = value.length;
    }
  }
  return split;
}

export interface AmongOptions<Field extends string> extends Wanted<Field> {
  readonly field: Field;
  readonly values: readonly (string | number)[];
}

/** Every record whose field is one of some values, some hundred of them a request; a value with a comma by one of its own. */
export async function* among<Item, Field extends string>(
  listing: Listing<Item, Field>,
  { field, values, filters = [], ...wanted }: AmongOptions<Field>,
  call?: MagentoCall,
): AsyncGenerator<Item> {
  const alone = values.map(String).filter(value => value.includes(','));
  const groups: Filter<Field>[] = [
    ...chunksOf(values).map(chunk => ({ field, condition: 'in' as const, value: chunk })),
    ...alone.map(value => ({ field, value })),
  ];
  for (const group of groups) yield* listing.iterate({ ...wanted, filters: [[group], ...filters] }, call);
}

/** The whole of what is known to be small. */
export async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const collected: Item[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}
