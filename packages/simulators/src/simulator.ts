/** A platform's API in memory, with a seeded shop behind it. */
export interface Simulator {
  readonly platform: string;
  /** Answers as the platform would; host and port of the URL are ignored, so it can stand behind any address. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** The connection settings for this shop when it is reached at `origin` (`http://127.0.0.1:8801`). */
  config(origin: string): Record<string, unknown>;
  /** The native ids now in each collection (`orders`, `products`…): what a complete reading must have met. */
  truth(): Readonly<Record<string, readonly string[]>>;
  /** Lets the shop live on by `events` new happenings (orders, payments, refunds, cancellations, edits) and moves its clock. */
  advance(events: number): void;
  /** Replaces the body that is served for one record, to see how a reader takes it. */
  tamper(collection: string, id: string, change: (body: unknown) => unknown): void;
  readonly counts: RequestCounts;
}

/** A simulator of a platform that sends webhooks. */
export interface SendingSimulator extends Simulator {
  /** Resolves when every webhook that was sent has been answered. */
  settled(): Promise<void>;
}

export interface RequestCounts {
  /** Requests answered, refusals included. */
  requests: number;
  /** Of these, how many were answered 429. */
  limited: number;
  /** Of these, how many a quirk profile spoiled or answered in the shop's place. */
  disturbed: number;
}

export interface SimulatorOptions {
  /** Equal seeds make equal shops. */
  readonly seed?: number;
  /** Orders in the shop's history, before any `advance`. */
  readonly orders?: number;
  /**
   * Milliseconds since the simulator was made. The shop's clock is the end of its history plus this; a simulator never
   * reads real time itself.
   */
  readonly elapsedMs?: () => number;
  /** Lets time pass for quirks that are slow. Without it they take no time. */
  readonly sleep?: (ms: number) => Promise<void>;
  /**
   * Takes the webhooks of a platform that sends them. The shop goes on without waiting for the answer. Without it,
   * nothing is sent.
   */
  readonly deliver?: (request: Request) => Promise<Response>;
  /** Names of quirk profiles, each of them on from the beginning. Unknown ones are refused with a RangeError. */
  readonly profiles?: readonly string[];
}
