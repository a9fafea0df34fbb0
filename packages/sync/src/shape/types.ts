/** The types of JSON, a bit each, so that a set of them is a number. */
export const typeBits = { null: 1, boolean: 2, number: 4, text: 8, list: 16, object: 32 } as const;

/** `text or null`. */
export function typesInWords(types: number): string {
  const names = Object.entries(typeBits).flatMap(([name, bit]) => (types & bit ? [name] : []));
  return names.reverse().join(' or ');
}

/** A value as a report may show it: its type and size, and nothing of its content. */
export function exampleOf(value: unknown): string {
  if (typeof value === 'string') return `text of ${counted(value.length, 'character')}`;
  if (Array.isArray(value)) return `list of ${value.length}`;
  if (typeof value !== 'object') return typeof value;
  return value === null ? 'null' : `object of ${counted(Object.keys(value).length, 'field')}`;
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
