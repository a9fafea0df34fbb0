import { type DataType, streamsOf } from '@cartograph/codat';
import { isCommerceError } from '@cartograph/core';
import type { Services } from '../route.js';
import type { AskedRuns } from './datasets.js';
import type { CodatConnection } from './directory.js';

export interface Refresher {
  readonly asked: AskedRuns;
  /** The id of the run; null where one is under way, or the connection is not authorized. */
  start(connection: CodatConnection, streams: readonly string[]): Promise<string | null>;
  /** Reads these data types of all connections that are linked; passes over one that is being read. */
  refresh(connections: readonly CodatConnection[], wanted: readonly DataType[]): Promise<void>;
}

/** Starts runs for clients, and remembers which one they asked for last. */
export function createRefresher({ startRun }: Pick<Services, 'startRun'>): Refresher {
  const asked = new Map<string, { readonly runId: string; readonly streams: readonly string[] }>();

  async function start({ stored }: CodatConnection, streams: readonly string[]): Promise<string | null> {
    if (stored === null) return null;
    try {
      const runId = await startRun(stored, { full: false, streams });
      asked.set(stored.id, { runId, streams });
      return runId;
    } catch (error) {
      if (isCommerceError(error) && error.code === 'conflict') return null;
      throw error;
    }
  }

  return {
    asked,
    start,
    async refresh(connections, wanted) {
      for (const connection of connections.filter(isLinked)) {
        const streams = new Set(wanted.flatMap(dataType => streamsOf(connection.connector, dataType)));
        if (streams.size > 0) await start(connection, [...streams]);
      }
    },
  };
}

export const isLinked = ({ status }: CodatConnection): boolean => status === 'Linked';
