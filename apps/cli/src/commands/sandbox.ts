import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { ConfigError } from '@cartograph/core';
import { type CommonOptions, createApp } from '../app.js';
import { table } from '../output/table.js';
import type { Terminal } from '../output/terminal.js';
import { startServer } from '../sandbox/server.js';
import { createSimulator, profilesOf, sandboxPlatforms } from '../sandbox/simulators.js';
import type { Shell } from '../shell.js';
import { readCount } from './count.js';

export interface SandboxOptions extends CommonOptions {
  readonly port: string;
  readonly orders: string;
  readonly seed: string;
  readonly later: string;
  readonly profile?: readonly string[];
  readonly profiles?: boolean;
}

/** Serves until SIGTERM or Ctrl-C. The line on standard output says that it is ready, and how to connect to it. */
export async function sandbox(shell: Shell, platform: string | undefined, options: SandboxOptions): Promise<void> {
  const { terminal, signal } = createApp(shell, options);
  if (options.profiles) return listProfiles(terminal, platform === undefined ? sandboxPlatforms : [platform]);
  if (platform === undefined) throw new ConfigError(`name the platform: ${sandboxPlatforms.join(', ')}`);
  const started = performance.now();
  const simulator = createSimulator(platform, {
    orders: readCount('--orders', options.orders),
    seed: readCount('--seed', options.seed),
    elapsedMs: () => performance.now() - started,
    sleep: ms => setTimeout(ms, undefined, { ref: false }),
    profiles: options.profile ?? [],
  });
  simulator.advance(readCount('--later', options.later));
  const { url, close } = await startServer(simulator, readCount('--port', options.port));
  terminal.printJson({ platform, url, config: simulator.config(url) });
  if (!signal.aborted) await once(signal, 'abort');
  await close();
}

function listProfiles(terminal: Terminal, platforms: readonly string[]): void {
  const listed = platforms.map(platform => [platform, profilesOf(platform)] as const);
  if (terminal.json) terminal.printJson({ profiles: Object.fromEntries(listed) });
  for (const [platform, profiles] of terminal.json ? [] : listed) {
    const rows = profiles.map(({ name, description }) => [name, description]);
    terminal.print(`${table([platform, 'what the shop does'], rows)}\n`);
  }
}
