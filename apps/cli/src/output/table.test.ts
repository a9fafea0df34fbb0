import { describe, expect, test } from 'vitest';
import { figure, table } from './table.js';

test('words stand at the left, figures at the right, and nothing trails', () => {
  expect(
    table(
      ['shop', 'orders', 'state'],
      [
        ['one', '1,200', 'ready'],
        ['another', '7', ''],
      ],
    ),
  ).toBe(['shop     orders  state', '───────  ──────  ─────', 'one       1,200  ready', 'another       7'].join('\n'));
});

test('a column of figures may have gaps and stays at the right', () => {
  expect(
    table(['net'], [['-12.50'], ['–'], [''], ['100%']])
      .split('\n')
      .slice(2),
  ).toEqual(['-12.50', '     –', '', '  100%']);
});

test('a column with one word in it stands at the left', () => {
  expect(
    table(['id'], [['7'], ['W-12']])
      .split('\n')
      .slice(2),
  ).toEqual(['7', 'W-12']);
});

test('a table without rows is its head', () => {
  expect(table(['id', 'name'], [])).toBe('id  name\n──  ────');
});

test('a row that is too short has empty cells', () => {
  expect(table(['id', 'name'], [['x']]).split('\n')[2]).toBe('x');
});

describe('columns stay in line', () => {
  test.each([
    ['with combined characters, which stand above each other', 'Zoe\u0308 Cafe\u0301', 8],
    ['with Chinese, Japanese and Korean, which are two columns wide', '東京ストア한', 12],
    ['with emoji', '🛍️ 🎁 shop', 10],
  ])('%s', (_, name, columns) => {
    const [, line, row, plain] = table(
      ['', ''],
      [
        [name, '|'],
        ['x'.repeat(20), '|'],
      ],
    ).split('\n');
    expect(line).toBe(`${'─'.repeat(20)}  ─`);
    expect(row).toBe(`${name}${' '.repeat(22 - columns)}|`);
    expect(plain).toBe(`${'x'.repeat(20)}  |`);
  });
});

test('a line break or another control character in a cell does not break the table', () => {
  expect(table(['name'], [['two\nlines\tand \u001b[31mred']]).split('\n')[2]).toBe('two lines and  [31mred');
});

describe('a figure', () => {
  test.each([
    [1234567, 0, '1,234,567'],
    ['1234567.5', 2, '1,234,567.50'],
    ['-1234.567', 2, '-1,234.567'],
    ['0', 2, '0.00'],
    ['999', 0, '999'],
    ['0.123456', 0, '0.123456'],
    [1000, 3, '1,000.000'],
  ])('%s with at least %i decimals is %s', (value, decimals, shown) => {
    expect(figure(value, decimals)).toBe(shown);
  });
});
