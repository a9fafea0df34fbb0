import { createHost, createRateBudgets } from '@cartograph/connector-kit';
import { findConnector } from '@cartograph/connectors';
import { ConfigError, type Connection, type Connector, type Host, parseConfig, type Storage } from '@cartograph/core';
import { createSqliteStorage } from '@cartograph/storage';
import { readEnv } from './env.js';
import { createInterrupt } from './interrupt.js';
import { createLogger } from './logger.js';
import { createTerminal, type Terminal } from './output/terminal.js';
import { loadKey, loadOrMakeKey } from './secrets/key.js';
import { seal, unseal } from './secrets/seal.js';
import type { Shell } from './shell.js';

/** Options that every command has. */
export interface CommonOptions {
  readonly db?: string;
  readonly json?: boolean;
}

/** What a command works with. */
export interface App {
  readonly database: string;
  readonly terminal: Terminal;
  readonly signal: AbortSignal;
  readonly host: Host;
  /** Opens the database for `work` and closes it after, whatever happens. */
  withStorage<Result>(work: (storage: Storage) => Promise<Result>): Promise<Result>;
  sealSettings(connectionId: string, settings: unknown): string;
  /** As they were given. */
  unsealedSettings(connection: Pick<Connection, 'id' | 'settings'>): unknown;
  /** A connection's connector with its settings, unsealed and checked. */
  unsealed(connection: Connection): { readonly connector: Connector; readonly config: unknown };
}

export function createApp(shell: Shell, options: CommonOptions): App {
  const env = readEnv(shell.env);
  const database = options.db ?? env.database;
  const signal = createInterrupt(shell);
  const host = createHost({ logger: createLogger(env.logLevel, shell.stderr), signal });
  return {
    database,
    signal,
    terminal: createTerminal(options.json ?? false, shell.stdout, shell.stderr),
    // What a command reads side by side of one shop shares that shop's quota.
    host: { ...host, budgets: createRateBudgets({ host }) },
    withStorage: async work => {
      const storage = createSqliteStorage({ path: database });
      try {
        return await work(storage);
      } finally {
        await storage.close();
      }
    },
    sealSettings: (id, settings) => seal(JSON.stringify(settings), loadOrMakeKey(env.key, database), id),
    unsealedSettings: ({ id, settings }) => JSON.parse(unseal(settings, loadKey(env.key, database), id)),
    unsealed: ({ id, platform, settings }) => {
      const connector = findConnector(platform);
      return {
        connector,
        config: parseConfig(connector, JSON.parse(unseal(settings, loadKey(env.key, database), id))),
      };
    },
  };
}

/** The connections of these names, or all. Throws a ConfigError for a name that is not stored, and when there is none at all. */
export async function chooseConnections(storage: Storage, names: readonly string[]): Promise<readonly Connection[]> {
  const all = await storage.connections();
  const known = all.map(({ id }) => id);
  if (known.length === 0) throw new ConfigError('there is no connection yet: add one with "cartograph connect"');
  const unknown = names.find(name => !known.includes(name));
  if (unknown !== undefined) throw new ConfigError(`there is no connection "${unknown}"; there is ${known.join(', ')}`);
  return names.length === 0 ? all : all.filter(({ id }) => names.includes(id));
}
