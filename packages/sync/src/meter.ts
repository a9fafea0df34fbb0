import type { Host } from '@cartograph/core';

/** Counts what goes over the wire, without knowing what it is. */
export interface Meter {
  readonly host: Host;
  readonly counts: { requests: number; limited: number };
}

export function meterHost(host: Host): Meter {
  const counts = { requests: 0, limited: 0 };
  const fetch: typeof globalThis.fetch = async (input, init) => {
    counts.requests++;
    const response = await host.fetch(input, init);
    if (response.status === 429) counts.limited++;
    return response;
  };
  return { host: { ...host, fetch }, counts };
}
