/** Pages in their order, some of them asked for before they are wanted. */
export interface ReadAhead<Answer> {
  /** The page after the one read before, or the first. */
  read(page: number): Promise<Answer>;
  /** Asks for up to `ahead` pages from `next` on, none beyond `last`. */
  prepare(next: number, last: number): void;
  /** Ends what nobody will read. */
  stop(): void;
}

/** Of a reader that asks for nothing ahead: its pages end with the reading itself. A signal of its own costs as much as a small answer. */
const unending = new AbortController().signal;

export function readAhead<Answer>(
  fetchPage: (page: number, signal: AbortSignal) => Promise<Answer>,
  ahead: number,
): ReadAhead<Answer> {
  const stopping = ahead > 0 ? new AbortController() : null;
  const prepared: Promise<Answer>[] = [];
  const ask = (page: number) => fetchPage(page, stopping?.signal ?? unending);
  return {
    read: page => prepared.shift() ?? ask(page),
    prepare(next, last) {
      for (let page = next + prepared.length; page <= Math.min(last, next + ahead - 1); page += 1) {
        const answer = ask(page);
        // Its failure is the reader's, when it comes to that page; until then nobody else listens.
        answer.catch(() => {});
        prepared.push(answer);
      }
    },
    stop: () => stopping?.abort(new Error('nobody reads these pages any more')),
  };
}
