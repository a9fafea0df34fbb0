import { findConnector } from '@cartograph/connectors';
import { ConfigError, type Connection } from '@cartograph/core';
import { atCadence, type Cadence } from '@cartograph/sync';
import type { App } from './app.js';

const units: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 60 * 60_000, d: 24 * 60 * 60_000 };

/** From `10m` for all streams and `orders=2m` for one. Throws a ConfigError for a stream that none of the connections has. */
export function readCadence(given: readonly string[], connections: readonly Connection[]): Cadence {
  const known = new Set(connections.flatMap(({ platform }) => Object.keys(findConnector(platform).streams)));
  let everyMs: number | null = null;
  const byStream = new Map<string, number>();
  for (const text of given) {
    const [, stream = null, count, unit = ''] = /^(?:([^=]+)=)?(\d+)([smhd])$/.exec(text) ?? [];
    const ms = Number(count) * (units[unit] ?? 0);
    if (!(ms > 0))
      throw new ConfigError(
        `--every takes a time (90s, 10m, 2h, 1d) for all streams, or stream=time for one, and not "${text}"`,
      );
    if (stream === null ? everyMs !== null : byStream.has(stream))
      throw new ConfigError(`--every ${text}: this is said twice`);
    if (stream !== null && !known.has(stream))
      throw new ConfigError(`--every ${text}: there is no stream "${stream}"; there is ${[...known].join(', ')}`);
    if (stream === null) everyMs = ms;
    else byStream.set(stream, ms);
  }
  return { everyMs, byStream };
}

/** Opens connections whose streams are read as often as was told. */
export const openAt =
  ({ unsealed }: Pick<App, 'unsealed'>, cadence: Cadence): App['unsealed'] =>
  connection => {
    const { connector, config } = unsealed(connection);
    return { connector: atCadence(connector, cadence), config };
  };
