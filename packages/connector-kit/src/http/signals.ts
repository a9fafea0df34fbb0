/** One signal for several, or none for none. */
export interface JoinedSignals {
  readonly signal: AbortSignal | undefined;
  /** Lets go of them: a long-lived signal must not collect a listener for every request. */
  release(): void;
}

export function joinSignals(...signals: readonly (AbortSignal | undefined)[]): JoinedSignals {
  const given = signals.filter(signal => signal !== undefined);
  if (given.length < 2) return { signal: given[0], release: () => {} };
  const controller = new AbortController();
  const releases = given.map(signal => {
    const follow = () => controller.abort(signal.reason);
    if (signal.aborted) follow();
    signal.addEventListener('abort', follow, { once: true });
    return () => signal.removeEventListener('abort', follow);
  });
  return {
    signal: controller.signal,
    release: () => {
      for (const release of releases) release();
    },
  };
}
