import { once } from 'node:events';
import { ConfigError } from '@cartograph/core';
import { type CommonOptions, createApp } from '../app.js';
import { startServer } from '../sandbox/server.js';
import { createSimulator } from '../sandbox/simulators.js';
import type { Shell } from '../shell.js';

export interface SandboxOptions extends CommonOptions {
  readonly port: string;
  readonly orders: string;
  readonly seed: string;
  readonly later: string;
}

/** Serves until SIGTERM or Ctrl-C. The line on standard output says that it is ready, and how to connect to it. */
export async function sandbox(shell: Shell, platform: string, options: SandboxOptions): Promise<void> {
  const { terminal, signal } = createApp(shell, options);
  const started = performance.now();
  const simulator = createSimulator(platform, {
    orders: readCount('--orders', options.orders),
    seed: readCount('--seed', options.seed),
    elapsedMs: () => performance.now() - started,
  });
  simulator.advance(readCount('--later', options.later));
  const { url, close } = await startServer(simulator, readCount('--port', options.port));
  terminal.printJson({ platform, url, config: simulator.config(url) });
  if (!signal.aborted) await once(signal, 'abort');
  await close();
}

function readCount(option: string, text: string): number {
  const count = Number(text);
  if (text.trim() !== '' && Number.isSafeInteger(count) && count >= 0) return count;
  throw new ConfigError(`${option} takes a whole number from 0, and not "${text}"`);
}
