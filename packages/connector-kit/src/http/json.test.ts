import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseJson } from './json.js';

const bytesOf = (json: string): ArrayBuffer => Uint8Array.from(Buffer.from(json)).buffer;

/** Every letter beyond ASCII as an escape, as some platforms write JSON. */
const escaped = (json: string): string =>
  json.replace(/[\u0080-\uffff]/g, letter => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);

test('any JSON in UTF-8 is read as JSON.parse reads it, names and wide letters included', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary' }), value => {
      const json = JSON.stringify(value);
      expect(parseJson(bytesOf(json))).toEqual(JSON.parse(json));
      expect(parseJson(bytesOf(escaped(json)))).toEqual(JSON.parse(json));
    }),
    { numRuns: 1000 },
  );
});

test('letters as bytes and letters as escapes may stand side by side', () => {
  expect(parseJson(bytesOf('{"a":"é","b":"\\u00e9","\u00fc":"\\u00c3\\u00a9"}'))).toEqual({ a: 'é', b: 'é', ü: 'Ã©' });
});

test('a byte order mark is passed over, and bytes that are no UTF-8 become replacement characters', () => {
  expect(parseJson(bytesOf('\ufeff{"a":1}'))).toEqual({ a: 1 });
  expect(parseJson(Uint8Array.from([0x22, 0xff, 0x22]).buffer)).toBe('\ufffd');
});

test('a name that would change the prototype is a name like any other', () => {
  const found = parseJson(bytesOf('{"__proto__":{"a":"é"}}')) as object;
  expect(Object.hasOwn(found, '__proto__')).toBe(true);
  expect(Object.getPrototypeOf(found)).toBe(Object.prototype);
});

test('what is no JSON is refused', () => {
  expect(() => parseJson(bytesOf('<html>é</html>'))).toThrow(SyntaxError);
});
