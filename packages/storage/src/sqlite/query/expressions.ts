import { fallingDigits, mostDigits, type QueryField, queryFields, type ResourceName } from '@cartograph/core';

/**
 * SQL of what records are listed by. All of it is made of the field table alone, never of what a caller says, so that the
 * same expression stands in an index and in the query that uses it. `row` is `new.` or `old.` inside a trigger.
 */
export const fieldOf = (resource: ResourceName, name: string): QueryField => {
  const field = queryFields[resource][name];
  if (field === undefined) throw new TypeError(`${resource} cannot be asked for "${name}"`);
  return field;
};

const columns: Readonly<Record<string, string>> = { id: 'id', platform: 'platform', syncedAt: 'synced_at' };

/** The value as text; null where it is absent. Of a field that a record has once. */
export function textOf({ path, kind }: QueryField, row = ''): string {
  const column = columns[path];
  if (column !== undefined) return `${row}${column}`;
  return kind === 'boolean' ? `${row}body -> '$.${path}'` : `${row}body ->> '$.${path}'`;
}

/** What a record has several of: the list, and the value in one of them. */
export function itemsOf({ path }: QueryField, row = ''): { readonly list: string; readonly value: string } {
  const [list = '', inner = ''] = path.split('[]');
  return {
    list: `json_each(${row}body, '$.${list}') AS item`,
    value: inner ? `item.value ->> '$${inner}'` : 'item.value',
  };
}

/** As `sortKey` of core. */
export function keyOf(field: QueryField, row = ''): string {
  const value = textOf(field, row);
  if (field.kind === 'instant') return `coalesce(rtrim(${value}, 'Z'), '')`;
  return field.kind === 'decimal' ? decimalKeyOf(value) : `coalesce(${value}, '')`;
}

/** As `positionKey`. */
export const positionOf = (field: QueryField, row = ''): string => `${keyOf(field, row)} || char(1) || ${row}id`;

function decimalKeyOf(value: string): string {
  const withPoint = (text: string) => `iif(instr(${text}, '.'), ${text}, ${text} || '.')`;
  const digits = (text: string) => `(instr(${text} || '.', '.') - 1)`;
  const amount = `substr(${value}, 2)`;
  const falling = [...fallingDigits].reduce(
    (text, letter, digit) => `replace(${text}, '${digit}', '${letter}')`,
    withPoint(amount),
  );
  const below = `'0' || printf('%03d', ${mostDigits} - ${digits(amount)}) || ${falling} || '~'`;
  const from = `'1' || printf('%03d', ${digits(`(${value})`)}) || ${withPoint(`(${value})`)}`;
  return `(CASE WHEN ${value} IS NULL THEN '' WHEN ${value} < '0' THEN ${below} ELSE ${from} END)`;
}
