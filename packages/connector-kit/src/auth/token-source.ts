/** `expiresInMs` counts from the answer's request; null when the token does not expire. */
export interface FetchedToken {
  readonly token: string;
  readonly expiresInMs: number | null;
}

export interface TokenSourceOptions {
  readonly fetchToken: () => Promise<FetchedToken>;
  readonly now: () => Date;
  /** How long before its expiry a token is replaced; never more than half of its life. */
  readonly earlyMs: number;
}

/** Hands out one token to all callers, and fetches another when it is about to expire or was refused. */
export interface TokenSource {
  /** Callers at the same time share one fetch; when it fails all of them fail, and the next caller tries anew. */
  get(): Promise<string>;
  /** Forgets the token, unless another has replaced it since: of many callers refused with one token, one fetch follows. */
  invalidate(token: string): void;
}

export function createTokenSource({ fetchToken, now, earlyMs }: TokenSourceOptions): TokenSource {
  let current: { readonly token: string; readonly staleAt: number } | null = null;
  let fetching: Promise<string> | null = null;

  const fetchNext = async () => {
    const askedAt = now().getTime();
    const { token, expiresInMs } = await fetchToken();
    const life = expiresInMs ?? Number.POSITIVE_INFINITY;
    current = { token, staleAt: askedAt + life - Math.min(earlyMs, life / 2) };
    return token;
  };

  return {
    async get() {
      if (current !== null && now().getTime() < current.staleAt) return current.token;
      fetching ??= fetchNext().finally(() => {
        fetching = null;
      });
      return fetching;
    },
    invalidate(token) {
      if (current?.token === token) current = null;
    },
  };
}
