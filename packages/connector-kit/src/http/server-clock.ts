/** The platform's clock, as far as its answers have told. */
export interface ServerClock {
  now(): Date;
  /** What the answer's Date header shows, in milliseconds since 1970; null when it has none. */
  observe(headers: Headers): number | null;
}

/**
 * A Date header is cut to the second and has traveled, so at its arrival the platform's clock shows at least that much.
 * The best such bound is kept: never ahead of the platform (a mark set by it loses no change), behind by under a second.
 */
export function createServerClock(now: () => Date): ServerClock {
  let offsetMs: number | null = null;
  return {
    now: () => new Date(now().getTime() + (offsetMs ?? 0)),
    observe(headers) {
      const sentAt = Date.parse(headers.get('date') ?? '');
      if (Number.isNaN(sentAt)) return null;
      offsetMs = Math.max(offsetMs ?? Number.NEGATIVE_INFINITY, sentAt - now().getTime());
      return sentAt;
    },
  };
}
