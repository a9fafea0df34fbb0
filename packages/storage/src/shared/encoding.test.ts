import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encode } from './encoding.js';

test('what is encoded is the JSON in UTF-8, however wide its letters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      expect(encode({ text }).bytes).toEqual(Buffer.from(JSON.stringify({ text })));
    }),
  );
});

test('a body longer than the room that is kept is encoded whole', () => {
  const text = 'ü€😀'.repeat(200_000);
  expect(encode({ text }).bytes.toString()).toBe(JSON.stringify({ text }));
});

test('an encoded body is not touched by the next one', () => {
  const first = encode('first');
  encode('other');
  expect(first.bytes.toString()).toBe('"first"');
});

test('equal content has an equal hash, other content another', () => {
  expect(encode({ a: 1 }).hash).toBe(encode({ a: 1 }).hash);
  expect(encode({ a: 1 }).hash).not.toBe(encode({ a: 2 }).hash);
});
