/** Tells one item of a list from another. */
export type IdOf<Item> = (item: Item) => string | number;

/**
 * Recognizes the page that came just before: some platforms repeat their last page for ever, or ignore the page asked for.
 * By first id, last id and length where ids are given, otherwise by the content of the first and the last item.
 */
export function createRepetitionGuard<Item>(idOf: IdOf<Item> | undefined) {
  let previous: readonly Item[] | null = null;
  const mark = (item: Item | undefined) => (item === undefined || idOf === undefined ? item : idOf(item));
  const textOf = (items: readonly Item[]) => JSON.stringify([mark(items[0]), mark(items.at(-1))]);
  return (items: readonly Item[]): boolean => {
    const before = previous;
    previous = items;
    return before?.length === items.length && textOf(before) === textOf(items);
  };
}
