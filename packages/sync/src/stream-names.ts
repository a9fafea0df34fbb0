import { type Connector, UnsupportedError } from '@cartograph/core';

/** The streams of these names, or all. Throws an UnsupportedError that lists those there are. */
export function streamNames({ title, streams }: Connector, wanted: readonly string[] | undefined): readonly string[] {
  const known = Object.keys(streams);
  const unknown = wanted?.find(name => !known.includes(name));
  if (unknown === undefined) return wanted ?? known;
  throw new UnsupportedError(`${title} has no stream "${unknown}"; it has ${known.join(', ')}`, { stream: unknown });
}
