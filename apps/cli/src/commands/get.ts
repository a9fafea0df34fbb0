import { ConfigError } from '@cartograph/core';
import { type CommonOptions, chooseConnections, createApp } from '../app.js';
import type { Shell } from '../shell.js';
import { readResource } from './resource.js';

export interface GetOptions extends CommonOptions {
  readonly connection: string;
  readonly native?: boolean;
}

export async function get(shell: Shell, resourceName: string, id: string, options: GetOptions): Promise<void> {
  const app = createApp(shell, options);
  const resource = readResource(resourceName);
  const { connection } = options;
  const found = await app.withStorage(async storage => {
    await chooseConnections(storage, [connection]);
    return options.native ? storage.nativeOf(connection, resource, id) : storage.record(connection, resource, id);
  });
  if (found === null) throw new ConfigError(`${connection} has no ${resource} with the id "${id}"`);
  if (app.terminal.json) app.terminal.printJson(found);
  else app.terminal.print(JSON.stringify(found, null, 2));
}
