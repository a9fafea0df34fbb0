/** Begins the work on the next items while the reader is busy with one; at most `ahead` of them, in order. */
export async function* mapAhead<Item, Result>(
  items: AsyncIterable<Item>,
  ahead: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const begun: Promise<Result>[] = [];
  for await (const item of items) {
    const result = work(item);
    // Its failure is met in its turn; a reader that has gone meets none.
    result.catch(() => {});
    begun.push(result);
    while (begun.length > ahead) yield begun.shift() as Promise<Result>;
  }
  while (begun.length > 0) yield begun.shift() as Promise<Result>;
}
