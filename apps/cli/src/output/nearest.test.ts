import { expect, test } from 'vitest';
import { nearest } from './nearest.js';

const known = ['status', 'statusRaw', 'totals', 'totals.grand', 'lines[0].sku'];

test('the word that was most likely meant is found', () => {
  expect(nearest('totals.grnd', known)).toBe('totals.grand');
  expect(nearest('statsu', known)).toBe('status');
  expect(nearest('STATUSRAW', known)).toBe('statusRaw');
});

test('nothing is guessed from a word that is far from all', () => {
  expect(nearest('weather', known)).toBeNull();
  expect(nearest('x', [])).toBeNull();
});
