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
}

/** An answer that says nothing. */
export const tellsNothing: RateObservation = { limit: null, remaining: null, resetMs: null, retryAfterMs: null };
