/** What Codat's query language says, as a tree. */
export type Condition =
  | { readonly kind: 'and' | 'or'; readonly terms: readonly Condition[] }
  | { readonly kind: 'compare'; readonly path: string; readonly operator: Operator; readonly value: string };

export const operators = ['!=', '>=', '<=', '=', '~', '>', '<'] as const;
export type Operator = (typeof operators)[number];

export const longestQuery = 2048;

/** In Codat's words, so that its clients show what they are used to. */
export class QueryError extends Error {}

const malformed = () => new QueryError('Error parsing query - Malformed query.');

/**
 * `path op value` with `&&`, `||` and braces. `&&` binds closer than `||`. A value is the text up to the next `&&`, `||` or
 * `}`, blanks around it taken off; in double quotes it may hold those as well. Empty text is no condition.
 */
export function parseQuery(text: string): Condition | null {
  if (text.trim() === '') return null;
  if (text.length >= longestQuery)
    throw new QueryError(`Error parsing query - Longer than ${longestQuery} characters.`);
  const reader = createReader(text);
  const condition = readOr(reader);
  if (!reader.atEnd()) throw malformed();
  return condition;
}

interface Reader {
  atEnd(): boolean;
  /** Takes the word if it is next, blanks before it passed over. */
  take(word: string): boolean;
  /** Takes what matches, blanks before it passed over; null where nothing does. */
  match(pattern: RegExp): string | null;
}

function createReader(text: string): Reader {
  let position = 0;
  const skipBlanks = () => {
    while (/\s/.test(text.charAt(position))) position += 1;
  };
  return {
    atEnd() {
      skipBlanks();
      return position === text.length;
    },
    take(word) {
      skipBlanks();
      const isNext = text.startsWith(word, position);
      if (isNext) position += word.length;
      return isNext;
    },
    match(pattern) {
      skipBlanks();
      pattern.lastIndex = position;
      const found = pattern.exec(text)?.[0] ?? null;
      position += found?.length ?? 0;
      return found;
    },
  };
}

const readOr = (reader: Reader): Condition => readChain(reader, 'or', '||', readAnd);
const readAnd = (reader: Reader): Condition => readChain(reader, 'and', '&&', readTerm);

function readChain(
  reader: Reader,
  kind: 'and' | 'or',
  word: string,
  readOne: (reader: Reader) => Condition,
): Condition {
  const terms = [readOne(reader)];
  while (reader.take(word)) terms.push(readOne(reader));
  const [only] = terms;
  return terms.length === 1 && only ? only : { kind, terms };
}

const pathPattern = /[A-Za-z_][\w]*(?:\.[A-Za-z_][\w-]*)*/y;
const quotedPattern = /"(?:[^"\\]|\\.)*"/y;
const barePattern = /(?:(?!&&|\|\||[{}]).)+/sy;

function readTerm(reader: Reader): Condition {
  if (reader.take('{')) {
    const inner = readOr(reader);
    if (!reader.take('}')) throw malformed();
    return inner;
  }
  const path = reader.match(pathPattern);
  const operator = operators.find(word => reader.take(word));
  if (path === null || operator === undefined) throw malformed();
  return { kind: 'compare', path, operator, value: readValue(reader) };
}

function readValue(reader: Reader): string {
  const quoted = reader.match(quotedPattern);
  if (quoted !== null) return quoted.slice(1, -1).replace(/\\(.)/gs, '$1');
  const bare = reader.match(barePattern)?.trim() ?? '';
  if (bare === '') throw malformed();
  return bare;
}
