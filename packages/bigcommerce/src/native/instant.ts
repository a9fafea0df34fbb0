import { isoInstant, localInstant, mailInstant } from '@cartograph/connector-kit';
import type { Instant } from '@cartograph/core';

const mail = /^\d{1,2} [A-Z]/;
const unix = /^\d+(?:\.\d+)?$/;
const plain = /^\d{4}-\d{2}-\d{2}(?: |$)/;

/**
 * A date in any form that the platform writes: RFC 2822 in V2, ISO 8601 in V3, and by endpoint also `YYYY-MM-DD hh:mm:ss` in
 * UTC, or seconds since 1970 as number or text, of which 0 is none.
 */
export function instant(value: unknown): Instant | null {
  if (typeof value === 'number') return unixInstant(value);
  if (typeof value !== 'string' || value[3] === ',' || mail.test(value)) return mailInstant(value);
  if (unix.test(value)) return unixInstant(Number(value));
  return plain.test(value) ? localInstant(value) : isoInstant(value);
}

const unixInstant = (seconds: number): Instant | null =>
  seconds === 0 ? null : new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
