import { createApiKey, type Scope, scopes } from '@cartograph/api';
import { type ApiKey, ConfigError, type Storage } from '@cartograph/core';
import { type CommonOptions, chooseConnections, createApp } from '../app.js';
import { table } from '../output/table.js';
import type { Shell } from '../shell.js';
import { readCount } from './count.js';

export interface CreateKeyOptions extends CommonOptions {
  readonly scope: string;
  readonly connection?: readonly string[];
  readonly perMinute: string;
}

/** Makes a key and prints it: the only time that it is shown. */
export async function createKey(shell: Shell, name: string, options: CreateKeyOptions): Promise<void> {
  const app = createApp(shell, options);
  const { key, token } = createApiKey({
    name,
    scope: readScope(options.scope),
    connections: options.connection ?? null,
    requestsPerMinute: readCount('--per-minute', options.perMinute, 1),
    createdAt: app.host.now().toISOString(),
  });
  await app.withStorage(async storage => {
    if (options.connection) await chooseConnections(storage, options.connection);
    await storage.saveApiKey(key);
  });
  if (app.terminal.json) return app.terminal.printJson({ key: shown(key), token });
  app.terminal.print(token);
  app.terminal.say(`Key ${key.id} of "${name}" (${key.scope}). Keep it: it is not shown again.`);
}

export async function listKeys(shell: Shell, options: CommonOptions): Promise<void> {
  const app = createApp(shell, options);
  const keys = await app.withStorage(storage => storage.apiKeys());
  if (app.terminal.json) return app.terminal.printJson({ keys: keys.map(shown) });
  if (keys.length === 0) return app.terminal.print('No keys yet: make one with "cartograph keys create".');
  const rows = keys.map(({ id, name, scope, connections, requestsPerMinute, createdAt, revokedAt }) => [
    ...[id, name, scope, connections?.join(', ') ?? 'all', String(requestsPerMinute), createdAt],
    revokedAt === null ? 'good' : `revoked ${revokedAt}`,
  ]);
  app.terminal.print(table(['id', 'name', 'scope', 'connections', 'a minute', 'created', 'state'], rows));
}

/** From now on the key opens nothing. */
export async function revokeKey(shell: Shell, id: string, options: CommonOptions): Promise<void> {
  const app = createApp(shell, options);
  const key = await app.withStorage(storage => revoke(storage, id, app.host.now().toISOString()));
  if (app.terminal.json) return app.terminal.printJson({ key: shown(key) });
  app.terminal.print(`Key ${id} of "${key.name}" opens nothing any more.`);
}

async function revoke(storage: Storage, id: string, at: string): Promise<ApiKey> {
  const key = await storage.apiKey(id);
  if (key === null) throw new ConfigError(`there is no key "${id}": "cartograph keys list" shows them`);
  const revoked = { ...key, revokedAt: key.revokedAt ?? at };
  await storage.saveApiKey(revoked);
  return revoked;
}

const shown = ({ hash: _, ...key }: ApiKey): Omit<ApiKey, 'hash'> => key;

function readScope(text: string): Scope {
  const found = scopes.find(scope => scope === text);
  if (found) return found;
  throw new ConfigError(`--scope is one of ${scopes.join(', ')}, and not "${text}"`);
}
