import { EventEmitter } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createInterrupt } from './interrupt.js';

function createShell() {
  const signals = new EventEmitter();
  const exits: number[] = [];
  const shell = {
    on: (signal: string, listener: () => void) => signals.on(signal, listener),
    exit: (code: number) => exits.push(code),
  };
  return { shell, exits, send: (signal: string) => signals.emit(signal) };
}

test.each(['SIGINT', 'SIGTERM'])('%s asks the command to end', signal => {
  const { shell, exits, send } = createShell();
  const interrupt = createInterrupt(shell);
  expect(interrupt.aborted).toBe(false);
  send(signal);
  expect(interrupt.reason).toMatchObject({ message: `stopped by ${signal}` });
  expect(exits).toEqual([]);
});

test('a second one ends it at once', () => {
  const { shell, exits, send } = createShell();
  createInterrupt(shell);
  send('SIGINT');
  send('SIGINT');
  expect(exits).toEqual([130]);
});

test('any number of requests may wait for it, without a warning of Node', async () => {
  const warnings: Error[] = [];
  const hear = (warning: Error) => warnings.push(warning);
  process.on('warning', hear);
  const interrupt = createInterrupt(createShell().shell);
  for (let request = 0; request < 50; request++) interrupt.addEventListener('abort', () => request);
  await setImmediate();
  process.off('warning', hear);
  expect(warnings).toEqual([]);
});
