/** What a column holds, and so what a filter may ask of it. An instant is a second in UTC, a day a date of the shop’s own. */
export type ColumnKind = 'text' | 'number' | 'flag' | 'instant' | 'day';

/** The columns of a list. */
export interface Columns<Name extends string = string> {
  readonly kinds: Readonly<Record<Name, ColumnKind>>;
  /** Attributes that the shop itself defines are columns as well. */
  readonly isOpen: boolean;
  /** What is asked for in vain, and why. */
  readonly impossible: Readonly<Record<string, string>>;
}

type Spec = Partial<Record<ColumnKind, readonly string[]>>;
type Words<Text, Found = never> = Text extends `${infer Word} ${infer Rest}` ? Words<Rest, Found | Word> : Found | Text;
type Names<Own extends Spec> = {
  [Kind in keyof Own]: Own[Kind] extends readonly string[] ? Words<Own[Kind][number]> : never;
}[keyof Own];

/** Each kind lists its columns with a space between; a column that the list does not have ends as the shop’s own error 500. */
export function columns<const Own extends Spec>(
  spec: Own,
  { isOpen = false, impossible = {} }: Partial<Pick<Columns, 'isOpen' | 'impossible'>> = {},
): Columns<Names<Own> & string> {
  const entries = Object.entries(spec).flatMap(([kind, lines]) =>
    lines.flatMap(line => line.split(' ')).map(name => [name, kind]),
  );
  return { kinds: Object.fromEntries(entries), isOpen, impossible };
}

/** Of a list about which nothing is known. */
export const anyColumns: Columns = { kinds: {}, isOpen: true, impossible: {} };

export type ColumnOf<Own> = Own extends Columns<infer Name> ? Name : never;
