import type { Connector, Stream } from '@cartograph/core';

/** How often streams are read, where that is not as often as their connector says. */
export interface Cadence {
  /** Of streams that are not named; null leaves them as they are. */
  readonly everyMs: number | null;
  readonly byStream: ReadonlyMap<string, number>;
}

/** The connector with streams of that cadence, for `watch` and `freshnessOf`. How often they are swept stays. */
export function atCadence(connector: Connector, { everyMs, byStream }: Cadence): Connector {
  const paced = (name: string, stream: Stream): Stream => ({
    ...stream,
    everyMs: byStream.get(name) ?? everyMs ?? stream.everyMs,
  });
  const streams = Object.entries(connector.streams).map(([name, stream]) => [name, paced(name, stream)] as const);
  return { ...connector, streams: Object.fromEntries(streams) };
}
