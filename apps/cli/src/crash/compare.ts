import type { State } from './state.js';

const mostTold = 3;

/** How a state differs from another, in a few lines; empty where they are equal. */
export function differences(broken: State, unbroken: State): string[] {
  return Object.keys(unbroken).flatMap(part => {
    const [is, shouldBe] = [broken, unbroken].map(state => entriesOf(state[part as keyof State]));
    const keys = [...new Set([...(is?.keys() ?? []), ...(shouldBe?.keys() ?? [])])];
    const wrong = keys.filter(key => is?.get(key) !== shouldBe?.get(key));
    return wrong
      .slice(0, mostTold)
      .map(key => `${part} ${key} of ${wrong.length} is ${is?.get(key)} and should be ${shouldBe?.get(key)}`);
  });
}

/** Shops tell their own address, and each history has a shop at another port. */
const port = /127\.0\.0\.1:\d+/g;

const entriesOf = (part: State[keyof State]): Map<string, string> =>
  new Map(Object.entries(part).map(([key, value]) => [key, JSON.stringify(value).replaceAll(port, 'shop')]));
