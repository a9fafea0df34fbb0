import { EventEmitter } from 'node:events';
import { Readable } from 'node:stream';
import { expect } from 'vitest';
import type { Shell } from '../shell.js';
import { type Captured, createCaptured } from './captured.js';

/** A shell whose outputs are remembered, and whose user is the test. */
export interface TestShell extends Shell {
  readonly stdout: Captured;
  readonly stderr: Captured;
  /** As Ctrl-C and SIGTERM do. */
  stop(signal: 'SIGINT' | 'SIGTERM'): void;
}

export function createTestShell(env: NodeJS.ProcessEnv = {}, stdin = ''): TestShell {
  const signals = new EventEmitter();
  return {
    stdin: Readable.from([stdin]),
    stdout: createCaptured(),
    stderr: createCaptured(),
    env,
    exitCode: 0,
    on: (signal, listener) => signals.on(signal, listener),
    exit: code => expect.unreachable(`exit ${code}`),
    stop: signal => signals.emit(signal),
  };
}
