import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instantPattern, isInstant, isPositive, positivePattern } from './scalars.js';

/** Texts of the characters of an instant or amount, and ones that are off by a character. */
const near = (example: string, alphabet: string) => {
  const character = fc.constantFrom(...alphabet);
  const off = fc.tuple(fc.nat(example.length), fc.nat(2), fc.string({ unit: character, maxLength: 2 }));
  return fc.oneof(
    off.map(([at, cut, put]) => example.slice(0, at) + put + example.slice(at + cut)),
    fc.string({ unit: character, maxLength: 30 }),
  );
};

const instants = fc.oneof(
  near('2026-01-31T09:30:00Z', '0123456789-:TZ. é'),
  near('2026-01-31T09:30:00.123456Z', '0123456789-:TZ. é'),
);

describe('what is told by the codes of characters', () => {
  test('is an instant where the pattern says so', () => {
    fc.assert(
      fc.property(instants, text => isInstant(text) === instantPattern.test(text)),
      { numRuns: 2000 },
    );
    expect(isInstant('2026-01-31T09:30:00.5Z')).toBe(true);
  });

  test('is an amount of at least zero where the pattern says so', () => {
    fc.assert(
      fc.property(near('120.05', '0123456789-.e '), text => isPositive(text) === positivePattern.test(text)),
      {
        numRuns: 2000,
      },
    );
    expect(isPositive('0.5')).toBe(true);
  });
});
