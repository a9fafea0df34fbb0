/** Which requests a quirk spoils. */
export interface Strikes {
  /** To be told of every request before any quirk sees it. */
  arrive(request: Request): void;
  /** Whether one quirk, which draws from a stream of its own, spoils this request. */
  chooser(draw: () => number): (request: Request) => boolean;
}

const share = 1 / 6;
/** However few requests there are, this one is spoiled. */
const certain = 2;
/** After one was spoiled: others who ask for the same, or what else it is refused for, do not take the place of its repetition. */
const spares = 8;

const keyOf = ({ method, url }: Request): string => {
  const { pathname, search } = new URL(url);
  return `${method} ${pathname}${search}`;
};

/** A request is spoiled once, by one quirk, and spared when it is asked again; some times later it is like any other. */
export function createStrikes(): Strikes {
  const left = new Map<string, number>();
  const spared = new WeakSet<Request>();
  return {
    arrive(request) {
      const key = keyOf(request);
      const times = left.get(key);
      if (times === undefined) return;
      spared.add(request);
      if (times > 1) left.set(key, times - 1);
      else left.delete(key);
    },
    chooser(draw) {
      let seen = 0;
      return request => {
        if (spared.has(request)) return false;
        seen += 1;
        const chosen = draw() < share || seen === certain;
        if (chosen) {
          left.set(keyOf(request), spares);
          spared.add(request);
        }
        return chosen;
      };
    },
  };
}
