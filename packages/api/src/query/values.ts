import { type FieldKind, type Instant, type QueryField, toDecimal } from '@cartograph/core';
import { isDay } from '../http/parameters.js';
import { invalid } from '../http/problem.js';

/** The value of a filter as the store has it. Throws a Problem that says what the parameter takes. */
export function readValue(field: QueryField, text: string, parameter: string): string {
  const value = readers[field.kind](text);
  if (field.values !== null && !field.values.includes(text))
    throw invalid(parameter, `is one of ${field.values.join(', ')}`, field.values);
  if (value === null) throw invalid(parameter, `takes ${nouns[field.kind]}`, [nouns[field.kind]]);
  return value;
}

export const nouns: Readonly<Record<FieldKind, string>> = {
  text: 'a text of 1 to 500 characters',
  enum: 'a word',
  boolean: 'true or false',
  instant: 'an instant such as 2026-01-31T09:30:00Z, or a day such as 2026-01-31',
  decimal: 'a decimal such as 118.5',
};

const readers: Readonly<Record<FieldKind, (text: string) => string | null>> = {
  text: text => (text.length > 0 && text.length <= 500 && !text.includes('\0') ? text : null),
  enum: text => text,
  boolean: text => (text === 'true' || text === 'false' ? text : null),
  instant: readInstant,
  decimal: text => (/^-?\d{1,30}(?:\.\d{1,20})?$/.test(text) ? toDecimal(text) : null),
};

const instantPattern = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?)(Z|[+-]\d{2}:\d{2}))?$/;

/** Null for what is no instant; a day begins in UTC. */
function readInstant(text: string): Instant | null {
  const [, date = '', time = '00:00:00', zone = 'Z'] = instantPattern.exec(text) ?? [];
  if (!isDay(date)) return null;
  const full = `${date}T${time.length === 5 ? `${time}:00` : time}${zone}`;
  const instant = new Date(full);
  if (Number.isNaN(instant.getTime())) return null;
  return zone === 'Z' && !time.startsWith('24') ? full : instant.toISOString();
}
