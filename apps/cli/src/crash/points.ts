import { appendFileSync } from 'node:fs';
import type { Host, PageCommit, Run, Storage } from '@cartograph/core';

/** Where a process ends itself, the `nth` time that it gets there. */
export interface Point {
  readonly name: string;
  /** From 1. */
  readonly nth: number;
}

export interface Points {
  /** Passes a point, or ends the process there as a loss of power does: nothing is closed, nothing flushed. */
  reach(name: string): Promise<void>;
  /** The same in the middle of what cannot wait. */
  reachNow(name: string): void;
  /** The stream that is worked on from now on: it tells apart what is asked for in several streams. */
  enter(stream: string): void;
}

/** Notes the name of every point in the file, one a line. */
export function createPoints(log: string | null, end: Point | null, atEnd: () => Promise<void> | null): Points {
  const passed = new Map<string, number>();
  let place = 'before any stream';
  const isEnd = (words: string): boolean => {
    const name = `${place}: ${words}`;
    const nth = (passed.get(name) ?? 0) + 1;
    passed.set(name, nth);
    if (log !== null) appendFileSync(log, `${name}\n`);
    return name === end?.name && nth === end.nth;
  };
  return {
    async reach(name) {
      if (isEnd(name)) await atEnd();
    },
    reachNow(name) {
      if (isEnd(name)) void atEnd();
    },
    enter(stream) {
      place = stream;
    },
  };
}

/** Every request has a point before it is sent. */
export const pointsInFetch =
  ({ reach }: Points, fetch: Host['fetch']): Host['fetch'] =>
  async (input, init) => {
    const { url, method = 'GET' } = input instanceof Request ? input : { url: String(input), ...init };
    const { pathname, search } = new URL(url);
    await reach(`${method} ${decodeURIComponent(pathname + search)}`);
    return fetch(input, init);
  };

/** Writes of content, each a transaction. */
const transactions = ['commit', 'meet', 'sweep', 'replay'] as const satisfies readonly (keyof Storage)[];

/** What else is written. A process that dies after one of these leaves what one leaves that dies at the next point. */
const notes = ['saveConnection', 'saveRun', 'acquireLease'] as const satisfies readonly (keyof Storage)[];

type Written = Partial<PageCommit> & { readonly ids?: readonly string[]; run?(result: never): Run };

/** Every write has a point before it; a transaction of content has two in its middle and one after it, too. */
export function pointsInStorage({ reach, reachNow, enter }: Points, storage: Storage): Storage {
  const nameOf = (write: string, { stream, natives, ids, checkpoint }: Written): string => {
    const first = natives?.at(0)?.native.id ?? ids?.at(0) ?? checkpoint?.window?.resume;
    return [write, stream, first].filter(word => word !== undefined && word !== null).join(' ');
  };
  const noted = notes.map(write => [
    write,
    async (argument: Written, ...more: never[]) => {
      await reach(`${nameOf(write, argument)} begins`);
      if (argument.stream !== undefined) enter(argument.stream);
      return storage[write](argument as never, ...more);
    },
  ]);
  const transacted = transactions.map(write => [
    write,
    async (argument: Written) => {
      const name = nameOf(write, argument);
      await reach(`${name} begins`);
      const result = await storage[write](interrupted(argument, words => reachNow(`${name} ${words}`)) as never);
      await reach(`${name} is done`);
      return result;
    },
  ]);
  return { ...storage, ...Object.fromEntries([...noted, ...transacted]) };
}

/** The same, with points where the transaction takes its last record, and where all is written and nothing is committed. */
function interrupted(argument: Written, reach: (words: string) => void): Written {
  const { natives, run } = argument;
  return {
    ...argument,
    ...(run && {
      run: (result: never) => {
        reach('is written');
        return run(result);
      },
    }),
    ...(natives && {
      natives: natives.map((normalized, position) => ({
        native: normalized.native,
        get records() {
          if (position === natives.length - 1) reach('is half written');
          return normalized.records;
        },
      })),
    }),
  };
}
