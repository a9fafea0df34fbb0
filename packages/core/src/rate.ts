/** Who waits for a request to a shop, the first before the others: a person, a run for what is new, a run for what is old. */
export const lanes = ['interactive', 'incremental', 'backfill'] as const;
export type Lane = (typeof lanes)[number];

/** What one answer says about the rate. A field that the platform does not send is null. */
export interface RateObservation {
  /** How many requests a window allows. */
  readonly limit: number | null;
  /** How many of them are left, this one already taken off. */
  readonly remaining: number | null;
  /** Milliseconds until the window starts anew. */
  readonly resetMs: number | null;
  /** Milliseconds for which the platform wants no request at all. */
  readonly retryAfterMs: number | null;
  /** The platform's clock when it answered, in milliseconds since 1970 and cut to the second: its Date header. */
  readonly answeredAtMs?: number | null;
  /** Set when the request was refused because there were too many; `asked` where the platform said how long to wait. */
  readonly refusal?: { readonly asked: boolean } | null;
}

/** At most so many requests in any span of `windowMs`, wherever the span starts. */
export interface RateLimit {
  readonly requests: number;
  readonly windowMs: number;
}

/** What is known of a shop's quota before its first answer. */
export interface RateSettings {
  /** Several may hold at once, such as so many a second and so many an hour. */
  readonly limits?: readonly RateLimit[] | undefined;
  /** Requests at the same time. */
  readonly concurrency?: number | undefined;
  /** The platform's answers say what is left; until the first has come, one request goes at a time. */
  readonly announced?: boolean | undefined;
}

export interface PlaceOptions {
  /** Interactive unless told. */
  readonly lane?: Lane | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Rejects as soon as it is known that the place comes later than this from now. */
  readonly patienceMs?: number | undefined;
  /** For a request that another one waits for while it holds its place (a token): past the line, held up by pauses alone. */
  readonly ahead?: boolean | undefined;
}

/** Paces every request of one shop's quota; whoever shares the quota shares the budget. */
export interface RateBudget {
  /** Waits for a place. Rejects with the signal's reason when it aborts, and with WaitTooLong when patience does not last. */
  acquire(options?: PlaceOptions): Promise<void>;
  /** Exactly once for each place acquired: what its answer said, or null when none came. */
  observe(observation: RateObservation | null): void;
  /** How many refusals in a row one more would make; those that came during one pause count as one. */
  nextRefusal(): number;
  /** Keeps to these limits as well as to its own: what different connections to one shop were told holds for all. */
  keepTo(settings: RateSettings): void;
}

/** One budget a shop, for everything that a process does. */
export interface RateBudgets {
  /** The budget of a quota, by a name that two shops never share. */
  of(quota: string, settings: RateSettings): RateBudget;
}
