import type { Random } from '../random.js';

export type Fetch = (request: Request) => Promise<Response>;

/** A way to misbehave that real deployments have, which can be switched on by its name. */
export interface QuirkProfile<Name extends string = string> {
  readonly name: Name;
  /** What the shop then does, and how long it lasts: one sentence without a full stop. */
  readonly description: string;
}

/**
 * A quirk that shows on the wire stands between the reader and the shop. One that lies in the shop itself has no `wrap`:
 * the simulator asks `quirks.has(name)`.
 */
export interface Quirk<Name extends string = string> extends QuirkProfile<Name> {
  readonly wrap?: (next: Fetch, world: QuirkWorld) => Fetch;
}

/** What a quirk is handed. */
export interface QuirkWorld {
  /** Equal seeds make equal quirks; each quirk has a stream of its own. */
  readonly random: Random;
  /** The shop's clock, in milliseconds since 1970. */
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /**
   * Whether to spoil this request: true for about one in six, chosen by the seed. Never for one that any quirk spoiled
   * when it was asked last, nor the next few times, so that a request that is repeated succeeds however many quirks are on.
   */
  strikes(request: Request): boolean;
  /** Counts a request that was spoiled otherwise. */
  disturbed(): void;
}
