import type { Statement } from 'better-sqlite3';

/** Of records, in the order in which they are shown. */
export interface Keys {
  /** Its rows have a `key`. */
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

/** What storage adds to every record, as JSON; instants and words of ours need no escaping. */
const added: Readonly<Record<string, string>> = {
  connectionId: 'json_quote(records.connection_id)',
  platform: 'json_quote(platform)',
  syncedAt: `'"' || synced_at || '"'`,
  deletedAt: `coalesce('"' || deleted_at || '"', 'null')`,
  deletedBecause: `coalesce('"' || deleted_because || '"', 'null')`,
  mapperVersion: 'mapper_version',
};
const whole = `'{' || ${Object.entries(added)
  .map(([name, value]) => `'"${name}":' || ${value} || ','`)
  .join(' || ')} || substr(CAST(body AS BLOB), 2)`;

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
    const record = fields === undefined ? whole : chosen(fields);
    const [records, count] = prepare(`SELECT CAST(concat(?, group_concat(${record}, ','), ?) AS BLOB), count(*)
      FROM (${sql}) AS wanted CROSS JOIN records ON records.key = wanted.key`)
      .raw()
      .get(`${before}[`, `]${behind}`, ...values) as [Uint8Array<ArrayBuffer>, number];
    return { records, count };
  };
}

const fieldName = /^[a-z][a-z0-9]*$/i;

function chosen(fields: readonly string[]): string {
  const wrong = fields.find(name => !fieldName.test(name));
  if (wrong !== undefined) throw new TypeError(`"${wrong}" is no field`);
  const parts = fields.map(name => `'${name}', ${name in added ? `json(${added[name]})` : `body -> '$.${name}'`}`);
  return `json_object(${parts.join(', ')})`;
}
