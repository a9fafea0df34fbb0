import { describe, expect, test } from 'vitest';
import { createCaptured } from '../testing/captured.js';
import { createTerminal } from './terminal.js';

const start = (asSeen: { isTTY?: boolean; columns?: number } = {}, now = () => 0) => {
  const [stdout, stderr] = [createCaptured(asSeen), createCaptured(asSeen)];
  return { stdout, stderr, terminal: createTerminal(true, stdout, stderr, now) };
};

test('results go to standard output, everything else to standard error', () => {
  const { terminal, stdout, stderr } = start();
  terminal.say('working');
  terminal.progress('1 of 2');
  terminal.print('done');
  expect(stdout.text()).toBe('done\n');
  expect(stderr.text()).toBe('working\n1 of 2\n');
});

test('a JSON result is one line', () => {
  const { terminal, stdout } = start();
  terminal.printJson({ text: 'two\nlines' });
  expect(stdout.text()).toBe('{"text":"two\\nlines"}\n');
});

describe('progress where a person watches', () => {
  test('replaces its line, and leaves none behind', () => {
    const { terminal, stderr } = start({ isTTY: true, columns: 80 });
    terminal.progress('1 of 2');
    terminal.progress('2 of 2');
    terminal.print('done');
    expect(stderr.text()).toBe('\r\x1b[K1 of 2\r\x1b[K2 of 2\r\x1b[K');
  });

  test('is cut to the width of the terminal, so that it never wraps', () => {
    const { terminal, stderr } = start({ isTTY: true, columns: 10 });
    terminal.progress('0123456789');
    expect(stderr.text()).toBe('\r\x1b[K012345678');
  });
});

describe('progress in a file or a pipe', () => {
  test('is a line every two seconds at most', () => {
    let time = 10_000;
    const { terminal, stderr } = start({}, () => time);
    terminal.progress('first');
    time += 1999;
    terminal.progress('too soon');
    time += 1;
    terminal.progress('second');
    expect(stderr.text()).toBe('first\nsecond\n');
  });
});
