/** Tells one item of a list from another. */
export type IdOf<Item> = (item: Item) => string | number;

/**
 * Recognizes the page that came just before: some platforms repeat their last page for ever, or ignore the page asked for.
 * By first id, last id and length where ids are given, otherwise by the content of the first and the last item.
 */
export function createRepetitionGuard<Item>(idOf: IdOf<Item> | undefined) {
  let previous: string | null = null;
  const mark = (item: Item | undefined) => (item === undefined || idOf === undefined ? item : idOf(item));
  return (items: readonly Item[]): boolean => {
    const current = JSON.stringify([items.length, mark(items[0]), mark(items.at(-1))]);
    const repeated = current === previous;
    previous = current;
    return repeated;
  };
}
