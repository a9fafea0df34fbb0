import { randomUUID } from 'node:crypto';
import { ConfigError, ConflictError, type Connection, type Connector, type Host, type Storage } from '@cartograph/core';
import { type SyncOptions, syncConnection } from '@cartograph/sync';
import type { RunWish, SettingsVault } from './route.js';

export interface RunnerOptions {
  readonly storage: Storage;
  readonly connectors: readonly Connector[];
  readonly host: Host;
  readonly settings: Pick<SettingsVault, 'unseal'>;
  /** Who holds the leases of the runs: the process. */
  readonly holder?: NonNullable<SyncOptions['holder']>;
}

export interface Runner {
  start(connection: Connection, wish: RunWish): Promise<string>;
  /** Resolves when what was started has ended; the host's signal makes it end soon. */
  ended(): Promise<void>;
}

/** Runs that are asked for, in the background, one at a time for each connection. */
export function createRunner({ storage, connectors, host, settings, holder }: RunnerOptions): Runner {
  const running = new Map<string, Promise<unknown>>();
  return {
    async start(connection, { full, streams }) {
      const { id } = connection;
      if (running.has(id)) throw new ConflictError(`A run of "${id}" is under way: wait for its end`);
      if (connection.pausedByUser)
        throw new ConflictError(`"${id}" is paused (${connection.pausedBecause}): resume it first`);
      const connector = connectors.find(one => one.id === connection.platform);
      if (connector === undefined) throw new ConfigError(`There is no connector for ${connection.platform}`);
      const config = settings.unseal(connection);
      const runId = randomUUID();
      const options = { connection, connector, config, storage, host, runId, full };
      const run = syncConnection({ ...options, ...(streams ? { streams } : {}), ...(holder ? { holder } : {}) })
        .catch(error => host.logger.error({ connectionId: id, runId, error }, 'a run broke off'))
        .finally(() => running.delete(id));
      running.set(id, run);
      return runId;
    },
    async ended() {
      await Promise.all(running.values());
    },
  };
}
