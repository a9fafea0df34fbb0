const utf8 = new TextDecoder();
const wide = /[\x80-\xff]/;
const mark = '\xef\xbb\xbf';
/** An escape may stand for a letter that looks like a byte; a name of this kind is no plain property. */
const needsCare = /\\u|__proto__/;

/**
 * `JSON.parse` of UTF-8 bytes. One letter beyond Latin-1 makes the engine hold a whole page in two-byte text, which costs as
 * much again as parsing it. JSON's own syntax is ASCII: so the bytes are parsed as Latin-1, and only the texts that have a byte
 * above 127 are decoded, one by one. Throws a SyntaxError as `JSON.parse` does.
 */
export function parseJson(bytes: ArrayBuffer): unknown {
  const latin1 = Buffer.from(bytes).toString('latin1');
  if (needsCare.test(latin1)) return JSON.parse(utf8.decode(bytes));
  return decoded(JSON.parse(latin1.startsWith(mark) ? latin1.slice(mark.length) : latin1));
}

const decodedText = (text: string): string => (wide.test(text) ? utf8Of(text) : text);
const utf8Of = (text: string): string => utf8.decode(Buffer.from(text, 'latin1'));

/** Decodes in place: what was just parsed belongs to nobody else. */
function decoded(value: unknown): unknown {
  if (typeof value === 'string') return decodedText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) value[index] = decoded(value[index]);
    return value;
  }
  return decodedObject(value as Record<string, unknown>);
}

function decodedObject(object: Record<string, unknown>): unknown {
  for (const name in object) {
    if (wide.test(name)) return withDecodedNames(object);
    const inner = object[name];
    const found = decoded(inner);
    if (found !== inner) object[name] = found;
  }
  return object;
}

const withDecodedNames = (object: Record<string, unknown>): unknown =>
  Object.fromEntries(Object.entries(object).map(([name, inner]) => [decodedText(name), decoded(inner)]));
