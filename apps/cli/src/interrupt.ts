import { setMaxListeners } from 'node:events';
import type { Shell } from './shell.js';

/** The user wants the command to end. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
  /** As shells have it: 128 and the number of the signal. */
  readonly exitCode: number;

  constructor(signal: keyof typeof numbers) {
    super(`stopped by ${signal}`);
    this.exitCode = 128 + numbers[signal];
  }
}

const numbers = { SIGINT: 2, SIGTERM: 15 } as const;

/** Aborts on the first Ctrl-C or SIGTERM, so that the page at hand is finished and the run is closed; a second one ends at once. */
export function createInterrupt(shell: Pick<Shell, 'on' | 'exit'>): AbortSignal {
  const controller = new AbortController();
  // Every request at work listens; beyond ten Node would print a warning of a leak.
  setMaxListeners(0, controller.signal);
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    shell.on(name, () => {
      const interrupted = new Interrupted(name);
      if (controller.signal.aborted) shell.exit(interrupted.exitCode);
      controller.abort(interrupted);
    });
  }
  return controller.signal;
}
