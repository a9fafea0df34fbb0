/** A field that is asked for, with what is asked for below it. */
export interface Selection {
  readonly name: string;
  /** What it is called in the answer. */
  readonly alias: string;
  readonly arguments: Readonly<Record<string, unknown>>;
  readonly selections: readonly Selection[];
}

/** The document is not one that is understood here. */
export class SyntaxFault extends Error {}

const tokens = /\s*(?:#[^\n]*\n\s*|,\s*)*("(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?|\.\.\.|[A-Za-z_]\w*|[{}()[\]:$!=@])/y;

function tokensOf(text: string): string[] {
  const found: string[] = [];
  tokens.lastIndex = 0;
  for (let from = 0; from < text.length; from = tokens.lastIndex) {
    const match = tokens.exec(text);
    if (!match) {
      if (/^[\s,]*$/.test(text.slice(from))) break;
      throw new SyntaxFault(`Syntax Error: Unexpected character at ${from}.`);
    }
    found.push(String(match[1]));
  }
  return found;
}

/** One query, with its variables put in. Fragments, directives and other operations are refused. */
export function parseQuery(text: string, variables: Readonly<Record<string, unknown>>): readonly Selection[] {
  const rest = tokensOf(text);
  const next = (): string => {
    const token = rest.shift();
    if (token === undefined) throw new SyntaxFault('Syntax Error: Unexpected <EOF>.');
    return token;
  };
  const expect = (wanted: string) => {
    const token = next();
    if (token !== wanted) throw new SyntaxFault(`Syntax Error: Expected "${wanted}", found "${token}".`);
  };
  const name = (): string => {
    const token = next();
    if (!/^[A-Za-z_]\w*$/.test(token)) throw new SyntaxFault(`Syntax Error: Expected Name, found "${token}".`);
    return token;
  };

  const pairs = (end: string): Record<string, unknown> => {
    const found: Record<string, unknown> = {};
    while (rest[0] !== end) {
      const key = name();
      expect(':');
      found[key] = value();
    }
    expect(end);
    return found;
  };
  const value = (): unknown => {
    const token = next();
    if (token === '$') {
      const variable = name();
      if (!(variable in variables)) throw new SyntaxFault(`Variable "$${variable}" is not defined.`);
      return variables[variable];
    }
    if (token === '{') return pairs('}');
    if (token === '[') {
      const list: unknown[] = [];
      while (rest[0] !== ']') list.push(value());
      expect(']');
      return list;
    }
    if (/^["\d-]/.test(token)) return JSON.parse(token);
    return token === 'true' ? true : token === 'false' ? false : token === 'null' ? null : token;
  };

  const selections = (): Selection[] => {
    expect('{');
    const found: Selection[] = [];
    while (rest[0] !== '}') {
      if (rest[0] === '...' || rest[0] === '@')
        throw new SyntaxFault('Fragments and directives are not available here.');
      const first = name();
      const aliased = rest[0] === ':';
      if (aliased) next();
      const field = aliased ? name() : first;
      const hasArguments = rest[0] === '(';
      if (hasArguments) next();
      const given = hasArguments ? pairs(')') : {};
      found.push({ name: field, alias: first, arguments: given, selections: rest[0] === '{' ? selections() : [] });
    }
    expect('}');
    return found;
  };

  if (rest[0] !== '{') {
    const operation = name();
    if (operation !== 'query') throw new SyntaxFault(`The operation "${operation}" is not available here.`);
    if (rest[0] !== '{' && rest[0] !== '(') name();
    // The types of variables are taken on trust.
    if (rest[0] === '(') while (next() !== ')');
  }
  const found = selections();
  if (rest.length > 0) throw new SyntaxFault(`Syntax Error: Unexpected "${rest[0]}".`);
  return found;
}
