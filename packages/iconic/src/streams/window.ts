import type { Instant, ReadQuery } from '@cartograph/core';
import { instant } from '../mapping/instant.js';

/** When a listed row was last changed; null where it does not say so readably. Rows without a zone are Sydney's. */
export function updatedAtOf(row: unknown, key = 'updatedAt'): Instant | null {
  if (typeof row !== 'object' || row === null) return null;
  try {
    return instant(Reflect.get(row, key), { timeZone: 'Australia/Sydney' });
  } catch {
    return null;
  }
}

/** Whether a row belongs to the window by its own time; one that does not tell is kept. */
export function within(row: unknown, { since, until }: ReadQuery): boolean {
  const updatedAt = updatedAtOf(row);
  if (updatedAt === null) return true;
  const time = Date.parse(updatedAt);
  return (since === null || time >= Date.parse(since)) && (until === null || time <= Date.parse(until));
}
