/** Asks for pages before they are wanted, at most `ahead` of them at a time. */
export interface ReadAhead<Answer> {
  /** One page; a page that was prepared is not asked for again. */
  read(page: number): Promise<Answer>;
  /** Asks for the pages from `first` on, none beyond `last`. */
  prepare(first: number, last: number): void;
  /** Ends what nobody will read. */
  stop(): void;
}

export function readAhead<Answer>(
  fetchPage: (page: number, signal: AbortSignal) => Promise<Answer>,
  ahead: number,
): ReadAhead<Answer> {
  const stopping = new AbortController();
  const prepared = new Map<number, Promise<Answer>>();
  const ask = (page: number) => fetchPage(page, stopping.signal);
  return {
    read(page) {
      const waiting = prepared.get(page) ?? ask(page);
      prepared.delete(page);
      return waiting;
    },
    prepare(first, last) {
      for (let page = first; page <= Math.min(last, first + ahead - 1); page += 1) {
        if (prepared.has(page)) continue;
        const answer = ask(page);
        // Its failure is the reader's, when it comes to that page; until then nobody else listens.
        answer.catch(() => {});
        prepared.set(page, answer);
      }
    },
    stop: () => stopping.abort(new Error('nobody reads these pages any more')),
  };
}
