import { isLoose, text } from '@cartograph/connector-kit';

/** A text or number of a row that nobody has checked yet; null for anything else. */
export const wordOf = (value: unknown): string | null =>
  typeof value === 'string' || typeof value === 'number' ? text(value) : null;

export const fieldOf = (row: unknown, key: string): string | null => (isLoose(row) ? wordOf(row[key]) : null);
