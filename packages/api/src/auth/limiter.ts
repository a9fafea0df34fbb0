/** Where a key stands after a request. */
export interface Allowance {
  readonly allowed: boolean;
  readonly limit: number;
  readonly remaining: number;
  /** Until the next request is allowed; 0 where one is. */
  readonly retryAfterSeconds: number;
}

const minuteMs = 60_000;

/** A bucket a key that fills as time goes by and holds the requests of a minute. */
export function createLimiter(): (keyId: string, perMinute: number, nowMs: number) => Allowance {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return (keyId, perMinute, nowMs) => {
    const bucket = buckets.get(keyId) ?? { tokens: perMinute, at: nowMs };
    const filled = Math.min(perMinute, bucket.tokens + (Math.max(0, nowMs - bucket.at) * perMinute) / minuteMs);
    const allowed = filled >= 1;
    const tokens = allowed ? filled - 1 : filled;
    buckets.set(keyId, { tokens, at: nowMs });
    const retryAfterSeconds = allowed ? 0 : Math.ceil(((1 - tokens) * minuteMs) / perMinute / 1000);
    return { allowed, limit: perMinute, remaining: Math.floor(tokens), retryAfterSeconds };
  };
}
