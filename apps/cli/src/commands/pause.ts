import { paused, resumed } from '@cartograph/core';
import { type CommonOptions, chooseConnections, createApp } from '../app.js';
import type { Shell } from '../shell.js';

export interface PauseOptions extends CommonOptions {
  readonly because?: string;
}

/** Leaves a shop alone until it is resumed. What was read of it stays. */
export async function pause(shell: Shell, name: string, { because, ...options }: PauseOptions): Promise<void> {
  const app = createApp(shell, options);
  const pausedBecause = because ?? 'it was paused by hand';
  await app.withStorage(async storage => {
    const [connection] = await chooseConnections(storage, [name]);
    if (!connection) return;
    const at = app.host.now().toISOString();
    await storage.saveConnection(paused(connection, pausedBecause), at);
  });
  if (app.terminal.json) app.terminal.printJson({ name, pausedBecause });
  else app.terminal.print(`${name} is paused: ${pausedBecause}. "cartograph resume ${name}" goes on.`);
}

export async function resume(shell: Shell, name: string, options: CommonOptions): Promise<void> {
  const app = createApp(shell, options);
  await app.withStorage(async storage => {
    const [connection] = await chooseConnections(storage, [name]);
    if (!connection) return;
    await storage.saveConnection(resumed(connection), app.host.now().toISOString());
  });
  if (app.terminal.json) app.terminal.printJson({ name, pausedBecause: null });
  else app.terminal.print(`${name} is read again: "cartograph sync ${name}" does it now.`);
}
