import type { DocumentField } from '@cartograph/core';
import { QueryError } from './parse.js';

const numberPattern = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const datePattern = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/i;

/** The text of a query as the kind that it is compared with. Throws a QueryError where it is none. */
export function readValue(kind: DocumentField['kind'], path: string, text: string): string | number | boolean {
  const wrong = () => new QueryError(`Error parsing query - ${path} is a ${kind}, and "${text}" is none.`);
  if (kind === 'text') return text;
  if (kind === 'number') {
    const number = numberPattern.test(text) ? Number(text) : Number.NaN;
    if (Number.isFinite(number)) return number;
    throw wrong();
  }
  if (kind === 'date') return readDate(text) ?? fail(wrong());
  const word = text.toLowerCase();
  if (word === 'true' || word === 'false') return word === 'true';
  throw wrong();
}

/** A day is its midnight; a time that names no zone is UTC, as all that we send. */
function readDate(text: string): string | null {
  const [found, zone] = datePattern.exec(text) ?? [];
  if (found === undefined) return null;
  const time = Date.parse(text.includes('T') && zone === undefined ? `${text}Z` : text.toUpperCase());
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

function fail(error: Error): never {
  throw error;
}
