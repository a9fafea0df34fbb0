const codes = Array.from({ length: 16 }, (_, code) => code);
const isCode = (number: number): boolean => Number.isInteger(number) && number >= 0 && number < codes.length;

/** What platforms say of a state. */
const words = ['pending', 'paid', 'shipped', 'complete', 'canceled', 'returned', 'refunded', 'failed'];
const isWord = (text: string): boolean => /^[a-z_]{3,}$/.test(text);

const anybody = 'someone@example.com';

/** The first or last letter or digit of a text: with the next one in its place, a date stays a date and a code looks like one. */
const places = [
  /^(.*)([A-Za-z])([^A-Za-z]*)$/s,
  /^(.*)(\d)(\D*)$/s,
  /^(\D*)(\d)(.*)$/s,
  /^([^A-Za-z]*)([A-Za-z])(.*)$/s,
];

const turned = (text: string, place: RegExp): string =>
  text.replace(place, (_, before: string, sign: string, after: string) => {
    const next = String.fromCharCode(sign.charCodeAt(0) + (/[9zZ]/.test(sign) ? -1 : 1));
    return `${before}${next}${after}`;
  });

function ofText(text: string): unknown[] {
  if (text !== '' && isCode(Number(text))) return [...codes.map(String), '1000001', ''];
  return [...places.map(place => turned(text, place)), ...(isWord(text) ? words : ['0', anybody]), ''];
}

const ofNumber = (number: number): unknown[] =>
  isCode(number) ? [...codes, 1_000_001] : [0, number + 1, number + 0.01, -number];

function ofAny(value: unknown): unknown[] {
  if (typeof value === 'string') return ofText(value);
  if (typeof value === 'number') return ofNumber(value);
  if (typeof value === 'boolean') return [!value, null];
  if (value === null || value === undefined) return [1, 'XTS', '2001-02-03T04:05:06Z', anybody, true, [], ['1']];
  return Array.isArray(value) ? [[], ['1'], null] : [{}, null];
}

/**
 * Other values that could stand in a native field's place. They keep its form, so that what reads it reads on; for small whole
 * numbers, which often are codes, they are all the others.
 */
export const substitutes = (value: unknown): unknown[] => [...new Set(ofAny(value))].filter(other => other !== value);
