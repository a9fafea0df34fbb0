import { ConfigError } from '@cartograph/core';
import { expect, test } from 'vitest';
import { readCount } from './count.js';

test.each([
  ['0', 0],
  ['1200', 1200],
  [' 7 ', 7],
])('"%s" is the number %i', (text, count) => {
  expect(readCount('--orders', text)).toBe(count);
});

test.each(['', ' ', 'many', '-1', '1.5', '1e99', 'Infinity'])('"%s" is refused, and the option is named', text => {
  const read = () => readCount('--orders', text);
  expect(read).toThrow(ConfigError);
  expect(read).toThrow(`--orders takes a whole number from 0, and not "${text}"`);
});

test('a number may have to be larger than zero', () => {
  expect(() => readCount('--orders', '0', 1)).toThrow('--orders takes a whole number from 1, and not "0"');
});
