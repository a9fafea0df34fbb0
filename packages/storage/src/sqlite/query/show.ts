import type { Statement } from 'better-sqlite3';

/** Of records, in the order in which they are shown. */
export interface Keys {
  /** Its rows have a `key`. */
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

/**
 * The records as one JSON list, put together by SQLite: their text is neither decoded nor parsed here, which would cost
 * ten times as much.
 */
export function shower(prepare: (sql: string) => Statement<unknown[]>) {
  return (
    { sql, values }: Keys,
    fields: readonly string[] | undefined,
    [before, behind]: readonly [before: string, behind: string] = ['', ''],
  ) => {
    const text = fields === undefined ? wholeOf(sql) : textOf(chosen(fields), sql);
    const [records, count] = prepare(text)
      .raw()
      .get(`${before}[`, `]${behind}`, ...values) as [Uint8Array<ArrayBuffer>, number];
    return { records, count };
  };
}

/** By the text of their keys: what was looked up before is found at once. */
const known = new Map<string, string>();

function wholeOf(keys: string): string {
  const text = known.get(keys) ?? textOf('body', keys);
  known.set(keys, text);
  return text;
}

const textOf = (record: string, keys: string): string =>
  `SELECT CAST(concat(?, group_concat(${record}, ','), ?) AS BLOB), count(*)
    FROM (${keys}) AS wanted CROSS JOIN records ON records.key = wanted.key`;

const fieldName = /^[a-z][a-z0-9]*$/i;

function chosen(fields: readonly string[]): string {
  const wrong = fields.find(name => !fieldName.test(name));
  if (wrong !== undefined) throw new TypeError(`"${wrong}" is no field`);
  const parts = fields.map(name => `'${name}', body -> '$.${name}'`);
  return `json_object(${parts.join(', ')})`;
}
