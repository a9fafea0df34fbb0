import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeUtf8 } from './utf8.js';

const bytesOf = (...parts: readonly (string | readonly number[])[]): Uint8Array<ArrayBuffer> => {
  const all = Buffer.concat(parts.map(part => (typeof part === 'string' ? Buffer.from(part) : Buffer.from([...part]))));
  return new Uint8Array(all);
};
const standard = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

const plain = (length: number) => 'x'.repeat(length);

test.each([
  ['nothing', bytesOf('')],
  ['ASCII of several blocks', bytesOf(plain(2000))],
  ['a character at the end of a block', bytesOf(plain(511), 'é', plain(700))],
  ['a character of four bytes over the end of a block', bytesOf(plain(510), '😀', plain(700))],
  ['nothing but characters of three bytes', bytesOf('日本語'.repeat(400))],
  ['a byte order mark at the beginning', bytesOf('\uFEFF', plain(600))],
  ['one elsewhere, which is a character', bytesOf(plain(600), '\uFEFF', plain(600))],
  ['one after bytes that are no text', bytesOf([0xff], '\uFEFF')],
  ['a character that breaks off at the end of a block', bytesOf(plain(511), [0xe2, 0x82], plain(600))],
  ['a character that breaks off at the end', bytesOf(plain(600), [0xf0, 0x9f])],
  ['continuations without a beginning, over the end of a block', bytesOf(plain(510), [0x80, 0x80, 0x80, 0x80], 'x')],
])('%s is read as the standard reads it', (_case, bytes) => {
  expect(decodeUtf8(bytes)).toBe(standard(bytes));
});

test('whatever bytes arrive are read as the standard reads them', () => {
  const run = fc.oneof(
    fc.nat(1200).map(plain),
    fc.string({ unit: 'grapheme' }),
    fc.uint8Array({ maxLength: 8 }).map(bytes => [...bytes]),
    fc.constantFrom<readonly number[]>(
      [0xef, 0xbb, 0xbf],
      [0xe2, 0x82],
      [0xf0, 0x9f, 0x98],
      [0x80],
      [0xc0],
      [0xed, 0xa0],
    ),
  );
  fc.assert(
    fc.property(fc.array(run, { maxLength: 8 }), parts => {
      const bytes = bytesOf(...parts);
      expect(decodeUtf8(bytes)).toBe(standard(bytes));
    }),
    { numRuns: 2000 },
  );
});
