import { once } from 'node:events';
import { type CommonOptions, createApp } from '../app.js';
import { startServer } from '../sandbox/server.js';
import { createSimulator } from '../sandbox/simulators.js';
import type { Shell } from '../shell.js';
import { readCount } from './count.js';

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
