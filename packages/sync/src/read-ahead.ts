/** Asks for the next item while the caller still works on this one: the network and the database work side by side. */
export async function* readAhead<Item>(source: AsyncIterable<Item>): AsyncGenerator<Item> {
  const iterator = source[Symbol.asyncIterator]();
  let upcoming = iterator.next();
  // The caller meets the failure when it gets there; until then it must not count as unhandled.
  upcoming.catch(() => {});
  try {
    for (let item = await upcoming; !item.done; item = await upcoming) {
      upcoming = iterator.next();
      upcoming.catch(() => {});
      yield item.value;
    }
  } finally {
    await iterator.return?.();
  }
}
