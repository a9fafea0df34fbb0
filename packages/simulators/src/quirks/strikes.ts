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

const keyOf = ({ method, url }: Request): string => {
  const { pathname, search } = new URL(url);
  return `${method} ${pathname}${search}`;
};

/** A request is spoiled once, by one quirk, and spared when it is asked again; later it is like any other. */
export function createStrikes(): Strikes {
  const struck = new Set<string>();
  const spared = new WeakSet<Request>();
  return {
    arrive(request) {
      if (struck.delete(keyOf(request))) spared.add(request);
    },
    chooser(draw) {
      let seen = 0;
      return request => {
        if (spared.has(request)) return false;
        seen += 1;
        const chosen = draw() < share || seen === certain;
        if (chosen) {
          struck.add(keyOf(request));
          spared.add(request);
        }
        return chosen;
      };
    },
  };
}
