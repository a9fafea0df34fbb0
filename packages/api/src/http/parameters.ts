import { invalid } from './problem.js';

export type JsonSchema = Readonly<Record<string, unknown>>;

/** What a request may say in its query, and how it is read. */
export interface Parameter<Value = unknown> {
  readonly description: string;
  /** As OpenAPI shows it. */
  readonly schema: JsonSchema;
  /** Gets what was sent, or null where nothing was. Throws a Problem that names the parameter and what it takes. */
  readonly read: (text: string | null, name: string) => Value;
}

export type Parameters = Readonly<Record<string, Parameter>>;

export type Values<Given extends Parameters> = {
  readonly [Name in keyof Given]: Given[Name] extends Parameter<infer Value> ? Value : never;
};

/** Reads the query of a URL. Whatever it does not know, or finds twice, is refused. */
export function readQuery<Given extends Parameters>(parameters: Given, query: URLSearchParams): Values<Given> {
  const known = Object.keys(parameters);
  for (const name of query.keys()) {
    if (!known.includes(name)) throw invalid(name, 'is no parameter of this', known);
    if (query.getAll(name).length > 1)
      throw invalid(name, 'stands there twice: give one, with commas between its values');
  }
  const entries = known.map(name => [name, parameters[name]?.read(query.get(name), name)] as const);
  return Object.fromEntries(entries) as Values<Given>;
}

export function whole(
  description: string,
  { min, max, otherwise }: { min: number; max: number; otherwise: number },
): Parameter<number> {
  return {
    description,
    schema: { type: 'integer', minimum: min, maximum: max, default: otherwise },
    read(text, name) {
      if (text === null) return otherwise;
      const value = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
      if (value >= min && value <= max) return value;
      throw invalid(name, `takes a whole number from ${min} to ${max}`, [`${min}…${max}`]);
    },
  };
}

export function flag(description: string): Parameter<boolean> {
  return {
    description,
    schema: { type: 'boolean', default: false },
    read(text, name) {
      if (text === null || text === 'false') return false;
      if (text === 'true') return true;
      throw invalid(name, 'is true or false', ['true', 'false']);
    },
  };
}

export function choice<Word extends string>(
  description: string,
  words: readonly Word[],
  otherwise: Word,
): Parameter<Word> {
  return {
    description,
    schema: { type: 'string', enum: words, default: otherwise },
    read(text, name) {
      const found = words.find(word => word === (text ?? otherwise));
      if (found !== undefined) return found;
      throw invalid(name, `is one of ${words.join(', ')}`, words);
    },
  };
}

/** Several words with commas between them; null where nothing was sent. */
export function words<Word extends string>(
  description: string,
  allowed: readonly Word[],
): Parameter<readonly Word[] | null> {
  return {
    description,
    schema: { type: 'array', items: { type: 'string', enum: allowed } },
    read(text, name) {
      if (text === null) return null;
      return text.split(',').map(word => {
        const found = allowed.find(one => one === word);
        if (found === undefined) throw invalid(name, `takes ${allowed.join(', ')}, with commas between them`, allowed);
        return found;
      });
    },
  };
}

/** Names with commas between them, for whoever reads them on. */
export const names = (description: string): Parameter<readonly string[] | null> => ({
  description,
  schema: { type: 'array', items: { type: 'string' } },
  read: (text, name) => {
    const found = text?.split(',') ?? null;
    if (found?.includes('')) throw invalid(name, 'has nothing between two commas');
    return found;
  },
});

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;

/** A day such as 2026-01-31; null where nothing was sent. */
export const day = (description: string): Parameter<string | null> => ({
  description,
  schema: { type: 'string', format: 'date' },
  read(text, name) {
    if (text === null || isDay(text)) return text;
    throw invalid(name, 'is a day such as 2026-01-31', ['YYYY-MM-DD']);
  },
});

/** False for a day that no month has. */
export function isDay(text: string): boolean {
  const time = dayPattern.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
