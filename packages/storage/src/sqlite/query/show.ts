import type { Statement } from 'better-sqlite3';

/** What storage adds to every record, as JSON. */
const added: Readonly<Record<string, string>> = {
  connectionId: 'json_quote(connection_id)',
  platform: 'json_quote(platform)',
  syncedAt: 'json_quote(synced_at)',
  deletedAt: 'json_quote(deleted_at)',
  deletedBecause: 'json_quote(deleted_because)',
  mapperVersion: 'json_quote(mapper_version)',
};
const whole = `'{' || ${Object.entries(added)
  .map(([name, value]) => `'"${name}":' || ${value} || ','`)
  .join(' || ')} || substr(CAST(body AS BLOB), 2)`;

/**
 * The records as one JSON list, put together by SQLite: their text is neither decoded nor parsed here, which would cost
 * ten times as much.
 */
export function shower(prepare: (sql: string) => Statement<unknown[]>) {
  return (keys: readonly number[], fields: readonly string[] | undefined): Uint8Array => {
    const record = fields === undefined ? whole : chosen(fields);
    return prepare(`SELECT CAST('[' || coalesce(group_concat(${record}, ','), '') || ']' AS BLOB)
      FROM json_each(?) AS wanted CROSS JOIN records ON records.key = wanted.value`)
      .pluck()
      .get(JSON.stringify(keys)) as Uint8Array;
  };
}

const fieldName = /^[a-z][a-z0-9]*$/i;

function chosen(fields: readonly string[]): string {
  const wrong = fields.find(name => !fieldName.test(name));
  if (wrong !== undefined) throw new TypeError(`"${wrong}" is no field`);
  const parts = fields.map(name => `'${name}', ${name in added ? `json(${added[name]})` : `body -> '$.${name}'`}`);
  return `json_object(${parts.join(', ')})`;
}
